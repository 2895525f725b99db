"""Readings of mails and meetings as the reader would give them, in one line each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from extract.facts import (
    Attachment,
    CommitmentFact,
    CompanyFact,
    ContactFact,
    DealFact,
    DealSide,
    DealStep,
    DeskFact,
    Direction,
    Evidence,
    Extraction,
    Findings,
    InteractionFact,
    MeetingFact,
    MessageClass,
    MessageKind,
    ParsedMessage,
    Participant,
    Phone,
    PhoneType,
    Promiser,
    Segment,
    SignatureFact,
    SourceText,
    Span,
)
from tests.builders import MONDAY

OURS = "alder.example"
COMPANIES = {"halden.example": "Halden", "kestrel.example": "Kestrel", "halden.test": "Halden"}


def evidence(field: str, source: str, text: str) -> Evidence:
    return Evidence(field, source, Span(0, len(text)), text)


def name_of(address: str) -> str:
    return address.partition("@")[0].replace(".", " ").title()


def participant(role: str, address: str) -> Participant:
    return Participant(role, address, name_of(address), None, evidence("people", role, address))  # type: ignore[arg-type]


def companies(addresses: list[str]) -> tuple[CompanyFact, ...]:
    domains = sorted({address.rpartition("@")[2] for address in addresses} & set(COMPANIES))
    return tuple(CompanyFact(domain, COMPANIES[domain], ()) for domain in domains)


def mail(
    number: int,
    sender: str,
    *to: str,
    at: datetime = MONDAY,
    answers: int | None = None,
    kind: MessageKind = "person",
    copy: str = "",
) -> Extraction:
    """A mail ``number`` that may answer another; ``copy`` makes other bytes of the same mail."""
    people = (participant("from", sender), *(participant("to", address) for address in to))
    outside = [person.address for person in people if not person.address.endswith(OURS)]
    direction: Direction = "out" if sender.endswith(OURS) and copy != "in" else "in"
    title = f"Matter {answers or number}"
    message = ParsedMessage(
        message_id=f"{number}@mail.example",
        in_reply_to=(f"{answers}@mail.example",) if answers else (),
        references=(),
        date=at + timedelta(minutes=number),
        subject=title,
        participants=people,
        direction=direction,
        message_class=MessageClass(kind, "test"),
        language=None,
        attachments=(),
    )
    facts = InteractionFact(
        "mail", at, at.date(), title, direction, tuple(outside), (evidence("subject", "subject", title),)
    )
    return Extraction(
        sha256=f"mail-{number}-{copy}",
        reader_version="1",
        media_type="message/rfc822",
        message=message,
        meetings=(),
        sources=(SourceText("text", f"Secret body {number}"), SourceText("subject", title)),
        segments=(),
        contacts=tuple(ContactFact(address, name_of(address), ()) for address in outside if kind == "person"),
        companies=companies(outside),
        interactions=(facts,),
        findings=Findings(),
        warnings=(),
    )


def signed(reading: Extraction, **fields: str) -> Extraction:
    """The same mail with a signature under it; ``phone`` and ``mobile`` in E.164 form, ``email`` another address."""
    numbers: dict[str, PhoneType] = {"phone": "work", "mobile": "mobile"}
    phones = tuple(Phone(fields[name], fields[name], kind) for name, kind in numbers.items() if name in fields)
    emails = (fields["email"],) if "email" in fields else ()
    named = {"mobile": "phone", "location": "address"}
    shown = tuple(evidence(named.get(name, name), "text", value) for name, value in fields.items())
    signature = SignatureFact(
        None, fields.get("title"), fields.get("company"), None, phones, fields.get("location"), (), emails, (), shown
    )
    return replace(reading, findings=replace(reading.findings, signature=signature))


def under_the_name(reading: Extraction, name: str) -> Extraction:
    """The same mail, its sender called so."""
    assert reading.message is not None
    sender, *others = reading.message.participants
    contacts = tuple(replace(each, name=name) if each.address == sender.address else each for each in reading.contacts)
    message = replace(reading.message, participants=(replace(sender, name=name), *others))
    return replace(reading, message=message, contacts=contacts)


def with_title(reading: Extraction, title: str) -> Extraction:
    """The same mail under another title."""
    facts = tuple(replace(each, title=title) for each in reading.interactions)
    return replace(reading, interactions=facts)


def meeting(uid: str, *people: str, at: datetime = MONDAY, sequence: int = 0, status: str = "confirmed") -> Extraction:
    """A calendar with one meeting of an hour."""
    fact = MeetingFact(
        uid=uid,
        recurrence_id=None,
        sequence=sequence,
        method=None,
        status=status,  # type: ignore[arg-type]
        start=at,
        end=at + timedelta(hours=1),
        all_day=False,
        timezone="UTC",
        summary="Pilot review",
        location=None,
        rule=None,
        private=False,
        organizer=participant("organizer", people[0]),
        attendees=tuple(participant("attendee", address) for address in people[1:]),
        evidence=(evidence("summary", "calendar", "Pilot review"),),
    )
    outside = [address for address in people if not address.endswith(OURS)]
    return Extraction(
        sha256=f"meeting-{uid}-{sequence}-{status}",
        reader_version="1",
        media_type="text/calendar",
        message=None,
        meetings=(fact,),
        sources=(SourceText("calendar", "SUMMARY:Pilot review"),),
        segments=(),
        contacts=tuple(ContactFact(address, name_of(address), ()) for address in outside),
        companies=companies(outside),
        interactions=(),
        findings=Findings(),
        warnings=(),
    )


def invitation(uid: str, organizer: str, *attendees: str, response: str) -> Extraction:
    """A meeting that somebody invites to, with what all invited answered (RFC 5545 section 3.2.12)."""
    called = meeting(uid, organizer, *attendees)
    (fact,) = called.meetings
    answered = tuple(replace(one, response=response) for one in fact.attendees)
    return replace(called, meetings=(replace(fact, attendees=answered),))


def with_desks(reading: Extraction, *addresses: str) -> Extraction:
    """The same reading, these of its addresses being companies' desks and nobody's."""
    contacts = tuple(each for each in reading.contacts if each.address not in addresses)
    desks = tuple(
        DeskFact(address, domain, COMPANIES[domain], ())
        for address in addresses
        if (domain := address.rpartition("@")[2]) in COMPANIES
    )
    known = {each.address.rpartition("@")[2] for each in contacts}
    named = tuple(each for each in reading.companies if each.domain in known)
    return replace(reading, contacts=contacts, companies=named, desks=desks)


def promising(reading: Extraction, words: str, due_on: date, who: Promiser = "author") -> Extraction:
    """The same mail with a promise of its author's, or a request, in its text."""
    text = reading.sources[0].text + "\n" + words
    start = len(text) - len(words)
    place = Evidence("commitment", "text", Span(start, len(text)), words)
    fact = CommitmentFact(who, words, None, due_on, (place,))
    findings = replace(reading.findings, commitments=(*reading.findings.commitments, fact))
    return replace(
        reading,
        findings=findings,
        sources=(SourceText("text", text), *reading.sources[1:]),
        segments=(Segment("new", Span(0, len(text))),),
    )


def dealing(
    reading: Extraction, step: DealStep, side: DealSide | None = None, *, amount: str = "", by: date | None = None
) -> Extraction:
    """The same mail with a step of a deal in its text; ``by`` is when that will be decided."""
    words = f"{step} for {amount} by {by}"
    text = reading.sources[0].text + "\n" + words
    start = len(text) - len(words)
    place = Evidence("deal", "text", Span(start, start + len(step)), step)
    further = [(name, str(value)) for name, value in (("amount", amount), ("expected_on", by)) if value]
    places = [
        Evidence(name, "text", Span(start + words.index(value), start + words.index(value) + len(value)), value)
        for name, value in further
    ]
    fact = DealFact(step, side, words, amount or None, by, (place, *places))
    findings = replace(reading.findings, deals=(*reading.findings.deals, fact))
    sources = (SourceText("text", text), *reading.sources[1:])
    return replace(reading, findings=findings, sources=sources, segments=(Segment("new", Span(0, len(text))),))


def sending(reading: Extraction, *names: str) -> Extraction:
    """The same mail with files of these names."""
    assert reading.message
    sent = tuple(Attachment(name, "application/octet-stream", 9, "0" * 64) for name in names)
    return replace(reading, message=replace(reading.message, attachments=sent))
