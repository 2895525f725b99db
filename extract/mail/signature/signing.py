"""The author's own words parted into what they say, the name below, and the signature block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.facts import Segment, SegmentKind, Span
from extract.mail.signature import choice
from extract.mail.signature.author import Author
from extract.mail.signature.candidates import Candidate, Stretch, stretch_of
from extract.mail.signature.lines import lines_of

_MOST_SIGNOFF_WORDS = 3


@dataclass(frozen=True, slots=True)
class Signed:
    """The segments of a message, its author's block among them; ``block`` is where that stands, or None."""

    segments: tuple[Segment, ...]
    block: Span | None


def sign(text: str, segments: Sequence[Segment], containers: Sequence[Span], author: Author) -> Signed:
    """Part every new segment into new, signoff and signature.

    Args:
        text: the message's text.
        segments: covering it, in order.
        containers: where markup says that a mail program put a signature.
        author: who wrote it.
    """
    stretches = {
        segment: stretch_of(lines_of(text, segment.span), author) for segment in segments if segment.kind == "new"
    }
    block = _contained(text, stretches, containers) or _block(choice.chosen(stretches.values()))
    parted = [
        piece
        for segment in segments
        for piece in (_parted(segment, stretches[segment], block) if segment in stretches else (segment,))
    ]
    return Signed(tuple(parted), block)


def _block(candidate: Candidate | None) -> Span | None:
    if candidate is None:
        return None
    lines = candidate.stretch.lines
    return Span(lines[candidate.first].start, lines[candidate.end - 1].end)


def _contained(text: str, stretches: dict[Segment, Stretch], containers: Sequence[Span]) -> Span | None:
    """The last container that lies in the author's words and holds more than a line, with the dashes right above."""
    for span in reversed(containers):
        if len(text[span.start : span.end].strip().splitlines()) > 1:
            for new, stretch in stretches.items():
                if new.span.start <= span.start and span.end <= new.span.end:
                    return Span(_with_dashes(stretch, span.start), span.end)
    return None


def _with_dashes(stretch: Stretch, start: int) -> int:
    """Where the separator above a container begins; its own start where there is none."""
    first = next(place for place, line in enumerate(stretch.lines) if line.end > start)
    above = stretch.above(first)
    return stretch.lines[above].start if above >= 0 and "dashes" in stretch.traits[above] else start


def _parted(segment: Segment, stretch: Stretch, block: Span | None) -> Iterator[Segment]:
    """One segment in pieces; blank lines go with what stands above them."""
    kind: SegmentKind = "new"
    current: SegmentKind | None = None
    start = segment.span.start
    signoff = _signoff(stretch, block)
    for place, line in enumerate(stretch.lines):
        if not line.words and not line.is_rule and not _covers(block, line.start):
            continue
        kind = "signature" if _covers(block, line.start) else "signoff" if place == signoff else "new"
        if current is not None and kind != current:
            yield Segment(current, Span(start, line.start))
            start = line.start
        current = kind
    yield Segment(current or "new", Span(start, segment.span.end))


def _covers(block: Span | None, place: int) -> bool:
    return block is not None and block.start <= place < block.end


def _signoff(stretch: Stretch, block: Span | None) -> int:
    """The bare name that ends the letter, above the block or at the end; -1 where there is none."""
    ends = [place for place, line in enumerate(stretch.lines) if _covers(block, line.start)]
    place = stretch.above(ends[0] if ends else len(stretch.lines))
    while place >= 0 and "postscript" in stretch.traits[place]:
        place = stretch.above(place)
    if place < 0 or len(stretch.lines[place].words.split()) > _MOST_SIGNOFF_WORDS:
        return -1
    seen = stretch.traits[place]
    above = stretch.above(place)
    is_closed = above >= 0 and "closing" in stretch.traits[above]
    is_named = not seen.isdisjoint({"author", "initials"}) and seen.isdisjoint({"email", "own_email", "phone"})
    return place if seen.isdisjoint({"closing", "prose"}) and (is_closed or is_named) else -1
