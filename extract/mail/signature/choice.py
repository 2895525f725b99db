"""Which stretch is the author's own block, if any: points for what stands in it and around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extract.mail.signature.candidates import Candidate, Stretch, candidates_of
from extract.mail.signature.traits import DETAILS, SIGNING, Traits
from extract.patterns import signature_weights as weights

_LONGEST: Final = 16  # lines with something on them
_NAME_WORDS: Final = 3
_BARE_WORDS: Final = 2
_BELOW: Final = 3  # lines looked at below a block
_DIRECTORY: Final = 4  # more lines with numbers than that, and not under the author's name, are a list of contacts


def chosen(stretches: Iterable[Stretch]) -> Candidate | None:
    """The candidate with the most points, the last of equals; None where none has enough."""
    best: Candidate | None = None
    most = weights.ENOUGH
    for stretch in stretches:
        for candidate in candidates_of(stretch):
            points = points_of(candidate) if is_block(candidate) else 0.0
            if points >= most:
                best, most = candidate, points
    return best


def points_of(candidate: Candidate) -> float:
    """How much speaks for a candidate."""
    return _inside(candidate) + _around(candidate) + _about_names(candidate)


def _inside(candidate: Candidate) -> float:
    traits = candidate.stretch.traits[candidate.first : candidate.end]
    seen = frozenset().union(*traits)
    seen -= {"author", "person", "initials"} - candidate.stretch.traits[candidate.top]
    if "author" in seen:
        seen -= {"person", "initials"}
    return sum(weights.INSIDE.get(trait, 0.0) for trait in seen) + _idle(candidate, seen) * weights.IDLE


def _idle(candidate: Candidate, seen: Traits) -> int:
    """How many lines say nothing that signatures say; below the separator people write what they like."""
    if "dashes" in seen:
        return 0
    lines = candidate.stretch.lines[candidate.first : candidate.end]
    traits = candidate.stretch.traits[candidate.first : candidate.end]
    telling = SIGNING | {"rule", "room"}
    return sum(each.isdisjoint(telling) for line, each in zip(lines, traits, strict=True) if line.words)


def _around(candidate: Candidate) -> float:
    stretch = candidate.stretch
    above = stretch.above(candidate.first)
    points = weights.FIRST if above < 0 else 0.0
    if above >= 0 and is_closed(stretch, above):
        points += weights.CLOSED
    elif above >= 0 and stretch.lines[above].words.endswith((":", "：")):
        points += weights.INTRODUCED
    return points + (weights.LAST if is_last(stretch, candidate.end) else weights.IN_THE_MIDDLE)


def is_closed(stretch: Stretch, above: int) -> bool:
    """Whether the letter is closed above: by words for that, or by them and a bare name."""
    if "closing" in stretch.traits[above]:
        return True
    before = stretch.above(above)
    return (
        len(stretch.lines[above].words.split()) <= _NAME_WORDS and before >= 0 and "closing" in stretch.traits[before]
    )


def is_last(stretch: Stretch, end: int) -> bool:
    """Whether nothing but a closing, a bare name, a postscript or a register's lines follow."""
    place = stretch.below(end)
    for _ in range(_BELOW):
        if place >= len(stretch.lines) or not stretch.traits[place].isdisjoint({"postscript", "register"}):
            return True
        if "closing" not in stretch.traits[place] and len(stretch.lines[place].words.split()) > _BARE_WORDS:
            return False
        place = stretch.below(place + 1)
    return place >= len(stretch.lines)


def _about_names(candidate: Candidate) -> float:
    """Somebody else's block counts only where the letter is closed above it: assistants write for others."""
    stretch = candidate.stretch
    seen = stretch.traits[candidate.top]
    if not seen.isdisjoint({"author", "initials"}):
        return 0.0
    inside = frozenset().union(*stretch.traits[candidate.first : candidate.end])
    if not inside.isdisjoint({"own_email", "own_url", "dashes"}):
        return 0.0
    if "person" not in seen:
        return weights.UNNAMED
    above = stretch.above(candidate.first)
    if _has_signed(stretch, above):
        return weights.PASTED
    is_signed = above >= 0 and is_closed(stretch, above)
    return 0.0 if is_signed else weights.STRANGER


def _has_signed(stretch: Stretch, before: int) -> bool:
    """Whether the author's own bare name stands further above: what is signed below it is a pasted letter."""
    return any(
        "author" in stretch.traits[place] and len(stretch.lines[place].words.split()) <= _NAME_WORDS
        for place in range(before)
    )


def is_block(candidate: Candidate) -> bool:
    """Whether a candidate says more than a name or a link, and no more than one person's details."""
    traits = candidate.stretch.traits[candidate.first : candidate.end]
    seen = frozenset().union(*traits)
    if "dashes" in seen:
        is_marked = candidate.stretch.lines[candidate.first].is_separator and is_last(candidate.stretch, candidate.end)
        return is_marked or not seen.isdisjoint(SIGNING)
    details = DETAILS if not seen.isdisjoint({"author", "person"}) else DETAILS - {"url"}
    if seen.isdisjoint(details) or ("author" not in seen and sum("phone" in each for each in traits) > _DIRECTORY):
        return False
    lines = candidate.stretch.lines[candidate.first : candidate.end]
    return sum(line.words != "" for line in lines) <= _LONGEST
