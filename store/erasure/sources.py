"""Mails and meetings that name somebody: their readings go, and of their bytes only the pointer stays."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import delete, exists, select, text
from sqlalchemy.orm import Session

from store import due, objections
from store.erasure.subject import Subject
from store.models.private.inbound import Inbound
from store.models.private.message import Meeting, Message, Thread

REASON = "erased"
# A row as text holds all of its columns, whatever is added to it one day.
MAILS = text("""
select m.id from message m where m.owner_id = :owner and (
    lower(m::text) like any(:patterns)
    or exists (select from participation p where p.message_id = m.id
               and (p.address = any(:addresses) or lower(p::text) like any(:patterns)))
    or exists (select from detail d where d.message_id = m.id and lower(d::text) like any(:patterns))
    or exists (select from meeting_answer a where a.message_id = m.id
               and (a.address = any(:addresses) or lower(a::text) like any(:patterns))))
""")
MEETINGS = text("""
select m.id from meeting m where m.owner_id = :owner and (
    lower(m::text) like any(:patterns)
    or exists (select from participation p where p.meeting_id = m.id
               and (p.address = any(:addresses) or lower(p::text) like any(:patterns))))
""")
# What nobody has read yet, or could not: there the bytes themselves are looked at, as far as they are plain.
UNREAD = text("""
select id from inbound where owner_id = :owner and (
    lower(encode(payload, 'escape')) like any(:patterns)
    or lower(concat_ws(' ', likeness, reason, labels::text)) like any(:patterns))
""")
THREAD_KEYS = text("delete from thread_key where owner_id = :owner and lower(key) like any(:patterns)")


def erase(session: Session, owner_id: UUID, subject: Subject, keyed_hash: Callable[[str], bytes]) -> int:
    """Forget an owner's mails and meetings that name somebody; how many."""
    values = {"owner": owner_id, "patterns": subject.patterns, "addresses": sorted(subject.addresses)}
    mail_ids = list(session.scalars(MAILS, values))
    meeting_ids = list(session.scalars(MEETINGS, values))
    hashes = {*session.scalars(select(Message.sha256).where(Message.id.in_(mail_ids)))}
    hashes |= {*session.scalars(select(Meeting.sha256).where(Meeting.id.in_(meeting_ids)))}
    read = select(Inbound.id).where(Inbound.owner_id == owner_id, Inbound.sha256.in_(hashes))
    inbound_ids = {*session.scalars(read), *session.scalars(UNREAD, values)}
    objections.drop(session, inbound_ids, keyed_hash, REASON)
    threads = set(session.scalars(delete(Message).where(Message.id.in_(mail_ids)).returning(Message.thread_id)))
    session.execute(delete(Meeting).where(Meeting.id.in_(meeting_ids)))
    left = exists().where(Message.thread_id == Thread.id)
    session.execute(delete(Thread).where(Thread.id.in_(threads), ~left))
    session.execute(THREAD_KEYS, values)
    due.drop(session, owner_id, "meeting_ended", *map(str, meeting_ids))
    return len(mail_ids) + len(meeting_ids)
