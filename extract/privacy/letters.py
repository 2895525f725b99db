"""What speaks for privacy in a mail: its marks, and the words that its author wrote for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.facts import TEXT, ParsedMessage, PrivacyFact, Segment
from extract.privacy.found import Stretch, hints_in, matters_in
from extract.privacy.marks import mark_of

_WRITTEN: Final = frozenset({"person", "calendar"})


def privacy_of(
    message: ParsedMessage, text: str, segments: tuple[Segment, ...], *, marked: bool
) -> tuple[PrivacyFact, ...]:
    """Marks first, then matters. What is quoted or stands below a signature is not the author's.

    Args:
        marked: whether headers, or the folder or label in which it lies, say that it is private.
    """
    if message.message_class.kind not in _WRITTEN:
        return ()
    subject = Stretch("subject", 0, message.subject)
    written = list(_written(text, segments))
    mark = mark_of(subject, written[0] if written else Stretch(TEXT, 0, ""), marked=marked)
    matters = matters_in([subject, *written])
    return (mark, *matters) if mark else matters


def hints_of(message: ParsedMessage, text: str, segments: tuple[Segment, ...]) -> tuple[PrivacyFact, ...]:
    """What its author wrote that speaks for privacy, and too little to say so."""
    if message.message_class.kind not in _WRITTEN:
        return ()
    return hints_in([Stretch("subject", 0, message.subject), *_written(text, segments)])


def _written(text: str, segments: tuple[Segment, ...]) -> Iterator[Stretch]:
    for each in segments:
        if each.kind == "new":
            yield Stretch(TEXT, each.span.start, text[each.span.start : each.span.end])
