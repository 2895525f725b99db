"""Stretches of lines that could be a signature: what stands together, between prose, with where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.mail.signature.author import Author
from extract.mail.signature.lines import Line
from extract.mail.signature.traits import CONTACT, DETAILS, PROSE_LINE, SIGNING, Traits, traits_of
from extract.patterns.punctuation import QUOTATION_MARKS

_BREAKS: Final = frozenset({"prose", "closing", "postscript", "register"})
_GAP: Final = 2  # blank lines that a block may hold
_CONTINUED: Final = 50  # a line of prose of this length may go on on the next line
_TAGLINES: Final = 12  # lines below "-- " that still belong to it
_ABOVE_NAMES: Final = frozenset({"title", "firm", "own_firm"})
_MOTTO: Final = 2  # lines of a slogan below a block
_DEEPEST: Final = 400  # lines looked at, from the end


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that the author wrote in one go, with what is seen on each."""

    lines: Sequence[Line]
    traits: Sequence[Traits]

    def above(self, place: int) -> int:
        """The last line before a place that is not blank, or -1."""
        place -= 1
        while place >= 0 and not self.lines[place].words:
            place -= 1
        return place

    def below(self, place: int) -> int:
        """The first line from a place on that is not blank, or the number of lines."""
        while place < len(self.lines) and not self.lines[place].words:
            place += 1
        return place


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines ``first`` to ``end`` (half-open) of a stretch; ``top`` is the line that would name the author."""

    stretch: Stretch
    first: int
    end: int
    top: int


def stretch_of(lines: Sequence[Line], author: Author) -> Stretch:
    """Look at the lines from the end; what wraps from a line of prose is prose too."""
    first = max(0, len(lines) - _DEEPEST)
    traits: list[Traits] = [PROSE_LINE] * first
    for line in lines[first:]:
        seen = traits_of(line, author)
        if seen and traits and traits[-1] == PROSE_LINE and _continues(lines[len(traits) - 1], line, seen):
            seen = PROSE_LINE
        traits.append(seen)
    return Stretch(lines, traits)


def _continues(before: Line, line: Line, seen: Traits) -> bool:
    if len(before.words) < _CONTINUED or not seen.isdisjoint({"dashes", "rule", "closing", "author"}):
        return False
    return line.words[:1].islower() or not before.words.endswith((".", "!", "?", ":", ")", ","))


def candidates_of(stretch: Stretch) -> Iterator[Candidate]:
    """Every stretch of lines between prose that shows something of a signature."""
    place, count = 0, len(stretch.lines)
    while place < count:
        if not stretch.lines[place].words or not stretch.traits[place].isdisjoint(_BREAKS):
            place += 1
            continue
        end = _group_end(stretch, place)
        candidate = _candidate(stretch, place, end)
        if candidate:
            yield candidate
        place = max(end, candidate.end if candidate else end)


def _group_end(stretch: Stretch, place: int) -> int:
    """Where lines end that stand together, with at most two blank lines between them."""
    end = place
    while True:
        while end < len(stretch.lines) and stretch.lines[end].words and stretch.traits[end].isdisjoint(_BREAKS):
            end += 1
        following = stretch.below(end)
        if following == len(stretch.lines) or following - end > _GAP or following == end:
            return end
        if not stretch.traits[following].isdisjoint(_BREAKS):
            return end
        end = following


def _candidate(stretch: Stretch, first: int, end: int) -> Candidate | None:
    dashes = [place for place in range(first, end) if "dashes" in stretch.traits[place]]
    if dashes:
        return _dashed(stretch, dashes[-1])
    signing = [place for place in range(first, end) if not stretch.traits[place].isdisjoint(SIGNING)]
    if not signing:
        return None
    top = _top(stretch, signing)
    start = _start(stretch, first, top)
    return Candidate(stretch, start, _end(stretch, start, _last(stretch, top, signing) + 1), top)


def _start(stretch: Stretch, first: int, top: int) -> int:
    """A title or firm right above the name belongs to the block, and so does a rule above all."""
    start = top
    while start > first and not stretch.traits[start - 1].isdisjoint(_ABOVE_NAMES) and stretch.lines[start - 1].words:
        start -= 1
    above = stretch.above(start)
    return above if above >= first and "rule" in stretch.traits[above] else start


def _end(stretch: Stretch, start: int, end: int) -> int:
    """The rule that closes a box belongs to it, and so does what people add below their details at the very end."""
    is_box = "rule" in stretch.traits[start] and end < len(stretch.lines) and "rule" in stretch.traits[end]
    return end + 1 if is_box else _behind_motto(stretch, end)


def _behind_motto(stretch: Stretch, end: int) -> int:
    """A slogan, a quotation or an identifier right below the last detail, with nothing but the end behind it."""
    if stretch.traits[end - 1].isdisjoint(CONTACT):
        return end
    place = end
    while place < len(stretch.lines) and stretch.lines[place].words and place - end <= _MOTTO:
        seen = stretch.traits[place]
        is_said = "prose" in seen and not stretch.lines[place].words.startswith(QUOTATION_MARKS)
        if is_said or not seen.isdisjoint({"postscript", "register", "closing", "author"}):
            return end
        place += 1
    is_end = place - end <= _MOTTO and stretch.below(place) == len(stretch.lines)
    return place if is_end else end


def _dashed(stretch: Stretch, dashes: int) -> Candidate | None:
    """Below the separator all belongs to the block until a wide gap or a postscript; a name may stand right above."""
    top = stretch.below(dashes + 1)
    end = place = top
    while place < len(stretch.lines) and place - dashes <= _TAGLINES:
        if not stretch.traits[place].isdisjoint({"postscript", "register"}):
            break
        if stretch.lines[place].words:
            end = place + 1
        elif stretch.below(place) - place > _GAP:
            break
        place += 1
    if end == top:
        return None
    name = dashes - 1
    is_below = any("author" in stretch.traits[place] for place in range(top, end))
    if not is_below and name >= 0 and not stretch.traits[name].isdisjoint({"author", "person"}):
        return Candidate(stretch, name, end, name)
    return Candidate(stretch, dashes, end, top)


def _top(stretch: Stretch, signing: list[int]) -> int:
    """The line of the author's name; else of somebody's above a detail; else the start of the last paragraph."""
    for kind in ("author", "person", "initials"):
        named = [place for place in signing if kind in stretch.traits[place] and _has_detail(stretch, place)]
        if named:
            return named[-1] if kind == "author" and not _is_one_block(stretch, named) else named[0]
    return _unnamed_top(stretch, signing)


def _unnamed_top(stretch: Stretch, signing: list[int]) -> int:
    """Up from the last line for as long as lines show something; a bare name above stays outside."""
    top = place = signing[-1]
    while (place := stretch.above(place)) >= signing[0] and not stretch.traits[place].isdisjoint(DETAILS):
        top = place
    return top


def _is_one_block(stretch: Stretch, named: list[int]) -> bool:
    """Whether the name stands twice in one block rather than in two: "Ada Quill", below it "Quill Paper Ltd"."""
    return len(named) > 1 and _is_together(stretch, named[-2], named[-1])


def _is_together(stretch: Stretch, first: int, last: int) -> bool:
    """Whether no blank line stands between two lines."""
    return all(stretch.lines[place].words for place in range(first, last))


def _has_detail(stretch: Stretch, place: int) -> bool:
    """Whether the line itself or what stands just below it says more than a name; below a bare first name, at once."""
    if not stretch.traits[place].isdisjoint(DETAILS):
        return True
    lines = stretch.lines
    nearest = stretch.below(place + 1)
    is_bare = len(lines[place].words.split()) == 1
    if nearest == len(lines) or (is_bare and nearest > place + 1) or nearest - place > _GAP + 1:
        return False
    below = nearest + 1 if is_bare else min(len(lines), nearest + _GAP + 1)
    return any(not stretch.traits[each].isdisjoint(DETAILS) for each in range(nearest, below))


def _last(stretch: Stretch, top: int, signing: list[int]) -> int:
    """The last line that shows something, as long as nothing but a line or two stands between."""
    last = top
    for place in signing:
        if place > last and place - last <= _GAP + 2:
            last = place
    is_room = last + 1 < len(stretch.traits) and "room" in stretch.traits[last + 1]
    return last + is_room
