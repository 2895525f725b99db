"""Recorded mails and meetings as judgement takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ARRAY, LargeBinary, Row, Uuid, bindparam, select, text, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from extract.facts import Direction, Matter, MeetingStatus, MessageKind
from store.judgement import files
from store.judgement.drafts import Appointment, Gist, GistKind, Mail, Promise, Quote, Someone
from store.judgement.resolve import GISTS
from store.models.base import Json, Jsons
from store.models.private.message import Meeting, Message, Participation
from store.queries.dealings import NOTHING, Mailed, Told, told_by
from store.queries.histories import quote_of
from store.queries.refutations import in_anothers_name
from store.recording import Owner
from store.rows import among

# Mails that name an address but stand in no suggestion: they may have become worth a note.
NOT_YET_NOTED = text("""
select distinct m.thread_id, m.sent_at
from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.address = any(:addresses) and m.kind = 'person' and m.direction <> 'internal'
  and not exists (select from suggestion_source s where s.owner_id = :owner and s.exchange_key = m.exchange_key)
""")

# Exchanges in notes that their owner approved though they speak of something private.
APPROVED = text("""
select x.exchange_key from suggestion_source x join suggestion s on s.id = x.suggestion_id
where x.owner_id = :owner and x.exchange_key = any(:keys) and s.state in ('approved', 'published')
  and s.fields ->> 'matter' is not null
