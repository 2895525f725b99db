"""Every page for everybody, looked at by axe in both themes and three widths, and by the policy on content."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from bench.browser import browser
from bench.figures import Row
from bench.installation import demo, folder
from bench.tour import PEOPLE, visitor

THEMES, WIDTHS = ("light", "dark"), (1360, 768, 390)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
POLICY = "Content Security Policy"


def looked_at(themes: Sequence[str] = THEMES, widths: Sequence[int] = WIDTHS) -> list[Row]:
    """What axe finds, and what the policy refused, over all of them."""
    found, complaints, pages, views = list[str](), list[str](), set[str](), 0
    with folder() as base, demo(base / "home") as running, browser() as chromium:
        for name in PEOPLE:
            with visitor(running, chromium, name) as who:
                note_refusals(who.page, complaints)
                pages |= {f"{name} {path}" for path in who.paths}
                for theme in themes:
                    who.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of its literals
                    for width in widths:
                        who.page.set_viewport_size({"width": width, "height": 844})
                        for path in who.paths:
                            who.page.goto(running.address + path)
                            found += _findings(who.page, f"{name} {path} {theme} {width}")
                            views += 1
    for line in (*found, *complaints):
        print(line)
    sure = f"{len(pages)} pages, {len(themes)} themes, {len(widths)} widths: {views} views"
    return [
        Row("axe findings, WCAG 2.2 AA", len(found), "", sure, "", 0, at_most=True),
        Row("content refused by the policy, all pages", len(complaints), "", sure, "", 0, at_most=True),
    ]


def note_refusals(page: Page, into: list[str]) -> None:
    """Keep what the browser says that the policy on content refused."""
    page.on("console", lambda message: into.append(message.text) if POLICY in message.text else None)


def _findings(page: Page, where: str) -> list[str]:
    answer = Axe().run(page, options=RULES).response
    return [f"{where}: {each['id']}, {len(each['nodes'])} times" for each in answer["violations"]]
