"""What must hold whatever happens, asked of the database past the application, and of the mail server."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bench.faults.ground import Ground, Rep
from ingest.errors import CursorExpired
from ingest.protocol import Cursor
from ingest.sources.imap.position import Position

ITEMS = """
select i.remote_id, i.sha256, i.state from inbound i where i.owner_id = %(owner)s and not i.gone
union all select d.remote_id, '', 'dropped' from dropped d where d.owner_id = %(owner)s and not d.gone
"""
CURSORS = """
select c.cursor, coalesce(array_agg(i.remote_id) filter (where i.remote_id is not null), '{}')
  from collection c left join inbound i on i.collection_id = c.id
 where c.owner_id = %(owner)s and c.cursor is not null group by c.id
"""
UNRECORDED = """
select count(distinct i.sha256) from inbound i
 where i.owner_id = %(owner)s and i.state = 'read'
   and not exists (select from message m where m.owner_id = i.owner_id and m.sha256 = i.sha256)
"""
ENTRIES = """
select kind, addition, why, count(*) from suggestion where owner_id = %(owner)s group by kind, addition, why
union all select 'evidence', 0, '', count(*) from evidence where owner_id = %(owner)s
union all select 'message', 0, '', count(*) from message where owner_id = %(owner)s
"""


@dataclass(frozen=True, slots=True)
class Found:
    """How the store of one mailbox stands beside its server.

    Attributes:
        lost: messages that the server has and the store has not, or has under other bytes.
        doubled: what the store counts as there and the server has not, or not so often.
        waiting: stored and not read yet.
        unrecorded: read, and nothing was recorded of it.
    """

    lost: int
    doubled: int
    waiting: int
    unrecorded: int

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to do."""
        return not (self.lost or self.doubled or self.waiting or self.unrecorded)


def compare(ground: Ground, rep: Rep) -> Found:
    """Stored, quarantined and dropped beside what lies on the server."""
    with rep.box.lock:
        truth = rep.box.truth()
        rows = ground.rows(ITEMS, {"owner": rep.user_id})
        unrecorded = ground.rows(UNRECORDED, {"owner": rep.user_id})[0][0]
    bytes_of = dict(truth.keys())
    stored = Counter((pointer, sha256 or bytes_of.get(pointer, "")) for pointer, sha256, _ in rows)
    waiting = sum(state == "waiting" for _, _, state in rows)
    return Found((truth - stored).total(), (stored - truth).total(), waiting, unrecorded)


def ahead(ground: Ground, rep: Rep) -> int:
    """Messages that a cursor says are known and that are not in the store, at this moment."""
    with rep.box.lock:
        held = list(rep.box.held)
        rows = ground.rows(CURSORS, {"owner": rep.user_id}, within=0)  # nobody is to wait for the mailbox meanwhile
    folders = Counter((name, validity) for name, validity, _ in held)
    missing = 0
    for cursor, pointers in rows:
        try:
            position = Position.of(Cursor(cursor))
        except CursorExpired:
            continue
        known = set(pointers)
        if sum(validity == position.validity for _, validity in folders) == 1:
            missing += sum(
                validity == position.validity
                and position.listing_below <= uid < position.known_below
                and f"{validity}/{uid}" not in known
                for _, validity, uid in held
            )
    return missing


def entries(ground: Ground, rep: Rep) -> list[tuple[object, ...]]:
    """What came of a mailbox's messages, in numbers."""
    return sorted(ground.rows(ENTRIES, {"owner": rep.user_id}), key=repr)
