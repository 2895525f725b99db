"""Marks by which people say that something is private or confidential: in headers (RFC 2156 section 5.3.4), by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extract.facts import Evidence, Span
from extract.facts.privacy import PrivacyFact
from extract.mail.headers import Headers
from extract.mail.titles import title_span
from extract.patterns.privacy import MARKS, SENSITIVITIES, SENSITIVITY_HEADERS
from extract.privacy.found import Stretch, plain

MARKED: Final = 3
_LINES: Final = 3  # of a text, among which a mark stands alone
_LONGEST: Final = 60
_TAGS: Final = 3  # in brackets, such as gateways put before what comes from outside
_BRACKETS: Final = "[](){}*-–— "


def is_marked(headers: Headers, labels: Iterable[str]) -> bool:
    """Whether a header says so, or the folder or label in which the message's owner keeps it."""
    values = (headers.text(name).partition("(")[0].strip().lower() for name in SENSITIVITY_HEADERS)
    return any(value in SENSITIVITIES for value in values) or any(
        is_mark(name) for label in labels for name in label.replace(".", "/").split("/")
    )


def mark_of(subject: Stretch, text: Stretch, *, marked: bool = False) -> PrivacyFact | None:
    """The mark of a message, if it has one.

    Args:
        text: the first stretch that its author wrote.
        marked: whether it is marked elsewhere; the evidence is the whole subject then.
    """
    if marked:
        return _fact(subject, 0, len(subject.words))
    place = _in_the_subject(subject.words)
    return _fact(subject, place.start, place.end) if place else _alone_on_a_line(text)


def _in_the_subject(subject: str) -> Span | None:
    """Before the title, behind what programs put there; or in brackets at its end."""
    whole = title_span(subject)
    start = whole.start
    for _ in range(_TAGS):
        title = subject[start : whole.end]
        length = _before(title)
        if length:
            return Span(start, start + length)
        start += title.find("]") + 1 if title.startswith("[") else 0
        start += title_span(subject[start : whole.end]).start
    opening = max(subject.rfind("("), subject.rfind("["))
    ends_so = opening >= whole.start and subject[whole.end - 1] in ")]" and is_mark(subject[opening : whole.end])
    return Span(opening, whole.end) if ends_so else None


def _before(title: str) -> int:
    """How long the mark is that a title begins with; 0 without one."""
    for end in (":", "]", ")", "*", " -", " –"):
        head, found, _ = title.partition(end)
        if found and is_mark(head):
            return len(head) + len(end)
    return len(title) if is_mark(title) else 0


def _alone_on_a_line(text: Stretch) -> PrivacyFact | None:
    at = seen = 0
    for line in text.words.splitlines(keepends=True):
        if is_mark(line):
            return _fact(text, at, at + len(line.rstrip()))
        seen += bool(line.strip())
        if seen == _LINES:
            break
        at += len(line)
    return None


def is_mark(words: str) -> bool:
    """Whether words are nothing but a mark, in whatever brackets."""
    return len(words) <= _LONGEST and " ".join(plain(words.strip(_BRACKETS)).split()) in MARKS


def _fact(stretch: Stretch, start: int, end: int) -> PrivacyFact:
    place = Span(stretch.start + start, stretch.start + end)
    return PrivacyFact("marked", MARKED, (Evidence("privacy", stretch.source, place, stretch.words[start:end]),))
