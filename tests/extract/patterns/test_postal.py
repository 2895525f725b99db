"""Lines of postal addresses."""

from __future__ import annotations

import pytest

from extract.patterns.postal import is_town


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("33333 Hof", True), ("Springfield, IL 62704", True), ("Germany", True), ("Springfield, Illinois", True),
        ("see you", False), ("Hof", False),
    ],
)  # fmt: skip
def test_towns_with_postcode_or_state_and_countries_alone(line: str, *, expected: bool) -> None:
    assert is_town(line, line.replace(",", "").lower().split()) is expected
