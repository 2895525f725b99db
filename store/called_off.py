"""Events that went from a calendar: what was to come is called off, what has been stays what it was.

Somebody who tidies up a calendar does not undo last week's meeting. An event that another of the owner's calendars
still has is read again there, since that one is then the last word on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ARRAY, LargeBinary, Text, any_, bindparam, exists, select, text
from sqlalchemy.orm import Session, aliased

from extract.raw import CALENDAR
from store import due
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from store.models.private.message import Meeting

NAMED: Final = 60  # characters of a UID that stand on its line however it is folded (RFC 5545 section 3.1)
_READ_AGAIN: Final = text("""
update inbound set state = 'waiting', reason = null
where owner_id = :owner and media_type = :kind and not gone and state = 'read' and payload is not null
  and exists (select from unnest(:names) name where position(name in payload) > 0)
returning id
""").bindparams(bindparam("names", type_=ARRAY(LargeBinary)))


def call_off(session: Session, collection: Collection, remote_ids: Sequence[str] | None, now: datetime) -> bool:
    """Call off what is to come of the events that went from a calendar, and have them judged anew.

    Args:
        remote_ids: what went; None: the calendar itself.

    Returns:
        Whether some of it is to be read again elsewhere.
    """
    meetings = _told_by(session, collection, remote_ids)
    for meeting in meetings:
        _end(meeting, now)
        due.put(session, collection.owner_id, "meeting_ended", str(meeting.id), now)
    session.flush()
    return bool(meetings) and _read_again(session, collection, {meeting.uid for meeting in meetings})


def _told_by(session: Session, collection: Collection, remote_ids: Sequence[str] | None) -> Sequence[Meeting]:
    """The meetings on which something that went was the last word, unless the same bytes lie elsewhere."""
    went, other = aliased(Inbound), aliased(Inbound)
    of_it = [went.collection_id == collection.id, went.gone, went.media_type == CALENDAR, went.sha256 == Meeting.sha256]
    if remote_ids is not None:
        of_it.append(went.remote_id == any_(bindparam(None, list(remote_ids), ARRAY(Text))))
    stays = exists().where(other.owner_id == collection.owner_id, other.sha256 == Meeting.sha256, ~other.gone)
    asked = select(Meeting).where(Meeting.owner_id == collection.owner_id, Meeting.from_calendar, ~stays)
    return session.scalars(asked.where(exists().where(*of_it)).order_by(Meeting.id)).all()


def _end(meeting: Meeting, now: datetime) -> None:
    """Whatever is read of it later counts, since no bytes are the last word on it any more."""
    meeting.sha256 = ""
    if meeting.starts_at is None or meeting.starts_at > now:
        meeting.status = "cancelled"
    meeting.rule = None  # a series goes on no more


def _read_again(session: Session, collection: Collection, uids: Iterable[str]) -> bool:
    names = [uid[:NAMED].encode() for uid in uids]
    values = {"owner": collection.owner_id, "kind": CALENDAR, "names": names}
    return session.execute(_READ_AGAIN, values).first() is not None
