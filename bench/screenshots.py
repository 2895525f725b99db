"""Every page of the demo as a picture in ``out/``: light and dark, wide and narrow; the README shows one of them."""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

from bench.browser import browser
from bench.installation import demo, folder
from bench.tour import PEOPLE, visitor

OUT = Path("out")
SHOWN, README = OUT / "ines-review-light-1360.png", Path("docs/review.png")
SIZES = ((1360, 900), (390, 844))
ROW = re.compile(r"/[0-9a-f]{8}-[0-9a-f-]{27}$")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every measurement takes."""


def run(_asked: argparse.Namespace) -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    with folder() as base, demo(base / "home") as running, browser() as chromium:
        for name in PEOPLE:
            with visitor(running, chromium, name) as who:
                for scheme in ("light", "dark"):
                    who.page.emulate_media(color_scheme=scheme)
                    for width, height in SIZES:
                        who.page.set_viewport_size({"width": width, "height": height})
                        for path in who.paths:
                            who.page.goto(running.address + path)
                            room = re.sub(r"\W+", "-", ROW.sub("/first", path)).strip("-") or "review"
                            who.page.screenshot(path=str(OUT / f"{name.lower()}-{room}-{scheme}-{width}.png"))
    shutil.copyfile(SHOWN, README)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}/, the one of the README in {README}")
