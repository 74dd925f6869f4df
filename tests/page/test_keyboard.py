"""Every type by keyboard alone: answered, checked, heard."""

from playwright.sync_api import expect

from bookwork.model.question import types
from tests.page.conftest import Ask


def test_single(ask: Ask) -> None:
    asked = ask("single")
    asked.press(asked.option("a"), "Space", "ArrowDown")
    expect(asked.option("b")).to_be_checked()
    asked.press(asked.check, "Enter")
    asked.result("Not yet. 0 of 1 point.")
    asked.hear("Not yet. 0 of 1 point.", "B: Not right. No: that is in Switzerland.")
    expect(asked.check).to_be_focused()


def test_multiple(ask: Ask) -> None:
    asked = ask("multiple")
    asked.press(asked.option("a"), "Space")
    asked.press(asked.option("b"), "Space")
    asked.press(asked.option("c"), "Space")
    asked.press(asked.check, "Space")
    asked.result("Partly right. 1 of 2 points.")
    asked.hear("A: Right. Yes", "B: Not right. No: France was not there.", "C: Right.")


def test_truefalse(ask: Ask) -> None:
    asked = ask("truefalse")
    asked.press(asked.option("true"), "Space", "ArrowDown")
    asked.press(asked.option("a"), "Space")
    asked.press(asked.check, "Enter")
    asked.result("Right. 2 of 2 points.")
    asked.hear("Right: it is a political promise.", "Yes: in its last lines.")


def test_short(ask: Ask) -> None:
    asked = ask("short")
    asked.write(asked.fields, "the camp davod.\n")
    asked.result("Right. 1 of 1 point.")
    asked.hear("Right. 1 of 1 point.", "Accepted, with a slip in the spelling.")
    expect(asked.fields).to_be_focused()


def test_number(ask: Ask) -> None:
    asked = ask("number")
    asked.write(asked.fields, "35\n")
    asked.result("Not yet. 0 of 1 point.")
    asked.hear("That is the share who supported it.")


def test_date(ask: Ask) -> None:
    asked = ask("date")
    asked.write(asked.fields, "Aug 18, 2023\n")
    asked.result("Right. 1 of 1 point.")
    asked.hear("Right. 1 of 1 point.")


def test_cloze(ask: Ask) -> None:
    asked = ask("cloze")
    asked.write(asked.root.get_by_label("Gap 1"), "Camp David")
    asked.press(asked.root.get_by_label("Gap 2"), "k")
    asked.press(asked.check, "Enter")
    asked.result("Partly right. 1 of 2 points.")
    asked.hear("Gap 1: Right.", "Gap 2: Not right.", "Gap 2. No: he was a guest.")


def test_matching(ask: Ask) -> None:
    asked = ask("matching")
    for number, words in enumerate(("Tokyo", "Seoul")):
        select = asked.root.get_by_role("combobox").nth(number)
        letter = select.locator("option", has_text=words).text_content() or ""
        asked.press(select, letter[0])
    asked.press(asked.check, "Enter")
    asked.result("Right. 2 of 2 points.")
    asked.hear("Japan: Right. Tokyo is Japan’s capital.")


def test_ordering(ask: Ask) -> None:
    asked = ask("ordering")
    steps = asked.root.locator(".bw-order .bw-text")
    expect(steps).to_have_text(["Lima meeting", "Camp David summit", "Phnom Penh Statement"])
    last = asked.root.get_by_role("button", name="Move up: Phnom Penh Statement")
    asked.press(last, "Enter")
    asked.hear("Moved to place 2 of 3.")
    expect(last).to_be_focused()
    asked.page.keyboard.press("ArrowUp")
    asked.hear("Moved to place 1 of 3.")
    asked.page.keyboard.press("ArrowUp")  # nowhere to go: nothing breaks
    expect(last).to_be_focused()
    asked.press(asked.check, "Enter")
    asked.result("Partly right. 1 of 3 points.")
    asked.hear("Lima meeting: Not right. November 2024.", "Phnom Penh Statement: Right.")
    asked.page.keyboard.press("Shift+Tab")  # back into the list, to its last button
    asked.page.keyboard.press("Shift+Tab")
    asked.page.keyboard.press("ArrowUp")
    asked.press(asked.check, "Enter")
    asked.result("Right. 3 of 3 points.")


def test_a_step_that_cannot_move_is_not_told_as_moved(ask: Ask) -> None:
    asked = ask("ordering")
    asked.root.get_by_role("button", name="Move up: Lima meeting").dispatch_event("click")
    asked.page.wait_for_timeout(200)
    expect(asked.page.locator(".bw-live", has_text="Moved")).to_have_count(0)


