"""Whose a relationship is."""

from __future__ import annotations

import pytest

from store.judgement.heads_up import has_it
from store.judgement.relationship import Strength


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [
        ("some", [], True),
        ("good", ["some", "fading"], True),
        ("good", ["good"], True),
        ("some", ["good"], False),
        ("thin", [], False),
        ("fading", ["thin"], False),
        (None, [], False),
    ],
)
def test_the_best_known_has_it(own: Strength | None, others: list[Strength], *, expected: bool) -> None:
    assert has_it(own, others) is expected
