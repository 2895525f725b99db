"""Answers to invitations that came by mail: who of those invited said what, and what of it holds (RFC 5546).

An answer changes the participation of whoever sent it and nothing else, and only where no calendar of the owner's has
the meeting. What is proposed instead (COUNTER) is kept beside it for its owner to see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from extract.raw import SENT
from store.judgement.meetings import Answer, answer_that_holds, may_answer, speaker_of
from store.meetings import NOWHERE, Place, place_of
from store.models.private.message import Meeting, MeetingAnswer, Message, Participation
from store.recording import Item, Owner, when
from store.rows import among

_KEY = ("message_id", "uid", "instance", "address")


def record_answers(session: Session, owner: Owner, items: Sequence[Item]) -> frozenset[Place]:
    """Keep what the mails of a batch answer to invitations; the meetings they are about."""
    found = [(item.extraction.sha256, row) for item in items for row in _answers(owner, item)]
    if not found:
        return frozenset()
    hashes = {sha256 for sha256, _ in found}
    asked = select(Message.sha256, Message.id).where(Message.owner_id == owner.user_id, among(Message.sha256, hashes))
    ids: dict[str, UUID] = {sha256: id_ for sha256, id_ in session.execute(asked)}  # noqa: C416 - a Row is no tuple
    rows = [row | {"message_id": ids[sha256]} for sha256, row in found]
    session.execute(upsert(MeetingAnswer).values(rows).on_conflict_do_nothing(index_elements=list(_KEY)))
    return frozenset((row["uid"], row["instance"]) for row in rows)


def heed_answers(session: Session, owner: Owner, places: Collection[Place]) -> frozenset[Place]:
    """Let the answers that hold say who comes to these meetings; those in which that changed something."""
    uids = {uid for uid, _ in places}
    answers = _answers_to(session, owner, uids)
    if not answers:
        return frozenset()
    asked = select(Meeting).where(Meeting.owner_id == owner.user_id, among(Meeting.uid, set(answers)))
    meetings = session.scalars(asked).all()
    revisions = {row.uid: row.revision for row in meetings if not row.recurrence_id}
    open_ones = {row.id: row for row in meetings if not row.from_calendar}
    invited = select(Participation).where(Participation.role == "attendee", among(Participation.meeting_id, open_ones))
    changed = set()
    for person in session.scalars(invited):
        meeting = open_ones[person.meeting_id]  # type: ignore[index]  # asked for by it
        sequence = max(meeting.revision, revisions.get(meeting.uid, 0) if meeting.revision < 0 else 0)
        holds = answer_that_holds(answers[meeting.uid].get(person.address, ()), meeting.recurrence_id, sequence)
        if holds and holds.response != person.response:
            person.response = holds.response
            changed.add((meeting.uid, meeting.recurrence_id))
    session.flush()
    return frozenset(changed)


def _answers(owner: Owner, item: Item) -> Iterator[dict[str, Any]]:
    message = item.extraction.message
    speaker = speaker_of(message) if message else None
    if message is None or not NOWHERE.isdisjoint(item.labels):
        return
    if speaker in owner.own_addresses and SENT not in item.labels:
        return  # in an inbox anybody can write the owner's address
    for fact in item.extraction.meetings:
        if may_answer(fact, speaker):
            uid, instance = place_of(fact)
            yield {
                "owner_id": owner.user_id,
                "uid": uid,
                "instance": instance,
                "method": fact.method,
                "address": speaker,
                "response": next(each.response for each in fact.attendees if each.address == speaker) or "needs-action",
                "sequence": fact.sequence,
                "stamped_at": fact.stamped_at or when(message, item.received_at),
                "starts_at": fact.start,
            }


def _answers_to(session: Session, owner: Owner, uids: Collection[str]) -> Mapping[str, Mapping[str, list[Answer]]]:
    """Replies to these meetings, by UID and by who sent them."""
    found: dict[str, dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    asked = select(MeetingAnswer, Message.sha256).join(Message, Message.id == MeetingAnswer.message_id)
    replies = (MeetingAnswer.owner_id == owner.user_id, MeetingAnswer.method == "REPLY")
    for row, sha256 in session.execute(asked.where(*replies, among(MeetingAnswer.uid, set(uids)))) if uids else ():
        answer = Answer(row.address, row.instance, row.response, row.sequence, row.stamped_at, sha256)
        found[row.uid][row.address].append(answer)
    return found
