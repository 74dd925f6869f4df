"""What is only kept: opinions and exit tickets, which nothing scores."""

from playwright.sync_api import expect

from tests.page.conftest import Ask
from tests.page.keeping import progress


def test_what_is_kept_comes_back_and_counts_as_answered(ask: Ask) -> None:
    asked = ask("poll")
    expect(asked.root.get_by_text("What the answers can show")).to_be_visible()
    note = asked.root.locator(".bw-key .bw-why")
    expect(note).to_be_hidden()
    asked.option("c").check()
    asked.check.click()
    expect(note).to_be_visible()
    expect(asked.again).to_be_hidden()
    expect(asked.root.locator(".bw-said")).to_have_count(0)
    expect(asked.page.locator(".bw-status").first).to_contain_text(progress(1, 0))
    asked.page.reload()
    expect(asked.option("c")).to_be_checked()
    asked.result("Your answer is kept. It is not marked.")
    asked.option("a").check()
    asked.result("Changed since you kept it. Keep it again.")
    asked.hear("Changed since you kept it. Keep it again.")


def test_half_a_ticket_can_be_kept(ask: Ask) -> None:
    asked = ask("ticket")
    asked.root.get_by_label("One question I still have").fill("Who keeps it?")
    asked.check.click()
    asked.result("Your answer is kept. It is not marked.")
    expect(asked.root.get_by_text("Look for:")).to_have_count(0)
    asked.page.reload()
    expect(asked.root.get_by_label("One question I still have")).to_have_value("Who keeps it?")
    expect(asked.root.get_by_label("One thing I can now explain")).to_have_value("")
