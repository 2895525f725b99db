"""Groups from before in a real Chromium: one key each, and the way back."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser as Chromium

from bench.browser import chromium_path
from tests.api.browsing import open_page
from tests.firm import Firm, Person
from tests.store.queries.test_past import GRETA, KIM, exchange, feed

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]


def test_one_key_a_group(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    feed(fed, *exchange(fed, 101, GRETA), *exchange(fed, 111, KIM))
    page, complaints = open_page(chromium, firm, fed, address)
    page.goto(f"{address}/my-data/history")
    page.wait_for_selector(".js .past li")
    assert Axe().run(page).violations_count == 0
    groups = page.locator(".past li").count()
    page.keyboard.press("j")
    page.keyboard.press("p")
    page.wait_for_selector("text=Kept private")
    assert page.locator(".past li").count() == groups - 1
    page.click("#undo button")
    page.wait_for_selector("text=Undone.")
    page.goto(f"{address}/my-data/history")
    assert page.locator(".past li").count() == groups
    assert complaints == []
