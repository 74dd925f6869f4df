"""Broken seeds: each fault is reported with file, line, id and the way to mend it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bookwork.model.errors import Problem, SeedError
from bookwork.model.seeds import load_seeds

SEEDS = Path(__file__).parents[2] / "seeds"


class Copy:
    """A copy of the seeds to break."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def edit(self, name: str, old: str, new: str, after: str = "") -> int:
        """Replace the first `old` (below `after`) by `new`; return the line where it stood."""
        path = self.root / name
        text = path.read_bytes().decode("utf-8")
        at = text.index(old, text.index(after))
        path.write_bytes((text[:at] + new + text[at + len(old) :]).encode("utf-8"))
        return text.count("\n", 0, at) + 1

    def problems(self) -> tuple[Problem, ...]:
        with pytest.raises(SeedError) as caught:
            load_seeds(self.root)
        return caught.value.problems

    def only(self) -> Problem:
        (problem,) = self.problems()
        return problem


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return Copy(tmp_path / "seeds")


E050 = "- id: e050"

# file, text that is replaced, its replacement, the text it stands below, id, what, mend
FAULTS = [
    pytest.param(
        "events.yml", "wh-factsheet", "wh-factshet", E050,
        "e050", "there is no source 'wh-factshet'", "did you mean 'wh-factsheet'?",
        id="missing source",
    ),
    pytest.param(
        "events.yml", '"2023-08-18"', '"2023-08-32"', E050,
        "e050", "there is no date '2023-08-32'", "check month and day",
        id="a date that is none",
    ),
    pytest.param(
        "events.yml", '"2023-08-18"', "18.8.2023", E050,
        "e050", "'18.8.2023' is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD",
        id="a date in another form",
    ),
    pytest.param(
        "events.yml", "[JP, KR, US]", "[JP, KR, UZ]", E050,
        "e050", "there is no country 'UZ'", "see seeds/places.yml",
        id="unknown country",
    ),
    pytest.param(
        "events.yml", "kind: summit", "kind: sumit", E050,
        "e050", "there is no kind 'sumit'", "did you mean 'summit'?",
        id="unknown kind",
    ),
    pytest.param(
        "events.yml", "tier: core", "teir: core", E050,
        "e050", "unknown field 'teir'", "did you mean 'tier'?",
        id="unknown field",
    ),
    pytest.param(
        "events.yml", '"2023-08-18"', '"2023-08-17"', "- id: e051",
        "e051", "the event of 2023-08-17 stands below a later one",
        "keep events in order of time: move it up",
        id="events out of order",
    ),
    pytest.param(
        "commitments.yml", "[s04]", "[s40]", "- id: c01",
        "c01", "there is no sentence 's40'", "see seeds/sentences.yml",
        id="dangling sentence",
    ),
    pytest.param(
        "commitments.yml", "[wh-nsa-sep23]", "[wh-nsa-sep24]", "- id: c01",
        "c01", "there is no source 'wh-nsa-sep24'", "did you mean 'wh-nsa-sep23'?",
        id="missing source of a step",
    ),
    pytest.param(
        "sentences.yml", "[cgtn-china, bloom-china]", "[cgtn-chins, bloom-china]", "",
        "", "there is no source 'cgtn-chins'", "did you mean 'cgtn-china'?",
        id="missing source of a perspective",
    ),
    pytest.param(
        "sentences.yml", "[e069]", "[e690]", "afterwards:",
        "", "there is no event 'e690'", "see seeds/events.yml",
        id="missing evidence",
    ),
    pytest.param(
        "sentences.yml", "paragraph: 2", "paragraph: 3", "- id: s03",
        "s03", "the sentence stands in paragraph 2, not 3", "write paragraph: 2",
        id="wrong paragraph",
    ),
    pytest.param(
        "places.yml", "e053", "e953", "- id: p-campdavid",
        "p-campdavid", "there is no event 'e953'", "see seeds/events.yml",
        id="missing event of a place",
    ),
    pytest.param(
        "people.yml", "id: g-biden", "id: g-gsomia", "",
        "g-gsomia", "the id 'g-gsomia' is taken by", "an id names one thing only: choose another",
        id="duplicate id across files",
    ),
    pytest.param(
        "sources.bib", "{primary-document}", "{primary}", "@online{wh-consult",
        "wh-consult", "'kind': input should be", "see 'bookwork schema' for what it takes",
        id="unknown kind of source",
    ),
    pytest.param(
        "sources.bib", "{18 August}", "{19 August}", "@online{wh-consult",
        "wh-consult", "month is '19 August', but the date says '18 August'",
        "write month = {18 August}",
        id="a month that is not the date's",
    ),
    pytest.param(
        "sources.bib", "@online{wh-consult", "@online{wh-spirit", "",
        "", "not valid BibTeX: repeated bibliography entry: wh-spirit",
        "compare with the entries around it",
        id="a source's key twice",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "after", "id", "what", "mend"), FAULTS)
