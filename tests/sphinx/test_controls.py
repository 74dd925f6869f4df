"""The controls of a question in HTML: native, named, and the same as what the item holds."""

from string import ascii_uppercase

import pytest
from bs4 import Tag

from bookwork.model.item import Item, Part
from bookwork.model.primitives import (
    Choice,
    Extended,
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
from tests.sphinx.html import one, said, straight

TAGS = list(types())


@pytest.mark.parametrize("tag", TAGS)
def test_every_part_has_native_controls(tag: str, form: Tag, items: dict[str, Item]) -> None:
    for part, box in zip(items[tag].parts, form.select("[data-part]"), strict=True):
        gap = bool(items[tag].passage)
        match part.task:
            case Choice() if gap:
                _list_gap(part.task, box)
            case Text() if gap:
                assert one(box, "input[type=text]")["aria-label"]
            case Choice() | Spans() | Survey():
                _options(items[tag], part, box, part.task.options)
            case Region():
                _options(items[tag], part, box, part.task.areas)
            case Match() if items[tag].look == "grid":
                _grid(part.task, box)
            case Match() if items[tag].look == "categories":
                _categories(part.task, box)
            case Match():
                _columns(part.task, box)
            case Order():
                _steps(part.task, box)
            case Text() | Numeric():
                label = one(box, "label.bw-field")
                assert said(one(label, ".bw-label")) == "Your answer"
                assert one(label, "input")["type"] == "text"
            case Extended():
                area = one(box, "label.bw-field > textarea")
                assert area["rows"] == str(part.task.lines)


def _options(item: Item, part: Part, box: Tag, options: tuple[Option, ...]) -> None:
    task = part.task
    many = isinstance(task, Spans) or (isinstance(task, Choice | Survey) and task.many)
    rows = box.select("ul.bw-options > li")
    assert [row["data-option"] for row in rows] == [option.id for option in options]
    for row, option, letter in zip(rows, options, ascii_uppercase, strict=False):
        control = one(row, ":scope > label > input")
        assert control["type"] == ("checkbox" if many else "radio")
        assert control["name"] == f"{item.id}.{part.id}"
        assert control["value"] == option.id
        assert not control.has_attr("checked")
        assert said(one(row, "b.bw-letter")) == (option.id if isinstance(task, Spans) else letter)
        assert said(one(row, ".bw-text")) == straight(option.text.replace("\\", ""))


def _list_gap(task: Choice, box: Tag) -> None:
    chosen = one(box, "select")
    assert chosen["aria-label"]
    shown = [(option["value"], option.text) for option in chosen.select("option")]
    assert shown == [("", "–"), *((option.id, option.text) for option in task.options)]


def _columns(task: Match, box: Tag) -> None:
    left, right = box.select("ol.bw-left > li"), box.select("ol.bw-right > li")
    assert [row["data-option"] for row in left] == [option.id for option in task.left]
    shown = [str(row["data-option"]) for row in right]
    assert sorted(shown) == sorted(option.id for option in task.right)
    assert one(box, "ol.bw-right")["type"] == "A"
    letters = [("", "–"), *zip(shown, ascii_uppercase, strict=False)]
    for row in left:
        options = one(row, ":scope > label > select").select("option")
        assert [(option["value"], option.text) for option in options] == letters


def _categories(task: Match, box: Tag) -> None:
    shown = [(option.id, option.text) for option in task.right]  # in the order written
    assert [said(each) for each in box.select("ul.bw-bank > li")] == [text for _id, text in shown]
    rows = box.select("ol.bw-left > li")
    assert [row["data-option"] for row in rows] == [option.id for option in task.left]
    for row in rows:
        options = one(row, ":scope > label > select").select("option")
        assert [(each["value"], each.text) for each in options] == [("", "–"), *shown]


def _grid(task: Match, box: Tag) -> None:
    table = one(box, "table.bw-grid")
    columns = table.select("thead th[scope=col]")
    assert [said(each) for each in columns] == [option.text for option in task.right]
    rows = table.select("tbody > tr")
    assert [row["data-option"] for row in rows] == [option.id for option in task.left]
    for row, option in zip(rows, task.left, strict=True):
        header = one(row, ":scope > th[scope=row] > .bw-text")
        assert said(header) == straight(option.text)
        buttons = row.select("td > label > input[type=radio]")
        assert [button["value"] for button in buttons] == [each.id for each in task.right]
        assert len({button["name"] for button in buttons}) == 1
        labels = row.select("td > label:has(> input[type=radio])")
        for label, button, column in zip(labels, buttons, columns, strict=True):
            # Where the head is not shown the button has the column's words beside it.
            assert said(one(label, ".bw-text")) == said(column)
            assert button["aria-labelledby"] == f"{header['id']} {column['id']}"
    names = {row.select("input")[0]["name"] for row in rows}
    assert len(names) == len(rows)


def _steps(task: Order, box: Tag) -> None:
    rows = box.select("ol.bw-order > li")
    shown = [str(row["data-option"]) for row in rows]
    assert sorted(shown) == sorted(option.id for option in task.options)
    assert any(shown.index(a) > shown.index(b) for a, b in task.before)  # not yet right
    for row in rows:
        control = one(row, ":scope > input[type=number]")
        assert (control["min"], control["max"]) == ("1", str(len(rows)))
        assert control["aria-label"] == f"Place of: {said(one(row, '.bw-text'))}"


@pytest.mark.parametrize("tag", ["wordbank"])
def test_the_words_stand_above_the_gaps(form: Tag) -> None:
    bank = one(form, "fieldset > ul.bw-bank")
    assert bank["aria-label"] == "Word bank"
    words = [said(word) for word in bank.select("li")]
    assert sorted(words) == ["attack", "consult", "pledged"]
    for gap in form.select(".bw-gap > select"):
        assert [option.text for option in gap.select("option")] == ["–", *words]
    assert bank.find_next_sibling(class_="bw-passage") is not None


@pytest.mark.parametrize("tag", ["region"])
def test_the_map_has_a_letter_for_each_option_and_no_name(form: Tag) -> None:
    svg = one(form, ".bw-region > svg[role=img]")
    marks = [(mark["data-place"], said(one(mark, "text"))) for mark in svg.select(".bw-mark")]
    rows = form.select(".bw-options > li")
    assert marks == [(row["data-option"], said(one(row, ".bw-letter"))) for row in rows]
    told = said(one(svg, "title")) + said(one(svg, "desc"))
    assert "A, B, C" in told
    assert not [name for name in ("Jeju", "Hiroshima", "Seoul") if name in str(svg)]
