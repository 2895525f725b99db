"""Marks by which senders say that something is private or confidential (RFC 2156 section 5.3.4, and by hand)."""

from __future__ import annotations

from typing import Final

from extract.facts import Evidence, Span
from extract.facts.privacy import PrivacyFact
from extract.patterns.privacy import MARKS, SENSITIVITIES
from extract.privacy.found import Stretch, plain

MARKED: Final = 3
_LINES: Final = 3  # of a text, among which a mark stands alone
_LONGEST: Final = 60
_BRACKETS: Final = "[](){}*-–— "


def mark_of(subject: Stretch, sensitivity: str, text: Stretch) -> PrivacyFact | None:
    """The mark of a message, if it has one.

    Args:
        sensitivity: the header's value; its evidence is the whole subject.
        text: the first stretch that its author wrote.
    """
    if sensitivity.strip().lower() in SENSITIVITIES:
        return _fact(subject, 0, len(subject.words))
    length = _before_the_subject(subject.words)
    return _fact(subject, 0, length) if length else _alone_on_a_line(text)


def _before_the_subject(subject: str) -> int:
    """How long the mark is that a subject begins with; 0 without one."""
    for end in (":", "]", ")", "*", " -", " –"):
        head, found, _ = subject.partition(end)
        if found and _is_mark(head):
            return len(head) + len(end)
    return len(subject) if _is_mark(subject) else 0


def _alone_on_a_line(text: Stretch) -> PrivacyFact | None:
    at = seen = 0
    for line in text.words.splitlines(keepends=True):
        if _is_mark(line):
            return _fact(text, at, at + len(line.rstrip()))
        seen += bool(line.strip())
        if seen == _LINES:
            break
        at += len(line)
    return None


def _is_mark(words: str) -> bool:
    return len(words) <= _LONGEST and " ".join(plain(words.strip(_BRACKETS)).split()) in MARKS


def _fact(stretch: Stretch, start: int, end: int) -> PrivacyFact:
    place = Span(stretch.start + start, stretch.start + end)
    return PrivacyFact("marked", MARKED, (Evidence("privacy", stretch.source, place, stretch.words[start:end]),))
