"""Whose a relationship is: of everybody of us who knows a contact, whoever knows them best, and at least *some*.

Two who know somebody equally well both have it, so that neither is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from store.judgement.relationship import Strength

_WORTH: Final[dict[Strength, int]] = {"close": 3, "good": 2, "some": 1}


def has_it(own: Strength | None, others: Iterable[Strength]) -> bool:
    """Whether a relationship of this strength is its rep's, beside those of the others."""
    mine = _WORTH.get(own, 0) if own else 0
    return mine > 0 and all(_WORTH.get(other, 0) <= mine for other in others)
