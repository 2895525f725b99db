"""What the author's own words say: people named, promises and requests, what was settled.

Only a person's new words count, not quotes and not the signature; and only in a language whose ways are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from extract import limits
from extract.facts import Findings, MentionFact, ParsedMessage, Participant, Segment, Span
from extract.intents.agreements import agreements_in
from extract.intents.appointments import Letter, appointments_in
from extract.intents.commitments import commitments_in
from extract.intents.deals import deals_in
from extract.language import supported
from extract.meetings.phrases.sent import Sent
from extract.people import recognizer
from extract.people.employments import employments_in
from extract.people.mentions import mentions_in
from extract.people.renames import rename_in

_WRITTEN: Final = frozenset({"person", "calendar"})


def said_in(
    text: str, segments: tuple[Segment, ...], message: ParsedMessage, language: str, *, invited: bool = False
) -> Findings:
    """The findings of a message's new text.

    Args:
        text: the text of the message.
        segments: what each stretch of it is.
        message: who took part, and of what class it is: programs say nothing, calendars name meetings alone.
        language: of the text.
        invited: a calendar part says all about meetings; the text only repeats it.
    """
    if message.message_class.kind not in _WRITTEN or not supported(language):
        return Findings()
    stretches = list(_within_limit(segment.span for segment in segments if segment.kind == "new"))
    sent = sent_of(message, language)
    letter = Letter(text, tuple(stretches), message.subject, language, sent) if sent and not invited else None
    appointments = appointments_in(letter) if letter else ()
    if message.message_class.kind == "calendar":
        return Findings(appointments=appointments)
    return Findings(
        mentions=_mentions(text, stretches, message, language),
        commitments=tuple(fact for span in stretches for fact in commitments_in(text, span, language, sent)),
        employments=employments_in(text, stretches, language, _author(message)),
        agreements=tuple(fact for span in stretches for fact in agreements_in(text, span, language)),
        appointments=appointments,
        deals=tuple(fact for span in stretches for fact in deals_in(text, span, language, sent)),
        renamed=rename_in(message.subject, text, stretches, language),
    )


def _within_limit(stretches: Iterable[Span]) -> Iterator[Span]:
    """The stretches as far as an author's words are read."""
    left = limits.SAID_CHARACTERS
    for span in stretches:
        if left <= 0:
            return
        yield Span(span.start, min(span.end, span.start + left))
        left -= span.end - span.start


def sent_of(message: ParsedMessage, language: str) -> Sent | None:
    """Where the sender's days are counted from; None for a message without any date."""
    author = _author(message)
    domain = author.address.rpartition("@")[2] if author else ""
    return Sent.of(message.date, language, domain) if message.date else None


def _author(message: ParsedMessage) -> Participant | None:
    return next((person for person in message.participants if person.role == "from"), None)


def _mentions(text: str, stretches: list[Span], message: ParsedMessage, language: str) -> tuple[MentionFact, ...]:
    """Each person once, by name. The recognizer knows English alone; elsewhere given names have to do."""
    finds = recognizer.installed() if language == "en" else recognizer.Nothing()
    found: dict[str, MentionFact] = {}
    for span in stretches:
        for fact in mentions_in(text, span, message.participants, finds):
            found.setdefault(fact.name.lower(), fact)
    return tuple(found.values())
