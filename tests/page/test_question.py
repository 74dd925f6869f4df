"""A question in the page: what it says, when, and what it forgets."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.page.asking import Asked
from tests.page.conftest import Ask
from tests.page.keeping import progress
from tests.support import axe

CHANGED = "Changed since you checked it. Check again."
SEEN = "You have seen the answer. It counts once you check one of your own."


@pytest.mark.parametrize(
    ("type", "words"),
    [
        ("single", "Choose an option first."),
        ("multiple", "Choose one or more first."),
        ("evidence", "Choose one or more first."),
        ("matching", "Choose a partner first."),
        ("categorise", "Choose an option first."),
        ("matrix", "Choose an option first."),
        ("region", "Choose an option first."),
        ("poll", "Choose an option first."),
        ("wordbank", "Write or choose an answer first."),
        ("attribution", "Write or choose an answer first."),
        ("ticket", "Write or choose an answer first."),
        ("ordering", "Put the steps in order first, or choose “Keep this order”."),
        ("short", "Write or choose an answer first."),
        ("open", "Write or choose an answer first."),
    ],
)
def test_a_blank_answer_is_told_what_to_do(ask: Ask, type: str, words: str) -> None:
    asked = ask(type)
    asked.check.click()
    asked.result(words)
    asked.hear(words)
    expect(asked.again).to_be_hidden()
    assert asked.page.evaluate("localStorage.length") == 0


def test_feedback_stands_beside_its_option_and_describes_it(ask: Ask) -> None:
    asked = ask("multiple")
    for option in "ab":
        asked.option(option).check()
    asked.check.click()
    expect(asked.said("a")).to_have_text(re.compile("✓ ?Right. Yes: one of the three."))
    expect(asked.said("b")).to_have_text(re.compile("✗ ?Not right. No: France was not there."))
    expect(asked.option("b")).to_have_accessible_description("Not right. No: France was not there.")
    # Which right option is missing stays open: there is another try to come.
    expect(asked.said("c")).to_have_count(0)
    expect(asked.root.get_by_text("Something right is still missing.")).to_be_visible()


def test_links_in_feedback_survive_and_no_id_stands_twice(page: Page) -> None:
    page.goto("/quiz.html")
    page.evaluate(
        """() => {
            const item = document.querySelector('#all-single [data-for="answer/option:b"]');
            const link = document.createElement("a");
            Object.assign(link, {href: "facts.html#s04", id: "one", textContent: "s04"});
            item.append(link);
        }"""
    )
    asked = Asked(page, "all-single")
    asked.option("b").check()
    asked.check.click()
    expect(asked.said("b").get_by_role("link", name="s04")).to_be_visible()
    twice = page.evaluate(
        """() => [...document.querySelectorAll("[id]")].map(e => e.id)
            .filter((id, n, all) => all.indexOf(id) !== n)"""
    )
    assert twice == []


def test_a_change_takes_the_marks_away(ask: Ask) -> None:
    asked = ask("single")
    asked.option("b").check()
    asked.check.click()
    asked.option("a").check()
    asked.result(CHANGED)
    asked.hear(CHANGED)
    expect(asked.said("b")).to_have_count(0)
    expect(asked.option("b")).to_have_accessible_description("")
    expect(asked.again).to_be_hidden()


def test_another_try_keeps_what_was_right(ask: Ask) -> None:
    asked = ask("multiple")
    for option in "ab":
        asked.option(option).check()
    asked.check.click()
    asked.again.click()
    expect(asked.option("a")).to_be_checked()
    expect(asked.option("b")).not_to_be_checked()
    expect(asked.option("a")).to_be_focused()
    expect(asked.root.locator(".bw-said")).to_have_count(0)
    asked.result("")


def test_another_try_keeps_words_to_mend(ask: Ask) -> None:
    asked = ask("short")
    asked.fields.fill("Camp Dovod")
    asked.check.click()
    asked.again.click()
    expect(asked.fields).to_be_focused()
    expect(asked.fields).to_have_value("Camp Dovod")
    asked.page.keyboard.type("Camp David\n")  # all was selected, so this replaces it
    asked.result("Right. 1 of 1 point.")


def test_another_try_goes_to_the_part_that_needs_it(ask: Ask) -> None:
    asked = ask("cloze")
    asked.root.get_by_label("Gap 1").fill("Camp David")
    asked.root.get_by_label("Gap 2").select_option("b")
    asked.check.click()
    asked.again.click()
    expect(asked.root.get_by_label("Gap 1")).to_have_value("Camp David")
    expect(asked.root.get_by_label("Gap 2")).to_have_value("")
    expect(asked.root.get_by_label("Gap 2")).to_be_focused()


def test_another_try_at_what_is_known_starts_empty(ask: Ask) -> None:
    asked = ask("ordering")
    start = asked.root.locator(".bw-order .bw-text").all_text_contents()
    asked.root.get_by_role("button", name="Move up: Phnom Penh Statement").click()
    asked.root.get_by_role("button", name="Move up: Phnom Penh Statement").click()
    asked.root.get_by_role("button", name="Move down: Lima meeting").click()
    asked.check.click()
    asked.result("Right. 3 of 3 points.")
    asked.again.click()
    assert asked.root.locator(".bw-order .bw-text").all_text_contents() == start
    asked.check.click()
    asked.result("Put the steps in order first, or choose “Keep this order”.")


def test_an_emptied_question_is_not_told_as_changed(ask: Ask) -> None:
    asked = ask("single")
    asked.option("a").check()
    asked.check.click()
    asked.again.click()
    asked.page.reload()
    asked.result("")


def test_fields_neither_complete_nor_correct(ask: Ask) -> None:
    for name, value in (
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
    ):
        for type in ("short", "number", "date"):
            expect(ask(type).fields).to_have_attribute(name, value)


def test_an_order_can_be_kept_as_it_is(ask: Ask) -> None:
    asked = ask("ordering")
    asked.root.get_by_role("button", name="Keep this order").click()
    expect(asked.check).to_be_focused()
    asked.hear("This order is your answer.")
    asked.page.keyboard.press("Enter")
    asked.result("Not yet. 0 of 3 points.")


def test_a_chain_says_why_a_part_does_not_count(ask: Ask) -> None:
    asked = ask("truefalse")
    asked.option("true").check()
    asked.option("a").check()
    asked.check.click()
    asked.result("Not yet. 0 of 2 points.")
    expect(
        asked.root.get_by_text("Not counted yet: what comes before it must be right first.")
    ).to_be_visible()


def test_enter_that_composes_a_character_checks_nothing(ask: Ask) -> None:
    asked = ask("short")
    asked.fields.fill("캠프")
    asked.fields.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    asked.result("")
    asked.fields.dispatch_event("keydown", {"key": "Enter", "bubbles": True})
    asked.result("Not yet. 0 of 1 point.")


def test_an_unreadable_or_coarse_date_is_told_what_to_write(ask: Ask) -> None:
    asked = ask("date")
    for words, told in (
        ("8/18/2023", "Write a date, like 4 July 1776."),
        ("August 2023", "More exactly, please: like 4 July 1776."),
    ):
        asked.fields.fill(words)
        asked.check.click()
        expect(asked.root.get_by_text(told)).to_be_visible()


def test_seeing_the_answer_first_costs_the_score_until_one_is_given(ask: Ask) -> None:
    asked = ask("single")
    asked.root.get_by_text("Answer and why").click()
    asked.result(SEEN)
    expect(asked.page.locator(".bw-status")).to_contain_text(progress(0, 0))
    asked.page.reload()
    asked.result(SEEN)
    asked.option("a").check()
    asked.check.click()
    asked.result("Right. 1 of 1 point.")
    kept = asked.page.evaluate("JSON.parse(localStorage['bookwork:samples']).items['all-single']")
    assert (kept["s"], kept["n"], kept["e"]) == ("right", 1, 1)


def test_the_latest_score_counts(ask: Ask) -> None:
    asked = ask("single")
    for option in "ab":
        asked.option(option).check()
        asked.check.click()
    kept = asked.page.evaluate("JSON.parse(localStorage['bookwork:samples']).items['all-single']")
    assert (kept["s"], kept["n"], kept["e"]) == ("wrong", 2, 0)


def test_matching_lists_show_the_partners_words(ask: Ask) -> None:
    asked = ask("matching")
    options = asked.root.get_by_role("combobox").first.locator("option").all_text_contents()
    assert options[0] == "–"
    assert sorted(option[4:] for option in options[1:]) == ["Beijing", "Seoul", "Tokyo"]


def test_another_try_at_a_grid_keeps_the_right_rows(ask: Ask) -> None:
    asked = ask("matrix")
    asked.root.locator("tr[data-option=japan] input[value=welcomed]").check()
    asked.root.locator("tr[data-option=china] input[value=welcomed]").check()
    asked.check.click()
    asked.result("Partly right. 1 of 2 points.")
    wrong = asked.root.locator("tr[data-option=china] input[value=welcomed]")
    expect(wrong).to_have_accessible_description("Not right. It protested three days later.")
    asked.again.click()
    expect(asked.root.locator("tr[data-option=japan] input[value=welcomed]")).to_be_checked()
    expect(asked.root.locator("tr[data-option=china] :checked")).to_have_count(0)


def test_a_row_without_a_choice_is_told(ask: Ask) -> None:
    asked = ask("matrix")
    asked.root.locator("tr[data-option=japan] input[value=welcomed]").check()
    asked.check.click()
    asked.hear("China’s foreign ministry: Missing. Nothing was chosen.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marked_questions_are_accessible(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("/quiz.html")
    page.evaluate(
        """() => {
            for (const input of document.querySelectorAll("bw-question input:not([type=text])"))
                input.checked = true;
            for (const input of document.querySelectorAll("bw-question :is([type=text], textarea)"))
                input.value = "x";
            for (const select of document.querySelectorAll("bw-question select"))
                select.selectedIndex = 1;
            for (const button of document.querySelectorAll(".bw-keep, .bw-check")) button.click();
        }"""
    )
    expect(page.locator(".bw-result", has_text="Not yet")).not_to_have_count(0)
    assert axe.violations(page, "section.bw-quiz") == []


def test_forced_colours_leave_signs_and_words(ask: Ask) -> None:
    asked = ask("single")
    asked.page.emulate_media(forced_colors="active")
    asked.option("b").check()
    asked.check.click()
    expect(asked.said("b").locator(".bw-sign")).to_be_visible()
    outline = (
        asked.option("b")
        .locator("xpath=ancestor::label")
        .evaluate("label => getComputedStyle(label).outlineStyle")
    )
    assert outline == "solid"
