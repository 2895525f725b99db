"""Notices that nobody wrote for this message: disclaimers, footers of lists and providers, lists of attached files.

Judged by paragraph, within what is not quoted. Words decide by how many kinds of them meet, so that a person who asks
to keep something confidential is still read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from extract.expressions import expression
from extract.mail.quoting import traits
from extract.mail.quoting.lines import Lines
from extract.patterns.boilerplate import (
    ADDRESSES,
    ANCHORS,
    ATTACHMENTS,
    BANNERS,
    DISCLAIMING,
    FOOTERS,
    OFFERS,
    WARNINGS,
)
from extract.patterns.registers import STEMS

Notice = Literal["disclaimer", "footer"]
_KINDS: Final = 4
_KINDS_BESIDE: Final = 2  # in a paragraph next to a disclaimer
_SIGNS: Final = frozenset("0123456789:")  # a register's number, or a colon after an office
_LONGEST_FOOTER_LINES: Final = 14
_FILE_LINE: Final = expression(r"^-\s[^\s].{0,80}\.[A-Za-z]{2,4}(?:\s*<<.*>>)?$")
_ARMOUR, _SIGNED, _ARMOUR_END = "-----BEGIN PGP", "-----BEGIN PGP SIGNED", "-----END PGP"
_LONGEST_ADVERTISEMENT: Final = 6
_LONG_RULE: Final = 20


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A stretch of lines without a blank one or a rule between them: half-open line numbers and their words."""

    start: int
    end: int
    words: str
    ruled: bool  # a rule stands right above it


def notices_in(lines: Lines, start: int, end: int) -> Iterator[tuple[int, int, Notice]]:
    """The notices within a stretch of unquoted lines, as half-open ranges of lines in order.

    A footer stands at the end of a stretch or below a rule; disclaimers stand anywhere.
    """
    paragraphs = list(_paragraphs(lines, start, end))
    kinds = [_kind(one) for one in paragraphs]
    _spread(paragraphs, kinds)
    at_end = True
    for one, said in zip(reversed(paragraphs), reversed(kinds), strict=True):
        kind = said or ("footer" if at_end and _advertises(lines, one) else None)
        if kind == "disclaimer" or (kind == "footer" and (at_end or one.ruled)):
            yield _first_line(lines, one, kind), one.end, kind
        else:
            at_end = False
    for one in paragraphs[:1]:
        yield from _banner(lines, one)
    yield from _registers(lines, start, end)
    yield from _files(lines, start, end)
    yield from _armour(lines, start, end)


def _banner(lines: Lines, first: _Paragraph) -> Iterator[tuple[int, int, Notice]]:
    """A gateway's warning at the top, line by line: the letter may follow right below."""
    if not lines[first.start].words.casefold().lstrip("[*( ").startswith(BANNERS):
        return
    end = first.start + 1
    while end < first.end and any(stem in lines[end].words.casefold() for stem in WARNINGS):
        end += 1
    yield first.start, end, "disclaimer"


def _registers(lines: Lines, start: int, end: int) -> Iterator[tuple[int, int, Notice]]:
    """What company law makes a firm write, line by line: it stands right below signatures."""
    for place in range(start, end):
        words = lines[place].words
        if not _SIGNS.isdisjoint(words) and _kinds(words.casefold(), STEMS) >= _KINDS_BESIDE:
            yield place, place + 1, "disclaimer"


def _advertises(lines: Lines, one: _Paragraph) -> bool:
    """Whether a provider praises itself below a long rule at the end."""
    if not one.ruled or one.end - one.start > _LONGEST_ADVERTISEMENT or len(lines[one.start - 1].words) < _LONG_RULE:
        return False
    return any(stem in one.words for stem in ADDRESSES) and any(stem in one.words for stem in OFFERS)


def _armour(lines: Lines, start: int, end: int) -> Iterator[tuple[int, int, Notice]]:
    """PGP's lines (RFC 4880 section 6.2): the head of a signed message up to a blank line, a block with its content."""
    opened: int | None = None
    closing = ""
    for place in range(start, end):
        words = lines[place].words
        if opened is None and words.startswith(_ARMOUR):
            opened, closing = place, "" if words.startswith(_SIGNED) else _ARMOUR_END
        elif opened is not None and (words.startswith(closing) if closing else not words):
            yield opened, place + 1, "footer"
            opened = None


def _spread(paragraphs: list[_Paragraph], kinds: list[Notice | None]) -> None:
    """A paragraph beside a disclaimer is part of it when it says some of what disclaimers say."""
    for index, one in enumerate(paragraphs):
        beside = "disclaimer" in kinds[max(0, index - 1) : index + 2]
        if kinds[index] is None and beside and _disclaims(one.words) >= _KINDS_BESIDE:
            kinds[index] = "disclaimer"


def _first_line(lines: Lines, one: _Paragraph, kind: Notice) -> int:
    """Where a notice begins: at the rules above it, or at the first line that says what such notices say."""
    place = one.start
    if one.ruled:
        while place > 0 and is_break(lines[place - 1].words):
            place -= 1
        return place
    says = _says_disclaimer if kind == "disclaimer" else _says_footer
    return next(
        place for place in range(one.start, one.end) if says(lines[place].words.casefold()) or place + 1 == one.end
    )


def _says_disclaimer(words: str) -> bool:
    return bool(_kinds(words, ANCHORS) or _kinds(words, DISCLAIMING))


def _says_footer(words: str) -> bool:
    return words.startswith(ATTACHMENTS) or any(stem in words for stem in FOOTERS)


def is_break(words: str) -> bool:
    """Whether a line divides paragraphs as a blank one does: a rule, or the dashes above a signature."""
    return traits.is_rule(words) or words in {"--", "---", "__"}


def _paragraphs(lines: Lines, start: int, end: int) -> Iterator[_Paragraph]:
    begun: int | None = None
    for place in range(start, end + 1):
        line = lines[place] if place < end else None
        breaks = line is None or not line.words or is_break(line.words)
        if breaks and begun is not None:
            ruled = begun > start and is_break(lines[begun - 1].words)
            yield _Paragraph(begun, place, _folded(lines[begun:place]), ruled)
            begun = None
        elif not breaks and begun is None:
            begun = place


def _folded(lines: Lines) -> str:
    return " ".join(line.words for line in lines).casefold() + "\n"


def _kind(paragraph: _Paragraph) -> Notice | None:
    words = paragraph.words
    if _disclaims(words) >= _KINDS:
        return "disclaimer"
    return "footer" if _is_footer(paragraph) else None


def _is_footer(paragraph: _Paragraph) -> bool:
    words = paragraph.words
    if paragraph.end - paragraph.start > _LONGEST_FOOTER_LINES:
        return False
    sends_somewhere = paragraph.ruled or "@" in words or any(stem in words for stem in ADDRESSES)
    return words.startswith(ATTACHMENTS) or (sends_somewhere and any(stem in words for stem in FOOTERS))


def _disclaims(words: str) -> int:
    anchored = _kinds(words, ANCHORS)
    return anchored and anchored + _kinds(words, DISCLAIMING)


def _kinds(words: str, kinds: tuple[tuple[str, ...], ...]) -> int:
    return sum(any(stem in words for stem in stems) for stems in kinds)


def _files(lines: Lines, start: int, end: int) -> Iterator[tuple[int, int, Notice]]:
    """Lines at the end that list attached files: ``- price list.xls``."""
    place = end
    while place > start and (not lines[place - 1].words or _FILE_LINE.match(lines[place - 1].words)):
        place -= 1
    if any(line.words for line in lines[place:end]):
        yield place, end, "footer"
