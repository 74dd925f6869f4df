"""The form of a question in HTML: whole without JavaScript, and what the script goes by."""

import json
from collections.abc import Iterator

import pytest
from bs4 import Tag

from bookwork.model.item import Item, Part
from bookwork.model.primitives import (
    Choice,
    Extended,
    Foreseen,
    Match,
    Numeric,
    Option,
    Order,
    Region,
    Spans,
    Survey,
    Text,
)
from bookwork.model.question import types
from tests.sphinx.html import one, said
from tests.sphinx.small import Built

TAGS = list(types())


def parts(form: Tag) -> list[Tag]:
    return form.select("[data-part]")


def kinds(item: Item, kind: type) -> list[Part]:
    return [part for part in item.parts if isinstance(part.task, kind)]


@pytest.mark.parametrize("tag", TAGS)
def test_the_question_knows_what_it_is(tag: str, form: Tag, items: dict[str, Item]) -> None:
    assert form["data-type"] == tag
    assert form["data-hash"] == items[tag].digest()
    assert json.loads(one(form, "script[type='application/json']").text) == items[tag].task()


@pytest.mark.parametrize("tag", TAGS)
def test_number_and_stem_name_the_group(tag: str, form: Tag) -> None:
    fieldset = one(form, ":scope > fieldset.bw-item")
    legend = one(fieldset, ":scope > legend")
    assert said(one(legend, ".bw-number")) == f"Question {TAGS.index(tag) + 1}"
    stem = one(legend, ".bw-stem")
    assert said(stem)
    assert stem.find("p") is None  # a legend holds no blocks
    if tag not in ("truefalse",):
        assert stem.find("em") is not None
    more = one(fieldset, ":scope > .bw-more")
    assert said(more).startswith("A second paragraph of the stem.")


@pytest.mark.parametrize("tag", TAGS)
def test_every_part_is_there_in_order(tag: str, form: Tag, items: dict[str, Item]) -> None:
    wanted = [(part["id"], part["kind"]) for part in items[tag].task()["parts"]]
    assert [(part["data-part"], part["data-kind"]) for part in parts(form)] == wanted
    several = len(wanted) > 1 and not items[tag].passage
    for part, box in zip(items[tag].parts, parts(form), strict=True):
        if several and isinstance(part.task, Extended):  # one box needs no group around it
            assert box.name == "div"
            assert said(one(box, "label > .bw-label")) == part.prompt
        elif several:
            assert box.name == "fieldset"
            assert said(one(box, ":scope > legend")) == part.prompt
        elif not items[tag].passage:
            assert box.name == "div"
            assert box["class"] == ["bw-part"]


NAMES = {"poll": "What the answers can show", "ticket": "Note"}


@pytest.mark.parametrize("tag", TAGS)
def test_hint_and_answer_are_folded(tag: str, form: Tag) -> None:
    hint, key = one(form, ":scope > details.bw-hint"), one(form, ":scope > details.bw-key")
    assert not hint.has_attr("open")
    assert not key.has_attr("open")
    assert said(one(hint, ":scope > summary")) == "Hint"
    assert said(one(hint, ":scope > p")) == f"Kingfisher hint of {tag}."
    assert said(one(key, ":scope > summary")) == NAMES.get(tag, "Answer and why")
    why = one(key, ":scope > .bw-why")
    assert said(why) == f"Nightingale answer of {tag}, as [article s04] says."
    assert one(why, "a.bw-chip")["href"] == "facts.html#s04"


def codes(part: Part) -> Iterator[str]:
    """The feedback codes that have an author's words."""

    def options(found: tuple[Option, ...]) -> Iterator[str]:
        return (f"{part.id}/option:{option.id}" for option in found)

    def foreseen(found: tuple[Foreseen, ...]) -> Iterator[str]:
        yield from (f"{part.id}/wrong:{number}" for number in range(len(found)))
        yield f"{part.id}/otherwise"

    match part.task:
        case Choice(options=found) | Spans(options=found) | Region(areas=found):
            yield from options(found)
        case Match(left=found, right=partners):
            yield from options(found)
            # Partners that match nothing have words of their own.
            yield from (f"{part.id}/right:{each.id}" for each in partners if each.feedback)
        case Order(options=found):
            yield from options(found)
        case Text(wrong=wrong) | Numeric(wrong=wrong):
            yield from foreseen(wrong)
        case Survey() | Extended():
            pass


@pytest.mark.parametrize("tag", TAGS)
def test_feedback_waits_for_every_response(tag: str, form: Tag, items: dict[str, Item]) -> None:
    rows = form.select("details.bw-key > ul.bw-feedback > li")
    wanted = [code for part in items[tag].parts for code in codes(part)]
    # What several responses are told stands once.
    found = [code for row in rows for code in str(row["data-for"]).split()]
    assert sorted(found) == sorted(wanted)
    assert len({(str(row["data-for"]).partition("/")[0], said(row)) for row in rows}) == len(rows)
    for row in rows:
        assert said(one(row, ":scope > b"))
        assert len(said(row)) > len(said(one(row, ":scope > b")))


