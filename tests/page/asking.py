"""A question in the page, as a test works on it."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass
class Asked:
    """A question of an open page."""

    page: Page
    id: str

    @property
    def root(self) -> Locator:
        """The whole question."""
        return self.page.locator(f"bw-question#{self.id}")

    @property
    def check(self) -> Locator:
        """The button that marks."""
        return self.root.locator(".bw-check")

    @property
    def again(self) -> Locator:
        """The button for another try."""
        return self.root.get_by_role("button", name="Try again")

    @property
    def fields(self) -> Locator:
        """The fields to write in."""
        return self.root.get_by_role("textbox")

    def option(self, value: str, part: str = "") -> Locator:
        """A radio button or a box, by its value."""
        within = f'[data-part="{part}"] ' if part else ""
        return self.root.locator(f'{within}input[value="{value}"]')

    def said(self, option: str, part: str = "") -> Locator:
        """What is said beside an option."""
        within = f'[data-part="{part}"] ' if part else ""
        return self.root.locator(f'{within}:not(.bw-right) > [data-option="{option}"] > .bw-said')

    def focus(self, target: Locator) -> None:
        """Walk to a control by the Tab key, as one who has no mouse must."""
        for _ in range(60):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def press(self, target: Locator, *keys: str) -> None:
        """Walk to a control and press keys there."""
        self.focus(target)
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, target: Locator, words: str) -> None:
        """Walk to a field and write."""
        self.focus(target)
        self.page.keyboard.type(words)

    def result(self, words: str) -> None:
        """Expect the line under the buttons to say this."""
        expect(self.root.locator(".bw-result")).to_have_text(words)

    def hear(self, *parts: str) -> None:
        """Expect the live region to say these."""
        for part in parts:
            expect(
                self.page.get_by_role("status").and_(self.page.locator(".bw-live"))
            ).to_contain_text(part)
