"""What must hold whatever happens, asked of the database past the application, and of the mail server."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bench.faults.ground import Ground, Rep

ITEMS = """
select i.remote_id, i.sha256, i.state, case when i.media_type = 'text/calendar' then i.payload end
  from inbound i where i.owner_id = %(owner)s and not i.gone
union all select d.remote_id, '', 'dropped', null from dropped d where d.owner_id = %(owner)s and not d.gone
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
   and not (i.gone and i.media_type = 'text/calendar')  -- called off: its meeting has another word now
   and not exists (select from meeting m where m.owner_id = i.owner_id and m.sha256 = i.sha256)
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
    stored = Counter(
        (pointer, title_of(bytes(payload)) if payload else sha256 or bytes_of.get(pointer, ""))
        for pointer, sha256, _, payload in rows
    )
    waiting = sum(state == "waiting" for _, _, state, _ in rows)
    return Found((truth - stored).total(), (stored - truth).total(), waiting, unrecorded)


def title_of(calendar: bytes) -> str:
    """By what a meeting is known again: servers write the rest of it in their own way."""
    return calendar.partition(b"SUMMARY:")[2].partition(b"\n")[0].strip().decode()


def ahead(ground: Ground, rep: Rep) -> int:
    """What a cursor says is known and is not in the store, at this moment."""
    with rep.box.lock:
        rows = ground.rows(CURSORS, {"owner": rep.user_id}, within=0)  # nobody is to wait for the mailbox meanwhile
        return rep.box.ahead(rows)


def entries(ground: Ground, rep: Rep) -> list[tuple[object, ...]]:
    """What came of a mailbox's messages, in numbers."""
    return sorted(ground.rows(ENTRIES, {"owner": rep.user_id}), key=repr)