@pytest.mark.parametrize("tag", TAGS)
def test_the_evidence_is_linked(form: Tag) -> None:
    chips = form.select("p.bw-evidence > a.bw-chip")
    assert [chip["href"] for chip in chips] == ["facts.html#s04", "when.html#e050"]
    assert said(one(form, "p.bw-evidence")).startswith("Evidence: [article s04] [18 Aug 2023]")


ANSWERS = {
    "single": ["Answer: A. Camp David"],
    "multiple": ["Answer: A. Japan; C. South Korea"],
    "truefalse": [
        "Answer (True or false): B. False",
        "Answer (Because): A. The text says so itself",
    ],
    "short": ["Answer: Camp David"],
    "number": ["Answer: 59 % (give or take 1)"],
    "date": ["Answer: 18 August 2023"],
    "cloze": ["Answer (gap 1): Camp David", "Answer (gap 2): A. Biden"],
    "matching": ["Answer: 1: Tokyo; 2: Seoul"],
    "ordering": ["Answer: Phnom Penh Statement → Camp David summit → Lima meeting"],
    "evidence": ["Answer: s02"],
    "claim": [
        "Answer (The claim): A. They promised to consult.",
        "Answer (The sentences that support it): s04",
    ],
    "open": [],
    "attribution": [
        "Answer (Who says so): A. The article's writer",
        "Answer (What kind of statement is it): C. A characterisation: a judgement or description",
        "Answer (What supports it): A. No source is named",
    ],
    "categorise": ["Answer: 1: A checkable fact; 2: A judgement; 3: A checkable fact"],
    "matrix": ["Answer: 1: Welcomed it; 2: Criticised it"],
    "poll": [],
    "region": ["Answer: A. An island south of a peninsula"],
    "ticket": [],
    "wordbank": ["Answer (gap 1): pledged", "Answer (gap 2): consult"],
}


@pytest.mark.parametrize("tag", TAGS)
def test_the_answer_is_said(tag: str, form: Tag) -> None:
    lines = [said(line) for line in form.select("details.bw-key > p.bw-key-line")]
    assert lines == ANSWERS[tag]


@pytest.mark.parametrize("tag", ["attribution"])
def test_the_statement_stands_behind_the_question(form: Tag) -> None:
    quoted = one(form, ".bw-more > blockquote")
    assert said(quoted) == "The summit was a triumph for all three countries."


@pytest.mark.parametrize("tag", ["poll", "ticket"])
def test_what_is_only_kept_has_nothing_to_look_for(form: Tag) -> None:
    assert form.select(".bw-feedback, .bw-rubric, .bw-samples, .bw-key-line") == []
    assert "Look for" not in said(form)


@pytest.mark.parametrize("tag", ["open"])
def test_a_written_answer_has_rubric_and_samples(form: Tag) -> None:
    rubric = [said(row) for row in form.select("details.bw-key ul.bw-rubric > li")]
    assert rubric == ["It names one promise.", "It says how binding the promise is."]
    samples = one(form, "details.bw-key dl.bw-samples")
    assert [said(term) for term in samples.select("dt")] == ["Strong", "Middling", "Weak"]
    assert "Why: Names and weighs it." in said(samples.select("dd")[0])


@pytest.mark.parametrize(("tag", "beside"), [("number", "%"), ("date", "day, month and year")])
def test_what_is_asked_stands_beside_the_box(beside: str, form: Tag) -> None:
    assert said(one(form, "label.bw-field > :is(.bw-unit, .bw-note)")) == beside


def test_the_quiz_is_a_named_section(html: Built) -> None:
    section = one(html.page("quiz"), "section.bw-quiz")
    assert section["data-quiz"] == "every"
    assert section["data-book"] == "small"
    assert section["data-book-total"] == str(len(TAGS) + 1)
    assert section["aria-label"] == "Every type of question"
    assert [form["id"] for form in section.select("bw-question")] == [f"smp-{t}" for t in TAGS]
    assert not any(form.has_attr("data-quiz") for form in section.select("bw-question"))


def test_a_question_outside_of_quizzes_says_it_itself(html: Built) -> None:
    form = one(html.page("alone"), "bw-question")
    assert form.find_parent(class_="bw-quiz") is None
    assert form["data-quiz"] == "one"
    assert form["data-book"] == "small"
    assert form["data-book-total"] == str(len(TAGS) + 1)
    assert said(one(form, ".bw-number")) == "Question 1"


def test_no_page_navigates_or_styles_inline(html: Built) -> None:
    for name, page in html.pages.items():
        own = page.select(
            "bw-question form, bw-question [style], .bw-quiz [style], article [style]"
        )
        assert own == [], name


def test_ids_and_names_are_unique(html: Built) -> None:
    for name, page in html.pages.items():
        ids = [tag["id"] for tag in page.select("[id]")]
        assert sorted(ids) == sorted(set(ids)), name
    page = html.page("quiz")
    owners = {(box["name"], form["id"]) for form in page.select("bw-question")
              for box in form.select("input[name]")}  # fmt: skip
    assert len({name for name, _form in owners}) == len(owners)


def test_every_box_has_a_name(html: Built) -> None:
    for box in html.page("quiz").select("bw-question :is(input, select, textarea)"):
        label = box.find_parent("label")
        assert box.get("aria-label") or (label and said(label))
