"""Messages and meetings as exchanges between people: who, when, about what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from extract.facts import Direction, Evidence, InteractionFact, MeetingFact, ParsedMessage, Participant, SourceText
from extract.mail.titles import title_span
from extract.people.contacts import persons
from extract.people.parties import is_ours, outsiders
from extract.raw import ReadingContext

NOBODY: Final[frozenset[str]] = frozenset()


def of_mail(
    message: ParsedMessage,
    others: Iterable[Participant],
    sources: Iterable[SourceText],
    context: ReadingContext,
    gist: tuple[Evidence, ...] = (),
) -> tuple[InteractionFact, ...]:
    """The exchange that a message is: one if a person wrote it and somebody outside took part, else none.

    Args:
        message: the message.
        others: people outside the owner's company among its participants; companies' desks where there are none.
        sources: where ``subject`` and ``date`` are found as evidence.
        context: what is known of the owner.
        gist: the words that say what came of it.
    """
    addresses = _addresses(others)
    is_exchange = message.message_class.kind == "person" and message.direction != "internal"
    if not (is_exchange and addresses and message.date):
        return ()
    named = {source.name: source.text for source in sources}
    title = title_span(message.subject)
    return (
        InteractionFact(
            kind="mail",
            at=message.date,
            day=_day(message.date, context),
            title=message.subject[title.start : title.end],
            direction=message.direction,
            others=addresses,
            evidence=(*_evidence(named), *gist),
        ),
    )


def of_meeting(meeting: MeetingFact, context: ReadingContext) -> tuple[InteractionFact, ...]:
    """The exchange that a meeting is: one if it stands, has a time, and somebody outside is invited, else none."""
    others = _addresses(persons(outsiders(meeting.people(), context), NOBODY))
    if meeting.status != "confirmed" or meeting.start is None or not others:
        return ()
    return (
        InteractionFact(
            kind="meeting",
            at=meeting.start,
            day=_day(meeting.start, context),
            title=meeting.summary,
            direction=_direction(meeting, context),
            others=others,
            evidence=meeting.evidence,
        ),
    )


def _evidence(named: dict[str, str]) -> tuple[Evidence, ...]:
    """Title and date as written."""
    spans = {"subject": title_span(named.get("subject", "")), "date": title_span(named.get("date", ""))}
    return tuple(
        Evidence(name, name, span, named[name][span.start : span.end])
        for name, span in spans.items()
        if span.end > span.start
    )


def _addresses(people: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.address for person in people))


def _day(moment: datetime, context: ReadingContext) -> date:
    return moment.astimezone(ZoneInfo(context.timezone)).date()


def _direction(meeting: MeetingFact, context: ReadingContext) -> Direction:
    return "out" if meeting.organizer is None or is_ours(meeting.organizer.address, context) else "in"
