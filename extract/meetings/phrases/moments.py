"""Moments in a sentence: pieces side by side are one, with the words before it that make it a deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final

from extract.facts import Moment, Span
from extract.meetings.phrases.clock import Hours, hours_of
from extract.meetings.phrases.days import day_of
from extract.meetings.phrases.lexicon import Lexicon, is_fraction, lexicon
from extract.meetings.phrases.pieces import Piece, fold
from extract.meetings.phrases.reading import Reading
from extract.meetings.phrases.sent import Sent

_BEFORE: Final = 48  # characters before a moment in which its preposition stands
_LONGEST_GAP: Final = 28
_HALF_HOUR: Final = 30
_LONGEST_MEETING: Final = 1_440
_WITHIN: Final = (
    "within ", "by ", "before ", "until ", "till ", "binnen ", "innerhalb ", "innert ", "bis ", "sous ",
    "d'ici ", "avant ", "entro ",
)  # fmt: skip
_ALONE: Final = frozenset({"part", "zone", "duration"})  # say nothing by themselves


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Words that name a time.

    Attributes:
        span: of the words with their preposition.
        day: resolved; None where they fix none ("later this week") or name an hour alone.
        at: wall time as written, or None.
        timezone: as written, or None.
        minutes: how long, where a range or the sentence says so.
        deadline: something is to be done by then.
    """

    span: Span
    day: date | None
    at: time | None
    timezone: str | None
    minutes: int | None
    deadline: bool

    @property
    def moment(self) -> Moment | None:
        """Day and hour; None without a day."""
        return Moment(self.day, self.at) if self.day else None


def moments_in(text: str, sentence: Span, language: str, sent: Sent) -> tuple[TimePhrase, ...]:
    """The times named in a sentence, in order; none in a language without rules."""
    rules = lexicon(language)
    if rules is None:
        return ()
    written = text[sentence.start : sentence.end]
    words = fold(written)
    pieces = rules.pieces(words)
    if not any(piece.category not in _ALONE for piece in pieces):
        return ()
    edges = rules.edges
    past = bool(edges.past.search(words)) and not edges.ahead.search(words)
    reader = _Sentence(written, words, Reading(rules, sent, past=past))
    found = [reader.phrase(group) for group in reader.groups(pieces)]
    minutes = next((_length(piece, rules) for piece in pieces if piece.rule.kind == "duration"), None)
    return tuple(_placed(phrase, sentence.start, minutes) for phrase in found if phrase)


def _placed(phrase: TimePhrase, offset: int, minutes: int | None) -> TimePhrase:
    span = Span(phrase.span.start + offset, phrase.span.end + offset)
    return replace(phrase, span=span, minutes=phrase.minutes or minutes)


def _length(piece: Piece, rules: Lexicon) -> int | None:
    """Minutes of a duration."""
    groups, unit = piece.groups, piece.rule.amount
    count = rules.number(groups["n"]) if "n" in groups else int("half" not in groups)
    half = _HALF_HOUR if "half" in groups or "more" in groups else 0
    minutes = count * unit + half
    return minutes if 0 < minutes <= _LONGEST_MEETING else None


@dataclass(frozen=True, slots=True)
class _Sentence:
    written: str
    words: str
    reading: Reading

    def groups(self, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
        """Pieces that are parts of one moment."""
        group: list[Piece] = []
        for piece in pieces:
            if piece.rule.kind == "duration" or (piece.rule.kind == "zone" and not self._is_zone(group, piece)):
                continue
            if group and not self._belongs(group, piece):
                yield from self._solid(group)
                group = []
            group.append(piece)
        yield from self._solid(group)

    def _is_zone(self, group: Sequence[Piece], piece: Piece) -> bool:
        """A zone follows an hour, and its abbreviation is in capitals."""
        written = self.written[piece.start : piece.end].strip("()")
        capitals = written[:3].isupper() or len(written) > len("aest")
        return capitals and bool(group) and group[-1].category == "clock" and piece.start - group[-1].end <= 2  # noqa: PLR2004 - blank and bracket

    def _belongs(self, group: Sequence[Piece], piece: Piece) -> bool:
        gap = self.words[group[-1].end : piece.start]
        if len(gap) > _LONGEST_GAP or not self.reading.lexicon.edges.glue.match(gap):
            return False
        if piece.category != "part" and any(piece.category == other.category for other in group):
            return False
        complete = group[0].names_day and any(other.category == "clock" for other in group)
        return not (complete and piece.names_day and "(" not in gap and "," in gap)

    def _solid(self, group: Sequence[Piece]) -> Iterator[list[Piece]]:
        """Without what counts only beside something else."""
        strong = len(group) > 1 or any(not piece.rule.weak for piece in group)
        firm = [piece for piece in group if (strong and not is_fraction(self.words, piece)) or self._leans(piece)]
        if any(piece.category not in _ALONE for piece in firm):
            yield firm

    def _leans(self, piece: Piece) -> bool:
        """Whether a weak piece stands where only a time stands."""
        edges, before = self.reading.lexicon.edges, self.words[max(0, piece.start - _BEFORE) : piece.start]
        free = self.reading.lexicon.bare_is_time(self.words, piece)
        if piece.category == "weekday":  # "sat" and "sun" are words too
            return free and self.written[piece.start].isupper()
        led = bool(edges.lead.search(before) or edges.deadline.search(before))
        return free and (led or not self.words[piece.start].isdigit())

    def phrase(self, group: Sequence[Piece]) -> TimePhrase | None:
        """What one group says."""
        start, end, deadline = self._edges(group[0].start, group[-1].end)
        words = self.words[start:end]
        closes = any(piece.rule.kind == "close" for piece in group)
        day = day_of(group, self.reading)
        if closes and not any(piece.names_day for piece in group):
            day = self.reading.today
        hours = (
            Hours(None, None)
            if closes
            else hours_of(group, self.reading.lexicon, late=bool(self.reading.lexicon.edges.evening.search(self.words)))
        )
        zone = next(
            (self.written[piece.start : piece.end].strip("()") for piece in group if piece.rule.kind == "zone"), None
        )
        due = deadline or closes or words.startswith(_WITHIN)
        if day is None and hours.at and due and not any(piece.names_day for piece in group):
            day = self.reading.today
        return TimePhrase(Span(start, end), day, hours.at, zone, hours.minutes, due)

    def _edges(self, start: int, end: int) -> tuple[int, int, bool]:
        """With the preposition before and "at the latest" behind; whether they make a deadline."""
        edges = self.reading.lexicon.edges
        first = max(0, start - _BEFORE)
        before = self.words[first:start]
        due = edges.deadline.search(before)
        lead = due or edges.lead.search(before)
        after = edges.latest.match(self.words[end:])
        start = first + lead.start(1) if lead else start
        return start, end + after.end() if after else end, bool(due or after)
