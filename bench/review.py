"""How long a key takes: from the key to the next frame in the browser, and on the server."""

from __future__ import annotations

import argparse
import statistics

from bench.browser import browser
from bench.installation import demo, folder

KEYS = 9


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every measurement takes."""


def run(_asked: argparse.Namespace) -> None:
    """Press approve and undo in turn; print medians and the slowest."""
    with folder() as base, demo(base / "home") as running, browser() as chromium:
        page = chromium.new_page(viewport={"width": 1360, "height": 900})
        page.goto(running.links["Ines"])
        page.click("text=Open Boswell")
        page.wait_for_selector(".js .it.on")
        for _ in range(KEYS):
            with page.expect_response("**/review/decisions"):
                page.keyboard.press("a")
        paints = page.evaluate("performance.getEntriesByName('key to paint').map(one => one.duration)")
        answers = page.evaluate(
            "performance.getEntriesByType('resource').filter(one => one.name.endsWith('/review/decisions'))"
            ".map(one => one.responseStart - one.requestStart)"
        )
        _say("approve, key to paint", paints)
        _say("approve, server", answers)


def _say(name: str, milliseconds: list[float]) -> None:
    middle, slowest = statistics.median(milliseconds), max(milliseconds)
    print(f"{name}: median {middle:.1f} ms, slowest {slowest:.1f} ms, n {len(milliseconds)}")
