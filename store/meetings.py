"""Meetings as their last valid revision says: one row for each UID and instance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from extract.facts import Extraction, MeetingFact
from extract.raw import DRAFTS, JUNK
from store.judgement.meetings import NEVER, Revision, may_speak, replaces, revision_of, speaker_of, whose
from store.models.private.message import Meeting, Participation
from store.participations import Presence, insert_participations
from store.recording import Item, Owner, Touched, column, first_signs, key_of_meeting, matter_of, when
from store.rows import among

Place = tuple[str, str]
PLACE: Final = ("owner_id", "uid", "recurrence_id")
NOWHERE: Final = frozenset({JUNK, DRAFTS})  # what lies there was not sent to be read


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one item says of a meeting. ``heard_at``: when its organizer's mail came; None from a calendar."""

    place: Place
    revision: Revision
    fact: MeetingFact
    extraction: Extraction
    is_history: bool
    heard_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """What is known of a meeting."""

    place: Place
    revision: Revision
    organizer: str | None
    heard_at: datetime | None


def place_of(fact: MeetingFact) -> Place:
    """A meeting's UID and the moment of its instance, which is the same in whatever zone a calendar writes it."""
    return fact.uid, fact.instant or ""


def record_meetings(session: Session, owner: Owner, items: Sequence[Item]) -> Touched:
    """Keep the last word on each meeting that a batch speaks of."""
    claims = [claim for item in items for claim in _claims(item)]
    known = _known(session, owner, {claim.place[0] for claim in claims})
    newer: dict[Place, _Claim] = {}
    for uid, group in _by_uid(claims).items():
        newer |= _last_words(group, [row for row in known if row.place[0] == uid])
    people = {address for claim in newer.values() for address in _keep(session, owner, claim)}
    return Touched(
        meetings=frozenset(newer), addresses=frozenset(address for address in people if not owner.is_ours(address))
    )


def touched_by(session: Session, owner: Owner, meeting_ids: Sequence[UUID]) -> Touched:
    """What has to be judged anew when these meetings have ended."""
    of_it = (Meeting.owner_id == owner.user_id, Meeting.id.in_(meeting_ids))
    places = session.execute(select(Meeting.uid, Meeting.recurrence_id).where(*of_it))
    people = session.scalars(select(Participation.address).where(Participation.meeting_id.in_(meeting_ids)))
    return Touched(
        meetings=frozenset((uid, instance) for uid, instance in places),
        addresses=frozenset(address for address in people if not owner.is_ours(address)),
    )


def _claims(item: Item) -> Iterator[_Claim]:
    extraction, message = item.extraction, item.extraction.message
    speaker = speaker_of(message) if message and NOWHERE.isdisjoint(item.labels) else None
    for fact in extraction.meetings:
        if message is None or may_speak(fact, speaker):
            revision = revision_of(fact, from_calendar=message is None, sha256=extraction.sha256)
            heard_at = (item.received_at or when(message, None)) if message else None
            is_history = item.is_history(fact.end or fact.start)
            yield _Claim(place_of(fact), revision, fact, extraction, is_history, heard_at)


def _by_uid(claims: Sequence[_Claim]) -> dict[str, list[_Claim]]:
    found: dict[str, list[_Claim]] = {}
    for claim in claims:
        found.setdefault(claim.place[0], []).append(claim)
    return found


def _last_words(claims: Sequence[_Claim], known: Sequence[_Row]) -> dict[Place, _Claim]:
    """What takes the place of what is known of the meetings of one UID."""
    organizer = _organizer(claims, known)
    usurped = {row.place for row in known if not row.revision.from_calendar and row.organizer != organizer}
    of_it = [row for row in known if row.place not in usurped]
    revisions = {row.place: row.revision for row in of_it}
    in_calendar = {row.place[1] for row in of_it if row.revision.from_calendar}
    in_calendar |= {claim.place[1] for claim in claims if claim.revision.from_calendar}
    found: dict[Place, _Claim] = {}
    for claim in claims:
        by_mail = not claim.revision.from_calendar
        if by_mail and (_organizer_in(claim) != organizer or "" in in_calendar):
            continue
        earlier = found.get(claim.place)
        if earlier is None or earlier.revision < claim.revision:
            found[claim.place] = claim
    since = _since(organizer, claims, of_it)
    return {
        place: replace(claim, heard_at=since if claim.heard_at else None)
        for place, claim in found.items()
        if place not in revisions or replaces(claim.revision, revisions[place])
    }


