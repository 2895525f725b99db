from __future__ import annotations

import pytest

from extract.mail.quoting.lines import lines_of
from extract.mail.quoting.wraps import frames_quote, is_scissors, quoted_rests

FULL = "> we would like to know by the end of this week whether all of the"


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        (f"{FULL}\nprices hold\n> until May.\n", {1}),
        (f"{FULL}\nprices hold\n\nThey do.\n", {1}),
        (f"{FULL}\nThey do.\n\nInes\n", set()),
        (f"{FULL}\nThey do,\nall of them.\n", set()),
        (f"{FULL}\nprices hold\n> a\n{FULL}\nPrices\n", {1, 4}),
        (f"{FULL}\n{FULL[2:]}\nprices hold\n> until May.\n", {1, 2}),
        (f"{FULL} prices hold.\nYes.\n> And\n", {1}),
        (f"{FULL} prices hold.\n{FULL[2:]}\nof ours do.\n> And\n", set()),
        ("> Name\nAnn\n> Town\nHalden\n", set()),
        (f"{FULL}\nlast", {1}),
        (f"{FULL}\n" + f"{FULL[2:]}\n" * 20, set()),
        ("", set()),
    ],
)
def test_the_rest_of_a_wrapped_quotation(text: str, rests: set[int]) -> None:
    assert quoted_rests(lines_of(text)) == rests


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("-----\n> a\n", True), ("> a\n-----\n\nb\n", True), ("> a\n-----", True), ("> a\n-----\nAnn\n", False),
        ("-----\na\n", False), ("Yes.\n> a\n", False),
    ],
)  # fmt: skip
def test_rules_around_a_quotation(text: str, *, frames: bool) -> None:
    lines = lines_of(text)
    place = next(place for place, line in enumerate(lines) if not line.depth)
    assert frames_quote(lines, place) == frames


def test_scissors() -> None:
    assert is_scissors("--- 8< ---")
    assert is_scissors("✂ - - -")
    assert not is_scissors("8<x")
    assert not is_scissors("---")
