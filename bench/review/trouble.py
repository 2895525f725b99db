"""What is left of decisions when the network, the tab or the answers are lost; what events move."""

from __future__ import annotations

import time

from playwright.sync_api import Error, Page, Route
from sqlalchemy import text

from bench.figures import Row
from bench.review.ground import Ground
from bench.review.keys import certainty, p95
from tests.api.browsing import kept

FAILING, OF = 23, 60
SEEN = """
window.shown = []; window.moved = 0;
new MutationObserver(() => window.shown.push(Date.now())).observe(document.getElementById("news"),
    { attributes: true, childList: true, subtree: true, characterData: true });
document.addEventListener("focusin", () => window.moved++);
"""


def offline(ground: Ground, number: int = 100) -> list[Row]:
    """Decisions without a network, sent while 23 of 60 requests fail: half before the server, half after it."""
    page, asked = ground.page(), [0]
    before = len(ground.decisions())

    def fail(route: Route) -> None:
        asked[0] += 1
        if asked[0] * FAILING % OF < FAILING:  # spread evenly
            if asked[0] % 2:
                route.fetch()  # the server does it and its answer is lost
            route.abort()
        else:
            route.continue_()

    page.wait_for_timeout(3000)  # more rows come while nothing is pressed
    page.context.set_offline(True)
    for _ in range(number):
        page.keyboard.press("a")
        page.wait_for_timeout(20)
    painted = page.locator(".it[hidden]").count()
    page.route("**/review/decisions", fail)
    page.context.set_offline(False)
    page.wait_for_selector("html[data-unsaved='0']", state="attached", timeout=180_000)
    page.context.close()
    return _kept("decisions offline", ground, painted, before, f"{painted} decisions, {asked[0]} requests")


def killed(ground: Ground, rounds: int) -> list[Row]:
    """The tab dies after the paint and before any request leaves it; another one is opened."""
    page, before, painted = ground.page(), len(ground.decisions()), 0
    for _ in range(rounds):
        page.route("**/review/decisions", lambda _: None)
        for _ in range(3):
            page.keyboard.press("a")
            painted += 1
        page = _crashed(page, ground)
        kept(page)
    page.context.close()
    return _kept("tab killed between paint and answer", ground, painted, before, f"{painted} painted, {rounds} kills")


def _crashed(page: Page, ground: Ground) -> Page:
    context = page.context
    page.evaluate("new Promise((done) => requestAnimationFrame(done))")
    try:
        page.goto("chrome://crash", timeout=3000)
    except Error:
        page.close()
    fresh = context.new_page()
    fresh.goto(ground.address)
    fresh.wait_for_selector("html[data-unsaved]", state="attached")
    return fresh


def _kept(name: str, ground: Ground, painted: int, before: int, sure: str) -> list[Row]:
    times = ground.decisions()
    lost, doubled = painted - (len(times) - before), sum(one - 1 for one in times)
    return [
        Row(f"{name}, lost", lost, "", sure, "", 0, at_most=True),
        Row(f"{name}, doubled", doubled, "", sure, "", 0, at_most=True),
    ]


def events(ground: Ground, number: int, words: int) -> list[Row]:
    """From a suggestion to the page that says so; and how often all of them move the focus."""
    page = ground.page()
    page.keyboard.press("j")
    page.wait_for_timeout(800)
    page.evaluate(SEEN)
    at, took = page.evaluate("document.activeElement.id"), []
    for _ in range(number):
        before = page.evaluate("window.shown.length")
        began = time.time()
        ground.fill(1)
        _notify(ground, 1)
        page.wait_for_timeout(450)
        shown = page.evaluate("window.shown")[before:]
        took += [shown[0] - 1000 * began] if shown else [450.0]
    _notify(ground, words)
    ground.fill(1)
    _notify(ground, 1)
    page.wait_for_selector(f"#news b:text-is('{number + 1}')")  # all before it were heard
    moved = page.evaluate("window.moved") + (page.evaluate("document.activeElement.id") != at)
    page.context.close()
    sure = f"{words + number + 1:,} events"
    return [
        Row("event to visible, p95", p95(took), "ms", certainty(took), "", 100, at_most=True),
        Row("focus moved by events", moved, "", sure, "", 0, at_most=True),
    ]


def _notify(ground: Ground, words: int) -> None:
    """So many events, each a transaction of its own: the server passes on what comes in one as one."""
    asked = text("select pg_notify('boswell_review', :id)")
    with ground.firm.app.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for _ in range(words):
            connection.execute(asked, {"id": str(ground.rep.user_id)})
