"""Keys on other keyboards: what a key says counts, not where it lies; and the rep's own keys, or none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page

from bench.browser import chromium_path
from tests.api.browsing import kept, open_page, states
from tests.firm import Firm, Person

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]
# As a browser tells of keys: what they say, and what they would say on a board for English in the United States.
AZERTY = {"a": "KeyQ", "z": "KeyW", "&": "Digit1", "1": "Digit1", "?": "KeyM", ".": "Comma"}
DVORAK = {"x": "KeyB", "z": "Slash", "j": "KeyC", "h": "KeyJ", "p": "KeyR", "1": "Digit1"}
PRESSED = """([key, code, more]) => (document.activeElement || document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...more }))"""


def press(page: Page, key: str, code: str, **more: bool) -> None:
    page.evaluate(PRESSED, [key, code, more])


def test_letters_and_digits_of_other_boards(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    waiting, before = page.locator(".it:visible").count(), states(fed)
    press(page, "q", "KeyA")  # where A lies on a board for English there is Q on one for French
    assert page.locator(".it:visible").count() == waiting
    press(page, "a", AZERTY["a"])
    page.wait_for_selector("text=Approved 1.")
    press(page, "z", AZERTY["z"])
    page.wait_for_selector("text=Undone.")
    kept(page)
    assert states(fed) == before
    press(page, "x", DVORAK["x"])
    page.wait_for_selector("text=Left out 1.")
    press(page, "Z", DVORAK["z"])  # with the caps locked
    page.wait_for_selector("text=Undone.")
    press(page, "h", DVORAK["h"], repeat=True)  # a verb is not repeated by a key that is held
    press(page, "h", DVORAK["h"], ctrlKey=True)
    press(page, "h", DVORAK["h"], altKey=True)
    assert page.locator(".it:visible").count() == waiting
    press(page, "?", AZERTY["?"], shiftKey=True)
    page.wait_for_selector("#drawer h1:has-text('Keys')")
    page.keyboard.press("Escape")
    kept(page)
    assert states(fed) == before
    assert complaints == []


@pytest.mark.parametrize(("key", "shift"), [("&", False), ("1", True), ("1", False)])
def test_a_digit_answers_with_or_without_shift(  # noqa: PLR0917 - fixtures and parameters
    chromium: Chromium,
    firm: Firm,
    ines: Person,
    address: str,
    key: str,
    shift: bool,  # noqa: FBT001
) -> None:
    page, complaints = open_page(chromium, firm, ines, address, at="/practice")
    asked = page.locator(".it:has(.choices)").first
    asked.locator("h3").click()
    name = asked.get_attribute("id")
    press(page, key, "Digit1", shiftKey=shift)
    page.wait_for_selector(f"#{name}", state="hidden")
    assert complaints == []
