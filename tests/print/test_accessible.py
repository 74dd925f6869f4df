"""Every PDF of the book is one that a screen reader can read: PDF/UA-1 and what it cannot check."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.support.pdf import outline, tags, words
from tests.support.verapdf import validate_pdfs

FORMS = "TBL-014"
"""outloud's rule against tables that are drawn and not tagged: it looks for words in their cells,
and those of a form are empty; and it takes cards to cut out for cells."""
CHARTS = "FIG-012"
"""outloud's rule against words of a figure that are no language: a chart's words are numbers."""
HEADERS = "TAG-002"
"""outloud's rule against prose marked as no content: a running header is so by rule."""
KNOWN = frozenset(
    {
        CHARTS,
        FORMS,
        HEADERS,
        # Tagged content painted in another order than it is read: boxes are painted first.
        "ORD-001",
        # Empty lines of code are empty paragraphs.
        "TAG-020",
        # A line that two pages have at their edge, taken for a running header.
        "PAG-001",
        # A grid to write in: its cells are empty because the class fills them.
        "TBL-012",
    }
)


def test_there_is_something_to_read(publications: list[Path]) -> None:
    assert len(publications) >= 12
    assert sum(len(words(path)) for path in publications) > 300


def test_each_says_what_it_is_and_in_which_language(publications: list[Path]) -> None:
    for path in publications:
        with pikepdf.open(path) as pdf:
            assert pdf.Root.Lang == "en", path
            assert bool(pdf.Root.MarkInfo.Marked), path
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), path
            about = pdf.open_metadata()
            assert about["pdfuaid:part"] == "1", path
            assert about["dc:title"] == str(pdf.docinfo["/Title"]), path
            assert len(about["dc:title"]) > 10, path


def test_each_has_an_outline_that_skips_no_level(publications: list[Path]) -> None:
    for path in publications:
        found = outline(path)
        assert found, path
        before = 0
        for depth, title in found:
            assert title.strip(), path
            assert depth <= before + 1, (path, title)
            before = depth


def test_every_picture_says_what_it_shows(publications: list[Path]) -> None:
    figures = 0
    for path in publications:
        for tag in tags(path).walk():
            if tag.kind == "Figure":
                assert len(tag.alt) > 10, path
                figures += 1
    assert figures > 20


def test_tables_have_heads_and_lists_have_items(publications: list[Path]) -> None:
    tables = lists = 0
    for path in publications:
        for tag in tags(path).walk():
            inside = {each.kind for each in tag.walk()}
            if tag.kind == "Table":
                assert {"TR", "TH", "TD"} <= inside, path
                heads = [each for each in tag.walk() if each.kind == "TH"]
                assert all(head.scope == "/Column" for head in heads), path
                tables += 1
            if tag.kind == "L":
                items = [each.kind for each in tag.children if each.kind != "Caption"]
                assert items, path
                assert set(items) <= {"LI", "L"}, path  # a list in a list follows its item
                lists += 1
    assert tables > 30
    assert lists > 60


def test_only_fonts_of_the_package_are_used_and_each_is_in_the_file(
    publications: list[Path],
) -> None:
    # A letter that they lack would come from another: none is missing, and none looks odd.
    for path in publications:
        with pikepdf.open(path) as pdf:
            fonts = [each for each in pdf.objects if _is(each, "/FontDescriptor")]
            assert fonts, path
            for font in fonts:
                assert {"/FontFile2", "/FontFile3"} & set(font.keys()), (path, font.FontName)
                name = str(font.FontName).partition("+")[2]
                assert name.startswith(("Book", "NotoSans")), (path, name)


def title(path: Path) -> str:
    """A publication's title, without the kind that stands behind it."""
    with pikepdf.open(path) as pdf:
        return str(pdf.docinfo["/Title"]).rpartition(" — ")[0] or str(pdf.docinfo["/Title"])


def _is(held: pikepdf.Object, kind: str) -> bool:
    return isinstance(held, pikepdf.Dictionary) and held.get("/Type") == kind


@pytest.fixture(scope="module")
def judged(
    publications: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """What an independent checker of PDF/UA-1 says of each PDF."""
    report = tmp_path_factory.mktemp("outloud") / "report.json"
    checker = Path(sys.executable).with_name("outloud")
    command = [checker, *publications, "--json", report, "--quiet", "--fail-on", "never"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["results"]
    return found


def test_an_independent_checker_finds_nothing(
    judged: list[dict[str, Any]], publications: list[Path]
) -> None:
    assert len(judged) == len(publications)
    for file in judged:
        found = [each for each in file["findings"] if each["rule"] not in KNOWN]
        assert not found, (file["path"], found)


def test_what_it_takes_for_lost_prose_is_a_running_header(judged: list[dict[str, Any]]) -> None:
    for file in judged:
        # On top of a page stand the title of what is printed, or whose it is, and the page's own.
        openings = (title(Path(file["path"])), "Teacher's edition — do not give to students")
        for each in file["findings"]:
            if each["rule"] == HEADERS:
                assert each["count"] == 1
                assert each["evidence"].startswith(openings), each


def test_what_it_takes_for_no_language_are_the_numbers_of_a_chart(
    judged: list[dict[str, Any]],
) -> None:
    found = [each for file in judged for each in file["findings"] if each["rule"] == CHARTS]
    assert len(found) <= 1, found
    known = ("Context events in each decade: 1900s: ", "Steps about the promises, by year: 2022:")
    for each in found:
        assert each["count"] == sum(name in str(each["evidence"]) for name in known), each


def test_what_it_takes_for_no_table_is_a_form_or_cards(judged: list[dict[str, Any]]) -> None:
    known = ("to cut out", "Flash cards", "The log", "The vote", "not yet", "On paper")
    for file in judged:
        pages = words(Path(file["path"]))
        for each in file["findings"]:
            if each["rule"] == FORMS:
                assert any(name in pages[each["page"] - 1] for name in known), each


def test_verapdf_finds_no_rule_broken(publications: list[Path]) -> None:
    found = validate_pdfs(publications)
    assert len(found) == len(publications)
    for path, told in found.items():
        assert told["rules"] == 106
        assert told["checks"] > 10_000, path
        assert told["failed"] == [], path


def test_verapdf_sees_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "bare.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    (told,) = validate_pdfs([path]).values()
    assert len(told["failed"]) >= 3
