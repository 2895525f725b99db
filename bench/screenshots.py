"""Every page of the demo as a picture in ``out/``: light and dark, wide and narrow."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from playwright.sync_api import Page

from bench.browser import browser
from bench.installation import demo, folder

OUT = Path("out")
SIZES = ((1360, 900), (390, 844))
FIRST = "/first"  # stands for the first entry of a list
PAGES = {
    "Ines": (
        "/", "/timeline", "/timeline?mine=true", "/people", "/people/first", "/companies", "/companies/first",
        "/promises", "/rules", "/my-data", "/my-data/left-out", "/my/settings", "/my/digest", "/no-such-page",
    ),
    "Petra": ("/timeline", "/people", "/people/first", "/companies", "/companies/first"),
    "Ruth": ("/connections",),
    "Nobody": ("/sign-in", "/sign-in/first"),
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every measurement takes."""


def run(_asked: argparse.Namespace) -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    with folder() as base, demo(base / "home") as running, browser() as chromium:
        for name, paths in PAGES.items():
            page = chromium.new_page()
            if name in running.links:
                page.goto(running.links[name])
                page.click("text=Open Boswell")
                page.wait_for_selector("nav")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                for width, height in SIZES:
                    page.set_viewport_size({"width": width, "height": height})
                    for path in paths:
                        _open(page, running.address, path)
                        room = re.sub(r"\W+", "-", path).strip("-") or "review"
                        page.screenshot(path=str(OUT / f"{name.lower()}-{room}-{scheme}-{width}.png"))
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}/")


def _open(page: Page, address: str, path: str) -> None:
    """A page; of a list's first entry, the one that the list leads to."""
    room = path.removesuffix(FIRST)
    page.goto(address + room)
    entry = page.locator(f'main a[href^="{room}/"]')
    if room != path and entry.count():
        entry.first.click()
    elif room != path:
        page.goto(address + path)
