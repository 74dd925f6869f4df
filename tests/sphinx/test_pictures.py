"""Maps and diagrams: what is drawn, what stands in words, and what authors are told."""

import re
from math import hypot
from pathlib import Path

import pytest

from bookwork.model.kit import Kit, load
from bookwork.sphinx.atlas import RADIUS, Mark, map_svg
from tests.sphinx.conftest import NewBook

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load(ROOT)


def marks(kit: Kit, view: str) -> list[Mark]:
    here = kit.seeds.atlas.views[view]
    inside = [p.id for p in kit.seeds.places.values() if here.point(p.lat, p.lon) is not None]
    return [Mark(id, str(number)) for number, id in enumerate(inside, 1)]


@pytest.mark.parametrize("view", ["korea-japan", "east-asia", "world"])
def test_no_mark_covers_another(kit: Kit, view: str) -> None:
    svg = map_svg(kit, view, marks(kit, view), "Title", "Words")
    spots = [
        (float(x), float(y))
        for x, y in re.findall(r'data-place="[^"]+"><circle cx="(\d+)" cy="(\d+)"', svg)
    ]
    assert len(spots) == len(marks(kit, view))
    close = [
        (a, b)
        for at, a in enumerate(spots)
        for b in spots[at + 1 :]
        if hypot(a[0] - b[0], a[1] - b[1]) < 2 * RADIUS
    ]
    assert close == []


def test_a_place_stands_where_it_is(kit: Kit) -> None:
    here = kit.seeds.atlas.views["world"]
    honolulu, lima = kit.seeds.places["p-honolulu"], kit.seeds.places["p-lima"]
    west = here.point(honolulu.lat, honolulu.lon)
    east = here.point(lima.lat, lima.lon)
    assert west
    assert east
    # The Pacific stands in the middle: Honolulu west of Lima, and north of it.
    assert west[0] < east[0]
    assert west[1] < east[1]
    assert here.point(-80, 0) is None


def test_a_place_outside_of_the_map_is_refused(kit: Kit) -> None:
    with pytest.raises(ValueError, match="lies outside of the map 'korea-japan' — use another"):
        map_svg(kit, "korea-japan", [Mark("p-lima", "1")], "Title", "Words")


def test_words_of_a_map_are_escaped(kit: Kit) -> None:
    svg = map_svg(kit, "world", [Mark("p-lima", "<b>")], "<script>", '"&')
    assert "<script>" not in svg
    assert "<b>" not in svg
    assert "&lt;script&gt;" in svg


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```{map} mars\n```", "there is no map 'mars' — use one of korea-japan"),
        ("```{map} world\n:places: p-nowhere\n```", "there is no place 'p-nowhere'"),
        ("```{map} korea-japan\n:places: p-lima\n```", "lies outside of the map"),
        ("```{ladder}\n:ids: c99\n```", "there is no commitment 'c99'"),
    ],
)
def test_a_picture_of_nothing_is_a_warning(new_book: NewBook, text: str, told: str) -> None:
    book = new_book()
    book.write("index.md", f"# Title\n\n{text}\n")
    warnings = book.build("html").warnings
    assert told in warnings
    assert "[bookwork.picture]" in warnings


PAGE = """# Title

```{map} korea-japan
:places: p-liancourt
```

```{ties}
```

```{ladder}
:ids: c01 c13
```
"""


@pytest.mark.parametrize(("builder", "file"), [("html", "index.html"), ("text", "index.txt")])
def test_a_picture_says_in_words_what_it_shows(new_book: NewBook, builder: str, file: str) -> None:
    book = new_book()
    book.write("index.md", PAGE)
    text = book.strict(builder).text(file)
    for words in ("Takeshima / Dokdo", "Commitment to Consult", "Countering foreign disinfo"):
        assert words in " ".join(text.split())
    assert ("<svg" in text) == (builder == "html")


def test_pictures_bring_their_styles_only_where_they_stand(new_book: NewBook) -> None:
    book = new_book()
    book.write("index.md", "# Title\n\n```{toctree}\nmap\n```\n")
    book.write("map.md", PAGE)
    built = book.strict("html")
    assert "bookwork-picture." in built.text("map.html")
    assert "bookwork-picture." not in built.text("index.html")
