"""Practice in a real Chromium: its keys, its undo, its end, and the way past it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser as Chromium

from bench.browser import chromium_path
from store.practice import is_newcomer
from tests.api.browsing import kept, open_page
from tests.firm import Firm, Person

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]


def is_new(person: Person) -> bool:
    with person.app.transaction(person.acting) as session:
        return is_newcomer(session, person.user_id)


def test_five_notes_by_their_keys(chromium: Chromium, firm: Firm, ines: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, ines, address, at="/practice")
    assert Axe().run(page).violations_count == 0
    page.wait_for_function("document.querySelectorAll('.it[data-seen]').length > 1")
    page.keyboard.press("a")
    page.keyboard.press("z")
    page.keyboard.press("Shift+A")
    assert page.locator(".it.on .hint").inner_text().startswith("This one is wrong on purpose")
    page.keyboard.press("a")
    page.wait_for_selector("text=That one was wrong.")
    page.keyboard.press("z")
    page.keyboard.press("x")
    page.keyboard.press("1")
    kept(page)
    page.reload()
    page.wait_for_selector(".js .it.on")
    assert page.locator(".it:visible").count() == 1
    assert is_new(ines)
    page.keyboard.press("p")
    page.wait_for_selector("text=That was all. Connect your mailbox?")
    kept(page)
    assert not is_new(ines)
    assert (ines.count("suggestion"), ines.count("decision")) == (0, 0)
    assert complaints == []


def test_escape_skips_it(chromium: Chromium, firm: Firm, ines: Person, address: str) -> None:
    page, complaints = open_page(chromium, firm, ines, address, at="/practice")
    page.keyboard.press("Escape")
    page.wait_for_selector("text=Nothing waiting.")
    assert not is_new(ines)
    assert complaints == []


def test_without_script(chromium: Chromium, firm: Firm, ines: Person, address: str) -> None:
    page, _ = open_page(chromium, firm, ines, address, script=False, at="/practice")
    page.click("#all button")
    page.wait_for_selector("text=Approved 2.")
    page.click("#undo button")
    page.wait_for_selector("text=Undone.")
    assert page.locator(".it").count() == 5
    page.click("text=Skip this")
    page.wait_for_selector("text=Nothing waiting.")