def test_a_fault_is_told_where_it_stands(
    copy: Copy, name: str, old: str, new: str, after: str, id: str, what: str, mend: str
) -> None:
    line = copy.edit(name, old, new, after)
    problem = next(problem for problem in copy.problems() if problem.what.startswith(what))
    assert problem.file.endswith(f"/seeds/{name}")
    assert (problem.id, problem.mend) == (id, mend)
    assert problem.line == line


def test_a_precision_that_is_not_the_dates(copy: Copy) -> None:
    copy.edit("events.yml", "precision: day", "precision: month", E050)
    problem = copy.only()
    assert problem.id == "e050"
    assert problem.what == (
        "the date '2023-08-18' is written to the day, but precision says 'month'"
    )
    assert problem.mend == "change one of them"
    lines = (copy.root / "events.yml").read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == "- id: e050"


def test_a_commitment_in_the_article_that_is_in_no_sentence(copy: Copy) -> None:
    copy.edit("commitments.yml", "in_article: true", "in_article: false", "- id: c01")
    problem = copy.only()
    assert (problem.id, problem.what) == ("c01", "'in_article' and 'sentences' disagree")
    lines = (copy.root / "commitments.yml").read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == "- id: c01"


def test_a_kind_that_is_used_and_not_explained(copy: Copy) -> None:
    copy.edit("events.yml", "\n  poll: a survey of opinion", "")
    problem = copy.only()
    assert (problem.id, problem.what) == ("e042", "there is no kind 'poll'")
    lines = (copy.root / "events.yml").read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == "  kind: poll"


def test_a_track_that_is_not_explained(copy: Copy) -> None:
    line = copy.edit("events.yml", "  context: background to 2023\n", "") - 1
    problem = copy.only()
    assert (problem.line, problem.what) == (line, "'context' is not explained")


def test_an_altered_article_is_noticed_twice(copy: Copy) -> None:
    copy.edit("article.txt", "a secure hotline", "a safe hotline")
    parted, changed = sorted(copy.problems(), key=lambda problem: problem.id, reverse=True)
    assert (parted.id, parted.file[-14:]) == ("s11", "/sentences.yml")
    assert "“Annual trilateral military exercises will become …”" in parted.what
    assert parted.mend == "copy the sentence from line 9 of the article, word for word"
    assert changed.what.startswith(str(copy.root / "article.txt") + " has changed: its SHA-256 is ")
    assert changed.mend == "the article is kept byte for byte: restore it"


def test_a_sentence_more_than_the_article_has(copy: Copy) -> None:
    text = (copy.root / "sentences.yml").read_text(encoding="utf-8")
    last = text[text.index("- id: s16") :].replace("- id: s16", "- id: s17")
    (copy.root / "sentences.yml").write_text(f"{text}\n{last}", encoding="utf-8")
    problem = copy.only()
    assert problem.id == "s17"
    assert problem.what.startswith("the article goes on with “”, the sentence with “By standing")


def test_text_that_no_sentence_holds(copy: Copy) -> None:
    path = copy.root / "sentences.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("- id: s16")], encoding="utf-8")
    problem = copy.only()
    assert problem.file.endswith("/seeds/article.txt")
    assert problem.line == 15
    assert problem.what == "no sentence holds “By standing together, these nations aim …”"


def test_a_faulty_entry_does_not_make_references_to_it_look_wrong(copy: Copy) -> None:
    """e050 is named by sentences, places and more; only its own fault is told."""
    line = copy.edit("events.yml", "track: agreements", "track: context, agreements", E050)
    problem = copy.only()
    assert (problem.id, problem.line) == ("e050", line)


def test_all_problems_are_told_at_once(copy: Copy) -> None:
    copy.edit("events.yml", "wh-factsheet", "wh-factshet", E050)
    copy.edit("people.yml", "[US]", "[UZ]", "- id: g-biden")
    (copy.root / "glossary.yml").write_text("terms: {}\n", encoding="utf-8")
    (copy.root / "places.yml").unlink()
    copy.edit("sources.bib", "kind       = {news},\n", "", "@online{yna-dp")
    files = [Path(problem.file).name for problem in copy.problems()]
    # Whether UZ is a country can't be told without places.yml.
    assert files == ["events.yml", "glossary.yml", "places.yml", "sources.bib"]


def test_broken_bibtex_is_told_with_its_line(copy: Copy) -> None:
    line = copy.edit("sources.bib", "title      = {{Camp David", "title      {{Camp David")
    problem = next(p for p in copy.problems() if p.what.startswith("not valid BibTeX: "))
    assert problem.line == line


def test_two_entries_with_one_name(copy: Copy) -> None:
    copy.edit("glossary.yml", "also: [", "also: [gsomia, ", "- id: g-tcog")
    problem = copy.only()
    assert (problem.id, problem.what) == ("g-gsomia", "'GSOMIA' is also a name of g-tcog")
