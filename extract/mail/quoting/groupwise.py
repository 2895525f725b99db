"""GroupWise names the answered message between marks, ``>>> Ann Low 11/02/26 10:30AM >>>``, and quotes it bare."""

from __future__ import annotations

from typing import Final

from extract.mail.quoting import traits
from extract.mail.quoting.lines import Lines

_MARK: Final = ">>>"
_DEPTH: Final = 3
_LONGEST: Final = 200


def groupwise_at(lines: Lines, start: int) -> int | None:
    """The line behind a GroupWise header that begins at a place, perhaps wrapped; None when none does."""
    if lines[start].depth != _DEPTH:
        return None
    words = lines[start].words
    for place in (start, start + 1):
        if place > start and (place == len(lines) or lines[place].depth):
            return None
        words = words if place == start else f"{words} {lines[place].words}"
        if words.endswith(_MARK) and len(words) <= _LONGEST:
            named = traits.has_when(words) or traits.has_address(words)
            return place + 1 if named else None
    return None