""").bindparams(bindparam("keys", type_=ARRAY(LargeBinary)))
AUTHORS = text("""
select distinct p.address from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and m.thread_id = any(:threads) and p.role = 'from' and m.direction = 'in'
""").bindparams(bindparam("threads", type_=ARRAY(Uuid)))


def authors_in(session: Session, owner: Owner, threads: Collection[UUID]) -> frozenset[str]:
    """Outside addresses that wrote in these threads: an answer to one of them may tell who they are."""
    found = session.scalars(AUTHORS, {"owner": owner.user_id, "threads": list(threads)}) if threads else ()
    return frozenset(address for address in found if not owner.is_ours(address))


def days_not_yet_noted(session: Session, owner: Owner, addresses: Collection[str]) -> set[tuple[UUID, date]]:
    """Thread and day of every mail with these addresses that no suggestion is made of."""
    rows = session.execute(NOT_YET_NOTED, {"owner": owner.user_id, "addresses": sorted(addresses)})
    return {(thread_id, owner.day_of(sent_at)) for thread_id, sent_at in rows}


def mails_of(
    session: Session, owner: Owner, thread_days: Collection[tuple[UUID, date]]
) -> dict[tuple[UUID, date], list[Mail]]:
    """All mails of each thread and day."""
    columns = (
        Message.id, Message.exchange_key, Message.thread_id, Message.sent_at, Message.direction,
        Message.kind, Message.title, Message.folder, Message.matter, Message.evidence,
        Message.commitments, Message.deals, Message.attachments, Message.refuted,
    )  # fmt: skip
    threads = {thread_id for thread_id, _ in thread_days}
    asked = select(*columns).where(Message.owner_id == owner.user_id, among(Message.thread_id, threads))
    every = session.execute(asked.order_by(Message.sent_at)).all()
    told = told_by(session, owner, cast("Sequence[Mailed]", every))
    matters = _matters(session, owner, cast("Sequence[Row[Any]]", every))
    rows = [row for row in every if (row.thread_id, owner.day_of(row.sent_at)) in thread_days]
    people = _participations(session, "message_id", [row.id for row in rows])
    false = in_anothers_name(session, owner, [row.id for row in rows if row.refuted])
    found: dict[tuple[UUID, date], list[Mail]] = defaultdict(list)
    for row in rows:
        present, of_deals, quotes = people.get(row.id, []), told.get(row.id, NOTHING), _quotes(row)
        mail = Mail(
            message_id=row.id,
            exchange_key=row.exchange_key,
            thread_id=row.thread_id,
            at=row.sent_at,
            direction=cast("Direction", row.direction),
            kind=cast("MessageKind", row.kind),
            title=row.title,
            folder=row.folder,
            people=_people(owner, present),
            quotes=(*quotes, *_further(row, of_deals, _people_quotes(owner, present))),
            promises=tuple(_promise(each) for each in row.commitments),
            deals=of_deals.said,
            gist=_gist(quotes, cast("Direction", row.direction)),
            matter=cast("Matter | None", row.matter or matters.get(row.thread_id)),
            files=files.names_of((each["name"], each["media_type"]) for each in row.attachments),
            is_refuted=row.id in false,
        )
        found[row.thread_id, owner.day_of(row.sent_at)].append(mail)
    return found


def _matters(session: Session, owner: Owner, mails: Sequence[Row[Any]]) -> dict[UUID, str]:
    """The private matter of each thread that has one; not where its owner approved what is about it as a note."""
    told = {row.thread_id: row.matter for row in reversed(mails) if row.matter}
    thread_of = {row.exchange_key: row.thread_id for row in mails if row.matter}
    asked = {"owner": owner.user_id, "keys": sorted(thread_of)}
    approved = session.scalars(APPROVED, asked).all() if thread_of else ()
    business = {thread_of[key] for key in approved}
    return {thread_id: matter for thread_id, matter in told.items() if thread_id not in business}


def appointments_of(session: Session, owner: Owner, places: Collection[tuple[str, str]]) -> list[Appointment]:
    """The meetings of these UIDs and instances."""
    asked = select(Meeting).where(
        Meeting.owner_id == owner.user_id, tuple_(Meeting.uid, Meeting.recurrence_id).in_(places)
    )
    rows = session.scalars(asked).all()
    people = _participations(session, "meeting_id", [row.id for row in rows])
    return [_appointment(owner, row, people.get(row.id, [])) for row in rows]


def _appointment(owner: Owner, row: Meeting, present: Sequence[_Presence]) -> Appointment:
    quotes = [quote_of(_field(e["field"]), None, row.id, e) for e in row.evidence]
    coming = [one for one in present if one.response != "declined" or one.role == "organizer"]
    return Appointment(
        meeting_id=row.id,
        exchange_key=row.exchange_key,
        uid=row.uid,
        recurrence_id=row.recurrence_id,
        status=cast("MeetingStatus", row.status),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        title=row.title,
        private=row.private,
        people=_people(owner, coming),
        quotes=(*quotes, *_people_quotes(owner, coming)),
        matter=cast("Matter | None", row.matter),
        agreed=_is_agreed(owner, present),
        declined=any(row.address in owner.own_addresses and row.response == "declined" for row in present),
        all_day=row.all_day,
    )


def _is_agreed(owner: Owner, present: Sequence[_Presence]) -> bool:
    """Whether one of ours called the meeting or accepted it; what none of ours is named in is not ours to answer."""
    ours = [row.response for row in present if row.role == "attendee" and owner.is_ours(row.address)]
    theirs = any(row.role == "organizer" and not owner.is_ours(row.address) for row in present)
    return not theirs or not ours or not ACCEPTED.isdisjoint(ours)


def _quotes(mail: Any) -> list[Quote]:  # noqa: ANN401 - a row
    return [quote_of(_field(each["field"]), mail.id, None, each) for each in mail.evidence]


def _gist(quotes: Iterable[Quote], direction: Direction) -> Gist | None:
    told = next((quote for quote in quotes if quote.field in GISTS), None)
    return Gist(cast("GistKind", told.field), " ".join(told.quote.split()), direction) if told else None


def _further(mail: Any, of_deals: Told, of_people: Iterable[Quote]) -> Iterable[Quote]:  # noqa: ANN401 - a row
    """Where promises, deals and people stand in a mail."""
    return (*_promised(mail.id, mail.commitments), *of_deals.quotes, *of_people)


def _promised(message_id: UUID, commitments: Jsons) -> list[Quote]:
    return [quote_of("promises", message_id, None, each["evidence"]) for each in commitments]


def _promise(kept: Json) -> Promise:
    due_on = date.fromisoformat(kept["due_on"])
    return Promise(**{name: kept[name] for name in kept if name not in {"evidence", "due_on"}}, due_on=due_on)


_Presence = Row[Any]
# What is asked of everybody who took part. As columns, since a batch has thousands and changes none of them.
PRESENT: Sequence[InstrumentedAttribute[Any]] = (
    Participation.message_id, Participation.meeting_id, Participation.role, Participation.address, Participation.name,
    Participation.response, Participation.person, Participation.desk, Participation.company_domain,
    Participation.company_name, Participation.evidence,
)  # fmt: skip
ACCEPTED = frozenset({"accepted", "tentative"})
# The reader's names for what it read, as the fields of a note.
FIELDS = {"subject": "title", "summary": "title", "date": "starts_at", "start": "starts_at", "end": "ends_at"}


def _field(read_as: str) -> str:
    return FIELDS.get(read_as, read_as)


def _participations(session: Session, column: str, ids: Sequence[UUID]) -> dict[UUID, list[_Presence]]:
    asked = select(*PRESENT).where(among(getattr(Participation, column), ids)).order_by(Participation.address)
    found: dict[UUID, list[_Presence]] = defaultdict(list)
    for row in session.execute(asked):
        found[getattr(row, column)].append(row)
    return found


def _people(owner: Owner, present: Iterable[_Presence]) -> tuple[Someone, ...]:
    """Everybody who took part: ours, and outsiders whom the reader takes for people or for a company's desk."""
    shown = (
        row for row in present if row.role != "reply_to" and (row.person or row.desk or owner.is_ours(row.address))
    )
    once = {(row.address): row for row in sorted(shown, key=lambda row: (row.name is not None, row.role))}
    return tuple(_someone(owner, row) for row in once.values())


def _someone(owner: Owner, row: _Presence) -> Someone:
    desk_of = row.company_domain if row.desk else None
    return Someone(row.address, row.name, owner.is_ours(row.address), row.company_name, desk_of)


def _people_quotes(owner: Owner, present: Iterable[_Presence]) -> list[Quote]:
    """Where people outside the company are named; where none took part, its desk."""
    others = [row for row in present if row.evidence and row.role != "reply_to" and not owner.is_ours(row.address)]
    named = [row for row in others if row.person] or [row for row in others if row.desk]
    return [quote_of("people", row.message_id, row.meeting_id, row.evidence or {}) for row in named]
