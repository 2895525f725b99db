"""Goals and the page of a 1:1 in a real Chromium: without script, in both themes, wide and narrow."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page
from sqlalchemy import update

from api.deps import now
from bench.browser import chromium_path
from store.goals import propose, settle
from store.judgement.goals.terms import Marker, Terms
from store.models.people import User
from tests.api.browsing import sign_in
from tests.firm import Firm, Person
from tests.readings import mail
from tests.store.goals_set import company_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_path() is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]
PICTURES = os.environ.get("PICTURES")


def set_together(petra: Person, ines: Person) -> str:
    """Eight weeks of a goal with one company, which is to last another five."""
    halden, today = company_of(ines), now().date()
    at = now() - timedelta(weeks=5)
    ines.feed(
        mail(901, "greta@halden.example", ines.address, at=at),
        mail(902, ines.address, "greta@halden.example", answers=901, at=at), now=now(),
    )  # fmt: skip
    ines.rule("approve", ines.suggestions("waiting"), now())
    ines.publish(now() + timedelta(hours=1))
    begin, markers = today - timedelta(weeks=8), (Marker(today - timedelta(weeks=2), 1, "A first answer"),)
    terms = Terms("two_way", 1, begin, today + timedelta(weeks=5), "Talk with Halden again", (halden,), markers)
    with petra.app.transaction(petra.acting) as session:
        goal_id = propose(session, petra.user_id, [ines.user_id], terms, now())
    with ines.app.transaction(ines.acting) as session:
        settle(session, ines.user_id, goal_id, "agree", now())
    return f"/goals/{goal_id}"


# Whatever hides a part of a table that would be scrolled to on a screen.
CUT = """[...document.querySelectorAll("main .printed *")].filter((one) => one.scrollHeight > one.clientHeight + 1
    && getComputedStyle(one).overflowY !== "visible").map((one) => one.className)"""


def tables_on_paper(page: Page) -> int:
    """How many tables beside drawings, closed on the screen, are printed; each of them, and whole."""
    page.emulate_media(media="print")
    tables = page.locator("main .printed table").all()
    assert all(table.is_visible() for table in tables)
    assert page.evaluate(CUT) == []
    page.emulate_media(media="screen")
    assert not any(table.is_visible() for table in tables)
    return len(tables)


@pytest.mark.parametrize(("scheme", "width", "language"), [("light", 1360, "en"), ("dark", 390, "de")])
def test_pages_are_whole_without_script(  # noqa: PLR0917 - fixtures and parameters
    chromium: Chromium, firm: Firm, ines: Person, address: str, scheme: str, width: int, language: str
) -> None:
    petra = firm.person("Petra", "manager")
    goal = set_together(petra, ines)
    with firm.app.transaction() as session:
        session.execute(update(User).values(language=language))
    page = chromium.new_context(viewport={"width": width, "height": 844}, java_script_enabled=False).new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
    sign_in(page, firm, petra, address)
    page.goto(f"{address}/one-to-ones/{ines.user_id}?company={company_of(ines)}")
    page.fill("textarea[name=text]", "Their new plant")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Their new plant")
    page.context.close()
    page = chromium.new_context(viewport={"width": width, "height": 844}).new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
    complaints = list[str]()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    sign_in(page, firm, petra, address)
    for number, path in enumerate((
        "/goals", goal, f"{goal}/rows", f"/goals/new?company={company_of(ines)}", f"/one-to-ones/{ines.user_id}",
        f"/companies/{company_of(ines)}",
    )):  # fmt: skip
        page.goto(address + path)
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{number}-{scheme}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert tables_on_paper(page) == (path == goal or path.startswith("/companies/")), path
        for closed in page.query_selector_all("details:not([open]) > summary"):
            closed.click()
        found = Axe().run(page)
        assert found.violations_count == 0, (path, found.generate_report())
        assert complaints == [], path
        complaints.clear()
    page.context.close()