def _since(organizer: str | None, claims: Sequence[_Claim], known: Sequence[_Row]) -> datetime | None:
    """When the first mail of a meeting's organizer came."""
    heard = [claim.heard_at for claim in claims if _organizer_in(claim) == organizer]
    return min((at for at in (*heard, *(row.heard_at for row in known)) if at), default=None)


def _organizer(claims: Sequence[_Claim], known: Sequence[_Row]) -> str | None:
    """Whose a meeting is: the calendar's word, else whoever's mail about it came first."""
    told = [_organizer_in(claim) for claim in claims if claim.revision.from_calendar]
    told += [row.organizer for row in known if row.revision.from_calendar]
    if told:
        return told[0]
    heard = [(claim.heard_at or NEVER, _organizer_in(claim)) for claim in claims]
    heard += [(row.heard_at or NEVER, row.organizer) for row in known]
    return whose((at, organizer) for at, organizer in heard if organizer)


def _organizer_in(claim: _Claim) -> str | None:
    return claim.fact.organizer.address if claim.fact.organizer else None


def _known(session: Session, owner: Owner, uids: Collection[str]) -> list[_Row]:
    if not uids:
        return []
    organizer = (
        select(Participation.address)
        .where(Participation.meeting_id == Meeting.id, Participation.role == "organizer")
        .scalar_subquery()
    )
    columns = (
        Meeting.uid, Meeting.recurrence_id, Meeting.from_calendar, Meeting.revision, Meeting.stamped_at,
        Meeting.status, Meeting.sha256, Meeting.heard_at,
    )  # fmt: skip
    asked = select(*columns, organizer.label("organizer"))
    rows = session.execute(asked.where(Meeting.owner_id == owner.user_id, among(Meeting.uid, uids)))
    return [
        _Row(
            (row.uid, row.recurrence_id),
            Revision(row.from_calendar, row.revision, row.stamped_at or NEVER, row.status == "cancelled", row.sha256),
            row.organizer,
            row.heard_at,
        )
        for row in rows
    ]


def _keep(session: Session, owner: Owner, claim: _Claim) -> set[str]:
    """Write the meeting; the addresses of all who are in it now or were before."""
    values = _values(owner, claim)
    statement = upsert(Meeting).values(values)
    statement = statement.on_conflict_do_update(index_elements=list(PLACE), set_=without_key(values))
    meeting_id = session.scalars(statement.returning(Meeting.id)).one()
    before = session.scalars(
        delete(Participation).where(Participation.meeting_id == meeting_id).returning(Participation.address)
    )
    addresses = set(before)
    people = list(claim.fact.people())
    insert_participations(session, owner.user_id, [Presence(claim.extraction, people, meeting_id=meeting_id)])
    return addresses | {person.address for person in people}


def without_key(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a revision changes: never the exchange key, under which the meeting may be noted already."""
    return {name: value for name, value in values.items() if name != "exchange_key"}


def _values(owner: Owner, claim: _Claim) -> dict[str, Any]:
    fact, revision = claim.fact, claim.revision
    return {
        "owner_id": owner.user_id,
        "uid": claim.place[0],
        "recurrence_id": claim.place[1],
        "revision": revision.sequence,
        "from_calendar": revision.from_calendar,
        "sha256": revision.sha256,
        "exchange_key": key_of_meeting(owner, fact),
        "status": fact.status,
        "starts_at": fact.start,
        "ends_at": fact.end,
        "all_day": fact.all_day,
        "title": fact.summary,
        "location": fact.location,
        "rule": fact.rule,
        "private": fact.private,
        "matter": matter_of(fact.privacy),
        "source_text": claim.extraction.source("calendar"),
        "evidence": [column(evidence) for evidence in (*fact.evidence, *first_signs(fact.privacy))],
        "reader_version": claim.extraction.reader_version,
        "is_history": claim.is_history,
        "stamped_at": fact.stamped_at,
        "heard_at": claim.heard_at,
    }
