"""What supports suggestions: the words behind each field, and the mails and meetings in which they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, cast, exists, func, null, select, union
from sqlalchemy.orm import Session

from store.models.private.message import Meeting, MeetingAnswer, Message, Participation
from store.models.private.suggestion import EvidenceRow, SuggestionSource

AROUND = 120


@dataclass(frozen=True, slots=True)
class Proof:
    """A field's evidence: the words themselves, with what stands around them there.

    Attributes:
        origin: the mail or meeting it stands in; None when that is gone.
        source: which text of it, such as ``text``, ``subject`` or ``calendar``.
        start, end: where in that text, in characters.
    """

    field: str
    source: str
    before: str
    quote: str
    after: str
    origin: UUID | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A mail or meeting behind a suggestion, as its owner would recognise it.

    Attributes:
        kind: ``mail`` or ``meeting``.
        text: what the mail says, or where the meeting was.
        megabytes: of a large mail only so many were read.
        parted: whether a meeting's owner wants it apart from its mails.
    """

    id: UUID
    kind: str
    at: datetime | None
    sender: str
    title: str
    text: str
    megabytes: int | None = None
    parted: bool = False


def proofs_of(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[Proof]]:
    """The evidence of suggestions, by suggestion and field."""
    asked = (
        select(EvidenceRow, Message.sources)
        .outerjoin(Message, Message.id == EvidenceRow.message_id)
        .where(EvidenceRow.suggestion_id.in_(ids))
        .order_by(EvidenceRow.field, EvidenceRow.id)
    )
    found: dict[UUID, list[Proof]] = defaultdict(list)
    for row, sources in session.execute(asked):
        text, start, end = _named(sources or [], row.source), row.span_start, row.span_end
        before = text[max(0, start - AROUND) : start] if text else ""
        after = text[end : end + AROUND] if text else ""
        origin = row.message_id or row.meeting_id
        found[row.suggestion_id].append(Proof(row.field, row.source, before, row.quote, after, origin, start, end))
    return found


def sources_of(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[Source]]:
    """The mails and meetings that notes are made of, and those that hold the evidence of all else, oldest first."""
    sender = (
        select(func.coalesce(Participation.name, Participation.address))
        .where(Participation.message_id == Message.id, Participation.role == "from")
        .limit(1)
        .scalar_subquery()
    )
    made_of, holds = (
        select(table.suggestion_id, table.message_id, table.meeting_id).where(table.suggestion_id.in_(ids))
        for table in (SuggestionSource, EvidenceRow)
    )
    besides = ~exists().where(SuggestionSource.suggestion_id == EvidenceRow.suggestion_id)
    links = union(made_of, holds.where(besides), _answers_to(ids)).subquery()
    asked = (
        select(links.c.suggestion_id, Message, Meeting, sender)
        .outerjoin(Message, Message.id == links.c.message_id)
        .outerjoin(Meeting, Meeting.id == links.c.meeting_id)
        .order_by(func.coalesce(Message.sent_at, Meeting.starts_at), Message.id, Meeting.id)
    )
    found: dict[UUID, list[Source]] = defaultdict(list)
    for suggestion_id, message, meeting, name in session.execute(asked):
        if message is not None and message.sources:
            text = _named(message.sources, "text")
            read = message.read_bytes and max(1, message.read_bytes // 1024**2)
            found[suggestion_id].append(
                Source(message.id, "mail", message.sent_at, name or "", message.subject, text, read)
            )
        elif meeting is not None:
            place = meeting.location or ""
            found[suggestion_id].append(
                Source(
                    meeting.id, "meeting", meeting.starts_at, "Calendar", meeting.title, place, parted=meeting.parted
                )
            )
    return found


def _answers_to(ids: Sequence[UUID]) -> Select[tuple[UUID, UUID, UUID | None]]:
    """The mails in which somebody invited to a noted meeting answered, or proposed another time."""
    nothing = cast(null(), SuggestionSource.meeting_id.type).label("meeting_id")
    asked = select(SuggestionSource.suggestion_id, MeetingAnswer.message_id, nothing)
    asked = asked.join(Meeting, Meeting.id == SuggestionSource.meeting_id)
    asked = asked.join(MeetingAnswer, (MeetingAnswer.owner_id == Meeting.owner_id) & (MeetingAnswer.uid == Meeting.uid))
    invited = exists().where(
        Participation.meeting_id == Meeting.id, Participation.address == MeetingAnswer.address,
        Participation.role == "attendee",
    )  # fmt: skip
    of_it = MeetingAnswer.instance.in_(("", Meeting.recurrence_id))
    return asked.where(SuggestionSource.suggestion_id.in_(ids), of_it, invited)


def _named(sources: Sequence[Mapping[str, str]], name: str) -> str:
    return next((source["text"] for source in sources if source["name"] == name), "")
