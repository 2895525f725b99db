"""What comes out of a printer: the words and the drawings, dark on white, and nothing to press."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser as Chromium

from bench.browser import chromium_path
from tests.api.browsing import open_page
from tests.firm import Firm, Person

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]
PRESSED = "nav, form, button, kbd, summary, .btn, .toast, .foot, .panel, #news"
LOOKS = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
PAPER = 718  # CSS pixels between the margins of A4 (ISO 216)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_print_as_words_on_white(chromium: Chromium, firm: Firm, fed: Person, address: str, scheme: str) -> None:
    page, complaints = open_page(chromium, firm, fed, address)
    waiting = page.locator(".it:visible h3").all_inner_texts()
    fed.approve_all()
    fed.publish()
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
    page.set_viewport_size({"width": PAPER, "height": 1000})
    assert page.locator(".it:visible h3").all_inner_texts() == waiting
    paths = ["/timeline", "/people", "/companies", "/promises", "/goals", "/trends", "/my-data"]
    for path in [*paths, "first company"]:
        if path == "first company":
            page.goto(f"{address}/companies")
            path = page.locator('main a[href^="/companies/"]').first.get_attribute("href") or ""  # noqa: PLW2901
        page.goto(address + path)
        assert page.locator("main h1").first.is_visible(), path
        assert page.locator(f":is({PRESSED}):visible").count() == 0, path
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER + 1, path
        assert page.evaluate(LOOKS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"], path
    assert len(re.findall(rb"/Type */Page\b", page.pdf(format="A4"))) <= 2
    assert complaints == []
