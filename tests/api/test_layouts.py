"""A hostile mail's layout in a real Chromium: it stands in its frame, runs nothing, and asks nothing of anybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Request

from bench.browser import chromium_path
from tests.api.browsing import open_page
from tests.extract.letters import letter
from tests.extract.mail.test_layout import HOSTILE
from tests.firm import Firm, Person
from tests.payloads import keep

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]
PAGE = "<p>Dear Ines, <a href='https://evil.example/x'>here</a></p>" + "".join(HOSTILE)
VIOLATIONS = (
    "window.violations = []; addEventListener('securitypolicyviolation', (one) => violations.push(one.blockedURI))"
)


def keep_all(person: Person) -> None:
    for number in (20, 21, 30, 31):
        keep(person, f"mail-{number}-", letter(PAGE, Content_Type="text/html"))


def test_its_layout_is_one_key_away_and_does_nothing(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    keep_all(fed)
    page, complaints = open_page(chromium, firm, fed, address)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.context.on("request", note)
    page.add_init_script(VIOLATIONS)
    page.goto(address)
    page.locator(".js .it:has(a.full) h3").first.click()
    page.wait_for_selector("#panel a.full")
    page.keyboard.press("o")
    page.wait_for_selector("#panel .whole p.text")
    page.keyboard.press("o")
    frame = page.frame_locator("#panel iframe.layout")
    frame.locator("text=Dear Ines").wait_for()
    frame.locator("small:has-text('evil.example')").first.wait_for()
    assert (
        frame.locator("script, img, style:not([nonce]), form, svg, iframe, [style], [id], [class]:not(.note)").count()
        == 0
    )
    inside = page.frames[1]
    assert inside.locator("body").evaluate("(body) => getComputedStyle(body).marginTop") == "12px"  # our style holds
    assert inside.evaluate("origin") == "null"
    page.keyboard.press("o")
    page.wait_for_selector("#panel .whole", state="detached")
    page.click("#panel a.full")
    page.click("#panel .whole a.full")
    page.wait_for_selector("#panel iframe.layout")
    page.click("#panel .whole a.full")  # as text again
    page.wait_for_selector("#panel .whole p.text")
    assert page.evaluate("violations") == []
    assert complaints == []
    assert [url for url in asked if not url.startswith(address)] == []


def test_its_layout_without_script(chromium: Chromium, firm: Firm, fed: Person, address: str) -> None:
    keep_all(fed)
    page, complaints = open_page(chromium, firm, fed, address, script=False)
    where = page.locator(".it a.full").last.get_attribute("href")
    page.goto(f"{address}{where}")
    page.click("text=As it was laid out")
    page.frame_locator("iframe.layout").locator("text=Dear Ines").wait_for()
    assert complaints == []
