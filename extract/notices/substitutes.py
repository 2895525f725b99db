"""Whom an automatic reply names to turn to: an address that is not in the headers, or a name behind "contact"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.expressions import expression
from extract.facts import Participant, Span
from extract.patterns.notices.returns import NAME, SUBSTITUTE

_ADDRESS: Final = expression(r"[^\s<>()\[\]\"',;:|（），。]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ASK: Final = expression(f"(?i)(?:^|[^\\p{{L}}]){SUBSTITUTE}")
_NAME: Final = expression(NAME)
_FURTHER: Final = 90  # characters behind "contact" in which a name begins


def substitute_in(text: str, stretches: Sequence[Span], people: Sequence[Participant]) -> Span | None:
    """Where the substitute's address stands, or the name where there is no address; None where nobody is named."""
    known = {person.address for person in people}
    for stretch in stretches:
        for match in _ADDRESS.finditer(text[stretch.start : stretch.end]):
            if match[0].lower().rstrip(".") not in known:
                return Span(stretch.start + match.start(), stretch.start + match.end())
    return next((name for name in (_named(text, stretch) for stretch in stretches) if name), None)


def _named(text: str, stretch: Span) -> Span | None:
    for ask in _ASK.finditer(text[stretch.start : stretch.end]):
        start = stretch.start + ask.end()
        name = _NAME.match(text[start : min(stretch.end, start + _FURTHER)])
        if name:
            return Span(start + name.start(1), start + name.end(1))
    return None
