"""Live code in a small book: which pages get Python, with what, and which do not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from bookwork.model.pack import fingerprint
from bookwork.toolkit import NAMES
from tests.sphinx.small import Book, Built
from tests.sphinx.test_notebooks import CONFIG
from tests.support.labs import write_lab
from tests.types.samples import authored, bank

PAGE = """\
---
jupytext: {{text_representation: {{format_name: myst}}}}
kernelspec: {{name: {kernel}, display_name: It, language: {language}}}
{more}
---

# Page

```{{code-cell}}
:tags: [{tags}]
1 + 1
```

```{{code-cell}}
2 + 2
```
"""
PACK = f"/* From {fingerprint()}. */\nself.BookworkPython={{}};\n"


def page(kernel: str = "python3", language: str = "python", more: str = "", tags: str = "x") -> str:
    return PAGE.format(kernel=kernel, language=language, more=more, tags=tags)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = Book(tmp_path / "book")
    book.write("conf.py", (book.root / "conf.py").read_text(encoding="utf-8") + CONFIG)
    book.write("index.md", "# Small\n\n```{toctree}\nsub/code\nplain\n```\n")
    book.write("plain.md", "# Plain\n\nNo code here.\n")
    book.write("sub/code.md", page())
    book.write("_build/live/python.js", PACK)
    return book


def places(built: Built, name: str = "sub/code") -> list[Tag]:
    return list(built.page(name).find_all("bw-code"))


def data(built: Built, name: str = "sub/code") -> Any:
    (place,) = places(built, name)
    script = place.find("script")
    assert isinstance(script, Tag)
    return json.loads(script.text)


def kit(built: Built) -> dict[str, str]:
    (path,) = (built.out / "_static").glob("bookwork-kit.*.js")
    found = re.match(r"self\.BookworkKit=(\{.*\});\n", path.read_text(encoding="utf-8"))
    assert found
    files: dict[str, str] = json.loads(found[1])["files"]
    return files


def test_a_page_with_code_has_a_place_before_its_first_cell(book: Book) -> None:
    built = book.strict()
    (place,) = places(built)
    after = place.find_next_sibling()
    assert isinstance(after, Tag)
    assert "cell" in after["class"]
    assert place.find_previous("h1") is not None
    assert places(built, "plain") == []


def test_the_scripts_are_named_by_their_content_from_where_the_page_is(book: Book) -> None:
    built = book.strict()
    for name in ("python", "kit"):
        path = (built.out / "sub" / data(built)[name]).resolve()
        assert path.is_file()
        assert path.parent == (built.out / "_static").resolve()
    assert (built.out / "sub" / data(built)["python"]).resolve().read_text("utf-8") == PACK


@pytest.mark.parametrize(
    ("builder", "page"), [("dirhtml", "sub/code/index"), ("singlehtml", "index")]
)
def test_other_builders_of_html_find_the_scripts_too(book: Book, builder: str, page: str) -> None:
    built = book.strict(builder)
    for name in ("python", "kit"):
        assert (built.out / Path(page).parent / data(built, page)[name]).resolve().is_file()


@pytest.mark.parametrize("builder", ["text", "epub", "latex"])
def test_other_builders_have_nothing_of_it(book: Book, builder: str) -> None:
    out = book.strict(builder).out
    assert not list(out.rglob("bookwork-python*"))
    for path in out.rglob("*"):
        if path.suffix in (".txt", ".tex", ".xhtml"):
            assert "bw-code" not in path.read_text(encoding="utf-8")


def test_without_a_pack_a_book_lacks_the_button_and_nothing_else(book: Book) -> None:
    (book.root / "_build/live/python.js").unlink()
    built = book.strict()
    assert places(built) == []
    assert not list((built.out / "_static").glob("bookwork-python*"))
    assert "wasm" not in built.text("sub/code.html")
    assert len(built.page("sub/code").select("div.cell")) == 2


def test_a_pack_that_comes_or_goes_is_followed(book: Book) -> None:
    book.strict()
    pack = book.root / "_build/live/python.js"
    pack.unlink()
    assert places(book.strict()) == []
    book.write("_build/live/python.js", PACK)
    assert places(book.strict())


def test_an_outdated_pack_is_told_and_not_used(book: Book) -> None:
    book.write("_build/live/python.js", "/* From 0123456789abcdef. */\n")
    built = book.build()
    assert "is made from older files — run bookwork pack" in built.warnings
    assert places(built) == []


def test_a_setting_leaves_python_out(book: Book) -> None:
    assert places(book.strict(bookwork_python="")) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page(more="bookwork_live: false"), id="the page's author"),
        pytest.param(page("ir", "R"), id="another language"),
    ],
)
def test_a_page_whose_code_cannot_run_here_gets_no_button(book: Book, text: str) -> None:
    book.write("sub/code.md", text)
    assert places(book.strict()) == []


def test_only_pages_with_code_are_allowed_webassembly(book: Book) -> None:
    built = book.strict(html_theme="furo")
    for name, is_live in (("sub/code", True), ("plain", False)):
        text = built.text(f"{name}.html")
        assert ("'wasm-unsafe-eval'" in text) == is_live
        assert ("worker-src blob:" in text) == is_live


def test_pages_carry_tables_and_toolkit(book: Book) -> None:
    files = kit(book.strict())
    assert files["events.csv"].startswith("id,date,")
    assert {f"bookwork/{name}.py" for name in NAMES} <= set(files)
    assert not [name for name in files if name.startswith("labs/")]


def test_tables_that_stand_elsewhere_are_found_there(book: Book) -> None:
    also = data(book.strict())["also"]
    assert also["../data/events.csv"] == "events.csv"
    assert also["../data/steps.csv"] == "steps.csv"
    assert data(book.strict(bookwork_events_csv="sub/facts.csv"))["also"] == {
        "facts.csv": "events.csv"
    }
    assert data(book.strict(bookwork_events_csv=""))["also"] == {}


def test_a_lab_brings_its_checks_and_messages_and_no_answer(book: Book) -> None:
    book.bank(bank("one", authored("single", "one-single")))
    write_lab(book.root / "exercises/one")
    files = kit(book.strict())
    assert set(json.loads(files["labs/one.json"])) == {"first", "messages"}
    assert "@checks(" in files["labs/one.py"]
    model = (book.root / "exercises/one/model.py").read_text(encoding="utf-8")
    for line in model.splitlines():
        if line.startswith(("count", "    return")):
            assert not [name for name, text in files.items() if line in text]


def test_data_for_pages_cannot_end_its_script(book: Book) -> None:
    built = book.strict(bookwork_book="</script><script>hurt()")
    assert "hurt()" in data(built)["book"]
    assert "</script><script>hurt" not in built.text("sub/code.html")
