"""The review page: keys to paint with a long queue, what survives trouble, and the keys of a demo's day."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bench.browser import browser
from bench.figures import Row, told
from bench.installation import demo, folder
from bench.review import access, keys, trouble
from bench.review.ground import ground
from tests.api.browsing import kept

WAITING, QUICK = 5_000, 600


def arguments(parser: argparse.ArgumentParser) -> None:
    """How long the queue is, and whether pages alone are looked at."""
    parser.add_argument("--pages", action="store_true", help="only what axe and the policy find on every page")
    parser.add_argument("--waiting", type=int, help=f"notes that wait; {WAITING:,} when left out")


def run(asked: argparse.Namespace) -> int:
    """Print the figures; 1 when a target is missed."""
    number, pressed, rounds, words = (QUICK, 20, 2, 300) if asked.quick else (WAITING, 100, 10, 10_000)
    if asked.pages:
        return told("review", access.looked_at(), asked.json)
    rows = day() + (access.looked_at(("light",), (390,)) if asked.quick else access.looked_at())
    with ground() as there:
        there.fill(asked.waiting or number)
        rows += keys.first_use(there)
        rows += keys.timings(there, pressed)
        rows += trouble.offline(there, 20 if asked.quick else 100)
        rows += trouble.killed(there, rounds)
        rows += trouble.events(there, 10 if asked.quick else 40, words)
        rows += keys.undone(there)
        rows.append(refused(there.complaints))
    return told("review", rows, asked.json)


def refused(complaints: Sequence[Sequence[str]]) -> Row:
    """What the policy on content refused while keys were pressed and all was in trouble."""
    lines = [line for each in complaints for line in each if access.POLICY in line]
    return Row(
        "content refused by the policy, review", len(lines), "", f"{len(complaints)} browsers", "", 0, at_most=True
    )


def day() -> list[Row]:
    """The demo's day: the sure ones at once, then one key each, doubtful ones left out. No character is typed."""
    with folder() as base, demo(base / "home") as running, browser() as chromium:
        page = chromium.new_page(viewport={"width": 1360, "height": 900})
        page.goto(running.links["Ines"])
        page.click("text=Open Boswell")
        page.wait_for_selector("html[data-unsaved='0']", state="attached")
        page.wait_for_timeout(300)
        approved, pressed = page.locator("[data-pile=sure] .it:visible").count(), 1
        page.keyboard.press("Shift+A")
        while page.locator(".it.on:visible").count():
            private = page.locator(".it.on .tag:has-text('private')").count()
            page.keyboard.press("x" if private else "a")
            pressed += 1
            approved += not private
            kept(page)
    sure = f"{pressed} keys, {approved} approved, 0 characters typed"
    return [Row("keys an approved item, demo day", pressed / max(approved, 1), "", sure, "", 0.6, at_most=True)]