def test_arrows_that_move_a_step_do_not_move_the_page(ask: Ask) -> None:
    button = ask("ordering").root.get_by_role("button", name="Move up: Camp David summit")
    pressed = """(button, key) => button.dispatchEvent(
        new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}))"""
    went_on = {key: button.evaluate(pressed, key) for key in ("ArrowUp", "ArrowDown", "Tab")}
    assert went_on == {"ArrowUp": False, "ArrowDown": False, "Tab": True}


def test_evidence(ask: Ask) -> None:
    asked = ask("evidence")
    asked.press(asked.option("s02"), "Space")
    asked.press(asked.check, "Enter")
    asked.result("Right. 1 of 1 point.")
    asked.hear("s02: Right. Yes: it says so.")


def test_claim(ask: Ask) -> None:
    asked = ask("claim")
    asked.press(asked.option("a"), "Space")
    asked.press(asked.option("s03"), "Space")
    asked.press(asked.check, "Enter")
    asked.result("Partly right. 1 of 2 points.")
    asked.hear("s03: Neither helps nor hurts.", "Something right is still missing.")


def test_open(ask: Ask) -> None:
    asked = ask("open")
    asked.write(asked.fields, "They promised to consult.")
    asked.press(asked.check, "Enter")
    asked.result("Written. Now compare it with the rubric and the samples.")
    expect(asked.root.get_by_text("It names one promise.")).to_be_visible()
    expect(asked.root.get_by_text("They were friendly.")).to_be_visible()


def test_categorise(ask: Ask) -> None:
    asked = ask("categorise")
    for number in range(3):
        asked.press(asked.root.get_by_role("combobox").nth(number), "A", "c")  # A c(heckable fact)
    asked.press(asked.check, "Enter")
    asked.result("Partly right. 2 of 3 points.")
    asked.hear(
        "The summit took place in August 2023.: Right. A date can be looked up.",
        "The summit was a triumph.: Not right. Triumph is somebody’s view of it.",
    )


def test_matrix(ask: Ask) -> None:
    asked = ask("matrix")
    first = asked.root.get_by_role("radio", name="Japan’s prime minister Welcomed it")
    asked.press(first, "Space")
    expect(first).to_be_checked()
    second = asked.root.get_by_role("radio", name="China’s foreign ministry Welcomed it")
    asked.press(second, "Space", "ArrowRight")  # from column to column, within the row
    expect(asked.root.get_by_role("radio", name="ministry Criticised it")).to_be_checked()
    expect(first).to_be_checked()
    asked.press(asked.check, "Enter")
    asked.result("Right. 2 of 2 points.")
    asked.hear(
        "Japan’s prime minister: Right. He signed it.",
        "China’s foreign ministry: Right. It protested three days later.",
    )


def test_wordbank(ask: Ask) -> None:
    asked = ask("wordbank")
    asked.press(asked.root.get_by_label("Gap 1"), "p")
    asked.press(asked.root.get_by_label("Gap 2"), "a")
    asked.press(asked.check, "Enter")
    asked.result("Partly right. 1 of 2 points.")
    asked.hear(
        "Gap 1: Right.",
        "Gap 1. Yes: a pledge is a promise.",
        "Gap 2. No: nobody promised to fight.",
    )


def test_attribution(ask: Ask) -> None:
    asked = ask("attribution")
    asked.press(asked.option("a", "speaker"), "Space")
    asked.press(asked.option("fact", "kind"), "Space", "ArrowDown", "ArrowDown")
    expect(asked.option("characterisation")).to_be_checked()
    asked.press(asked.option("a", "support"), "Space", "ArrowDown")
    asked.press(asked.check, "Enter")
    asked.result("Partly right. 2 of 3 points.")
    asked.hear("C: Right. Yes: triumph judges.", "B: Not right. No: none is mentioned.")


def test_region(ask: Ask) -> None:
    asked = ask("region")
    asked.press(asked.option("p-jeju"), "Space", "ArrowDown")
    expect(asked.option("p-hiroshima")).to_be_checked()
    asked.press(asked.check, "Enter")
    asked.result("Not yet. 0 of 1 point.")
    asked.hear("B: Not right. No: that is where the three met before.")


def test_poll(ask: Ask) -> None:
    asked = ask("poll")
    asked.press(asked.option("a"), "Space", "ArrowDown")
    expect(asked.check).to_have_text("Keep my answer")
    asked.press(asked.check, "Enter")
    asked.result("Your answer is kept. It is not marked.")
    asked.hear("Your answer is kept. It is not marked.")
    expect(asked.check).to_be_focused()


def test_ticket(ask: Ask) -> None:
    asked = ask("ticket")
    asked.write(asked.root.get_by_label("One thing I can now explain"), "What a pledge is.")
    asked.write(asked.root.get_by_label("One question I still have"), "Who keeps it?")
    asked.press(asked.root.get_by_role("button", name="Keep my answer"), "Enter")
    asked.result("Your answer is kept. It is not marked.")


def test_every_type_is_tried_here() -> None:
    assert {f"test_{tag}" for tag in types()} <= set(globals())
