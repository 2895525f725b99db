"""Every page of the demo as a picture in ``out/``: light and dark, wide and narrow."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.browser import browser
from bench.installation import demo, folder

OUT = Path("out")
SIZES = ((1360, 900), (390, 844))
PAGES = {
    "Ines": ("/", "/timeline", "/people", "/companies", "/my-data"),
    "Petra": ("/timeline", "/people", "/companies"),
    "Ruth": ("/connections",),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every measurement takes."""


def run(_asked: argparse.Namespace) -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    with folder() as base, demo(base / "home") as running, browser() as chromium:
        for name, paths in PAGES.items():
            page = chromium.new_page()
            page.goto(running.links[name])
            page.click("text=Open Boswell")
            page.wait_for_selector("nav")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                for width, height in SIZES:
                    page.set_viewport_size({"width": width, "height": height})
                    for path in paths:
                        page.goto(running.address + path)
                        room = path.strip("/") or "review"
                        page.screenshot(path=str(OUT / f"{name.lower()}-{room}-{scheme}-{width}.png"))
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}/")
