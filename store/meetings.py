"""Meetings as their last valid revision says: one row for each UID and instance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select, tuple_
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from extract.facts import Extraction, MeetingFact
from store.judgement.meetings import Revision, may_speak, replaces, revision_of
from store.models.private.message import Meeting, Participation
from store.participations import Presence, insert_participations
from store.recording import Item, Owner, Touched, column, first_signs, key_of_meeting, matter_of, sender_of

Place = tuple[str, str]
PLACE: Final = ("owner_id", "uid", "recurrence_id")


@dataclass(frozen=True, slots=True)
class _Claim:
    revision: Revision
    fact: MeetingFact
    extraction: Extraction
    is_history: bool


def record_meetings(session: Session, owner: Owner, items: Sequence[Item]) -> Touched:
    """Keep the last word on each meeting that a batch speaks of."""
    last: dict[Place, _Claim] = {}
    for claim in (claim for item in items for claim in _claims(item)):
        place = (claim.fact.uid, claim.fact.recurrence_id or "")
        if place not in last or last[place].revision < claim.revision:
            last[place] = claim
    known = _known_revisions(session, owner, list(last))
    newer = {
        place: claim for place, claim in last.items() if place not in known or replaces(claim.revision, known[place])
    }
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
    extraction = item.extraction
    sender = sender_of(extraction.message) if extraction.message else None
    for fact in extraction.meetings:
        if extraction.message is None or may_speak(fact, sender):
            from_calendar = extraction.message is None
            revision = revision_of(fact, from_calendar=from_calendar, sha256=extraction.sha256)
            yield _Claim(revision, fact, extraction, item.is_history(fact.end or fact.start))


def _known_revisions(session: Session, owner: Owner, places: Sequence[Place]) -> dict[Place, Revision]:
    rows = session.scalars(
        select(Meeting).where(Meeting.owner_id == owner.user_id, tuple_(Meeting.uid, Meeting.recurrence_id).in_(places))
    )
    return {
        (row.uid, row.recurrence_id): Revision(row.from_calendar, row.revision, row.status == "cancelled", row.sha256)
        for row in rows
    }


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
        "uid": fact.uid,
        "recurrence_id": fact.recurrence_id or "",
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
    }
