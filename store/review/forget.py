"""Not this, and forget the source: the words that were derived from the mails behind a refused note go at once.

The decision can be undone, the words cannot. What else is made of the same mail keeps it.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, delete, text, update
from sqlalchemy.orm import Session

from store.models.private.inbound import Inbound
from store.models.private.message import Message
from store.models.private.suggestion import EvidenceRow

# The mails behind these notes that stand behind nothing which is not refused as well.
ALONE = text("""
select m.id, m.sha256 from message m
where m.owner_id = :owner
  and m.id in (select message_id from suggestion_source where suggestion_id in :ids
               union select message_id from evidence where suggestion_id in :ids)
  and not exists (select from suggestion_source l join suggestion s on s.id = l.suggestion_id
                  where l.message_id = m.id and s.state <> 'refused')
  and not exists (select from evidence e join suggestion s on s.id = e.suggestion_id
                  where e.message_id = m.id and s.state <> 'refused')
""").bindparams(bindparam("ids", expanding=True))


def forget(session: Session, owner_id: UUID, suggestion_ids: Collection[UUID]) -> int:
    """Remove text, subject, evidence and bytes of the mails that stood behind these refused suggestions alone.

    Returns:
        How many mails were forgotten.
    """
    session.flush()
    ids = list(suggestion_ids)
    mails = session.execute(ALONE, {"owner": owner_id, "ids": ids}).all() if ids else []
    session.execute(delete(EvidenceRow).where(EvidenceRow.owner_id == owner_id, EvidenceRow.suggestion_id.in_(ids)))
    gone = [row.id for row in mails]
    session.execute(delete(EvidenceRow).where(EvidenceRow.owner_id == owner_id, EvidenceRow.message_id.in_(gone)))
    emptied = update(Message).where(Message.owner_id == owner_id, Message.id.in_(gone))
    session.execute(emptied.values(sources=[], segments=[], attachments=[], evidence=[], subject="", title=""))
    bytes_of = update(Inbound).where(Inbound.owner_id == owner_id, Inbound.sha256.in_([row.sha256 for row in mails]))
    session.execute(bytes_of.values(payload=None))
    return len(mails)
