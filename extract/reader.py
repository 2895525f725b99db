"""The order of the steps from bytes to facts, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from extract import interactions, limits
from extract.errors import Unreadable
from extract.facts import (
    CALENDAR_TEXT,
    TEXT,
    Extraction,
    Findings,
    MeetingFact,
    ParsedMessage,
    Participant,
    Segment,
    SignatureFact,
    SourceText,
)
from extract.gist import gist_of
from extract.language import language_of
from extract.mail import attachments, authenticity, body, dates, mime, quoting, references
from extract.mail.headers import Headers
from extract.mail.marks import MarkedText
from extract.mail.signature import Author, Signed, sign
from extract.meetings.invitations import invitation_of
from extract.meetings.invite import read_calendar
from extract.notices.classes import class_of
from extract.notices.declared import list_addresses
from extract.notices.reported import reported_in
from extract.notices.signs import Divided, Signs, signs_of
from extract.people import companies, contacts, parties, recognizer, signatures
from extract.privacy.letters import hints_of, privacy_of
from extract.privacy.marks import is_marked
from extract.raw import CALENDAR, MESSAGE, RawItem, ReadingContext
from extract.said import said_in, sent_of

_VERSION: Final = "8"
_WITH_PEOPLE: Final = frozenset({"person", "calendar"})


def reader_version() -> str:
    """The version of the rules, and the model that finds names: readings by different ones are different."""
    return f"{_VERSION} with {recognizer.installed().name}"


class Reader:
    """Reads items. It holds no state: equal bytes and context give an equal extraction."""

    def read(self, raw: RawItem, context: ReadingContext) -> Extraction:
        """Everything that can be read from one item.

        Raises:
            Unreadable: the bytes are neither a mail nor a calendar, or pass a limit. The reason quotes no content.
        """
        limits.check(raw.payload)
        if raw.media_type == MESSAGE:
            return _read_message(raw, context)
        if raw.media_type == CALENDAR:
            return _read_calendar(raw, context)
        raise Unreadable("The item is neither a mail nor a calendar.")


def _read_message(raw: RawItem, context: ReadingContext) -> Extraction:
    warnings: list[str] = []
    root = mime.parse(raw.payload, warnings)
    if not root.headers.fields:
        raise Unreadable("The item has no mail headers.")
    invitation = invitation_of(root, context, warnings)
    people, sources = parties.participants_of(root.headers, warnings)
    text = body.text_of(root, warnings)
    divided = Divided(text.text, quoting.segments_of(text.text, text.marks))
    signs = signs_of(root, people, invitation.method, divided)
    message = _message(raw, context, _Letter(root, people, signs), warnings)
    signed = _signed(text, divided.segments, message)
    message = replace(message, language=language_of(_new(text.text, signed.segments)) or language_of(text.text))
    sources = (SourceText(TEXT, text.text), *_dated(root.headers, message), *sources, *invitation.sources)
    language = message.language or context.language
    reported = reported_in(signs, divided, message, sent_of(message, language))
    invited = bool(invitation.meetings)
    findings = reported.findings or said_in(text.text, signed.segments, message, language, invited=invited)
    private = privacy_of(message, text.text, signed.segments, marked=is_marked(root.headers, raw.labels))
    hints = hints_of(message, text.text, signed.segments)
    signature = _signature(text, message, signed, context)
    findings = replace(findings, signature=signature, privacy=private, hints=hints)
    message = replace(message, participants=parties.named_as_signed(message.participants, signature))
    sources = (*sources, *reported.sources)
    found = _Read(message, invitation.meetings, sources, root.headers, signed.segments, findings)
    return _extraction(raw, context, found, warnings)


def _signed(text: MarkedText, segments: tuple[Segment, ...], message: ParsedMessage) -> Signed:
    """The text in segments; who signs is looked for in messages of a kind that people write."""
    if message.message_class.kind not in _WITH_PEOPLE:
        return Signed(segments, None)
    containers = [mark.span for mark in text.marks if mark.kind == "signature"]
    return sign(text.text, segments, containers, Author.of(message.participants))


def _signature(
    text: MarkedText, message: ParsedMessage, signed: Signed, context: ReadingContext
) -> SignatureFact | None:
    if signed.block is None:
        return None
    return signatures.signature_of(text.text, signed.block, Author.of(message.participants), context.timezone)


def _new(text: str, segments: tuple[Segment, ...]) -> str:
    """What was written for this message."""
    return "\n".join(text[each.span.start : each.span.end] for each in segments if each.kind == "new")


@dataclass(frozen=True, slots=True)
class _Letter:
    root: mime.Part
    people: tuple[Participant, ...]
    signs: Signs


@dataclass(frozen=True, slots=True)
class _Read:
    message: ParsedMessage | None
    meetings: tuple[MeetingFact, ...]
    sources: tuple[SourceText, ...]
    headers: Headers
    segments: tuple[Segment, ...] = ()
    findings: Findings = field(default_factory=Findings)


def _message(raw: RawItem, context: ReadingContext, letter: _Letter, warnings: list[str]) -> ParsedMessage:
    headers = letter.root.headers
    keys = references.thread_keys(headers)
    return ParsedMessage(
        message_id=keys.message_id,
        in_reply_to=keys.in_reply_to,
        references=keys.references,
        date=dates.date_of(headers, raw.received_at, warnings),
        subject=headers.text("subject")[: limits.SUBJECT_CHARACTERS],
        participants=letter.people,
        direction=parties.direction_of(letter.people, raw.labels, context),
        message_class=class_of(letter.signs),
        language=None,
        attachments=attachments.attachments_of(letter.root, warnings),
        refuted=authenticity.is_refuted(headers),
    )


def _dated(headers: Headers, message: ParsedMessage) -> tuple[SourceText, ...]:
    """Subject and date as sources of evidence, where the message has them."""
    texts = {"subject": message.subject, "date": headers.text("date")}
    return tuple(SourceText(name, text) for name, text in texts.items() if text)


def _read_calendar(raw: RawItem, context: ReadingContext) -> Extraction:
    invite = read_calendar(raw.payload, context)
    found = _Read(None, invite.meetings, (SourceText(CALENDAR_TEXT, invite.text),), Headers(()))
    return _extraction(raw, context, found, list(invite.warnings))


def _extraction(raw: RawItem, context: ReadingContext, found: _Read, warnings: list[str]) -> Extraction:
    present, lists = _present(found, context), list_addresses(found.headers)
    others, shared = contacts.persons(present, lists), contacts.desks(present, lists)
    exchanges = [each for meeting in found.meetings for each in interactions.of_meeting(meeting, context)]
    if found.message:
        with_whom = others or shared
        exchanges[:0] = interactions.of_mail(found.message, with_whom, found.sources, context, gist_of(found.findings))
    return Extraction(
        sha256=raw.sha256,
        reader_version=reader_version(),
        media_type=raw.media_type,
        message=found.message,
        meetings=found.meetings,
        sources=found.sources,
        segments=found.segments,
        contacts=contacts.contacts_of(others),
        companies=companies.companies_of(others),
        interactions=tuple(exchanges),
        findings=found.findings,
        warnings=tuple(dict.fromkeys(warnings)),
        desks=contacts.desks_of(shared),
    )


def _present(found: _Read, context: ReadingContext) -> tuple[Participant, ...]:
    """Whoever is outside the company and took part, in a message of a kind that people write."""
    message = found.message
    people = [person for meeting in found.meetings for person in meeting.people()]
    if message is not None and message.message_class.kind not in _WITH_PEOPLE:
        return ()
    if message is not None:
        people = [*message.participants, *people]
    return parties.outsiders(people, context)
