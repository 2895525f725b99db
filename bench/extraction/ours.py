"""Boswell's reader, as it is scored."""

from __future__ import annotations

from bench.extraction.claims import Act, Claims, Lines, Meeting
from extract.errors import Unreadable
from extract.facts import TEXT, Extraction, Findings, Moment, Phone, Segment, SignatureFact
from extract.raw import MESSAGE, RawItem, ReadingContext
from extract.reader import Reader

_NEW = frozenset({"new", "signoff", "signature"})
_READER = Reader()


def claims(raw: bytes) -> Claims:
    """What Boswell says about a message of a mailbox whose owner it knows nothing about."""
    try:
        found = _READER.read(RawItem(MESSAGE, raw, None, "1"), ReadingContext())
    except Unreadable:
        return Claims("", None)
    text = found.source(TEXT)
    message, said = found.message, found.findings
    return Claims(
        text=text,
        kind=message.message_class.kind if message else None,
        language=message.language if message else None,
        new=_lines(text, found.segments, _NEW),
        signature=_lines(text, found.segments, frozenset({"signature"})),
        contact=_contact(said.signature) if said.signature else (),
        mentions=tuple(mention.name for mention in said.mentions),
        acts=tuple(Act(fact.who, fact.text, _iso(fact.due_date)) for fact in said.commitments),
        meetings=_meetings(found),
        contacts=tuple(contact.address for contact in found.contacts),
        until=_iso(said.absence.until) if said.absence else None,
        substitutes=_substitutes(said),
        bounced=tuple((fact.address, fact.permanent) for fact in said.bounces),
    )


def _lines(text: str, segments: tuple[Segment, ...], kinds: frozenset[str]) -> Lines:
    lines: set[int] = set()
    for segment in segments:
        if segment.kind in kinds:
            covered = text[segment.span.start : segment.span.end].removesuffix("\n")
            first = text.count("\n", 0, segment.span.start) + 1
            lines.update(range(first, first + covered.count("\n") + 1))
    return frozenset(lines)


def _contact(fact: SignatureFact) -> tuple[tuple[str, str], ...]:
    single = {"name": fact.name, "title": fact.title, "company": fact.company, "department": fact.department}
    values = [(field, value) for field, value in (single | {"address": fact.address}).items() if value]
    values += [("url", url) for url in fact.urls] + [("email", email) for email in fact.emails]
    return (*values, *(_phone(phone) for phone in fact.phones))


def _substitutes(said: Findings) -> tuple[str, ...]:
    """Of whoever is away or has left, each once."""
    named = [said.absence.substitute if said.absence else None, *(each.successor for each in said.employments)]
    return tuple(dict.fromkeys(name for name in named if name))


def _phone(phone: Phone) -> tuple[str, str]:
    return f"phone {phone.type}", phone.number


def _meetings(found: Extraction) -> tuple[Meeting, ...]:
    calendar = [
        Meeting(fact.summary, fact.start.strftime("%Y-%m-%dT%H:%M") if fact.start else None) for fact in found.meetings
    ]
    prose = [Meeting(fact.text, _moment(fact.start)) for fact in found.findings.appointments]
    return (*calendar, *prose)


def _moment(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    return f"{moment.day.isoformat()}T{moment.at:%H:%M}" if moment.at else moment.day.isoformat()


def _iso(day: object) -> str | None:
    return str(day) if day else None
