"""What there was with the people of a note before it, and what its owner decided about notes that were sure."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.calibration import Record
from store.judgement.features import Before
from store.judgement.sureness import Background
from store.models.private.suggestion import Suggestion

REMEMBERED = timedelta(days=180)

MAILS = text("""
select distinct p.address, m.exchange_key, m.sent_at, m.direction = 'out' as ours
from participation p join message m on m.id = p.message_id
where p.owner_id = :owner and p.address = any(:addresses) and (p.person or p.desk) and m.kind = 'person'
  and (m.direction = 'in') = (p.role = 'from') and m.direction <> 'internal'
  and m.sent_at between :first and :last and coalesce(m.folder, '') not in ('\\Junk', '\\Trash', '\\Drafts')
""")
MEETINGS = text("""
select distinct p.address, g.id, g.starts_at
from participation p join meeting g on g.id = p.meeting_id
where p.owner_id = :owner and p.address = any(:addresses) and (p.person or p.desk) and g.status = 'confirmed'
  and g.starts_at between :first and :last
""")
BY_ITSELF = """(s.pile = 'sure' or s.doubt = 'not sure it is worth a note') and exists (
    select from decision d where d.suggestion_id = s.id and d.policy_id is null and d.verb <> 'undo'
      and not exists (select from decision u where u.undoes = d.id))"""
# Notes that their owner decided themselves, by person; what was doubted for another reason tells nothing.
DECIDED = text(f"""
select p ->> 'address' as address, count(*) filter (where s.state in ('approved', 'published')) as approved,
       count(*) filter (where s.state in ('refused', 'private')) as left_out
from suggestion s, jsonb_array_elements(s.fields -> 'people') p
where s.owner_id = :owner and s.kind = 'interaction' and s.settled_at > :since and p ->> 'address' = any(:addresses)
  and {BY_ITSELF}
group by p ->> 'address'
""")  # noqa: S608 - BY_ITSELF is above
OWN = text(f"""
select count(*) filter (where s.state in ('approved', 'published')) as approved,
       count(*) filter (where s.state in ('refused', 'private')) as left_out
from suggestion s where s.owner_id = :owner and s.kind = 'interaction' and s.settled_at > :since and {BY_ITSELF}
""")  # noqa: S608 - BY_ITSELF is above
DIRECTIONS = text("select suggestion_id, direction from suggestion_source where suggestion_id = any(:ids)")


def backgrounds(
    session: Session, owner_id: UUID, notes: Collection[Suggestion], now: datetime
) -> dict[UUID, Background]:
    """What each of an owner's notes is judged against."""
    if not notes:
        return {}
    people = {note.id: [one["address"] for one in note.fields["people"] if not one["ours"]] for note in notes}
    began = {note.id: datetime.fromisoformat(note.fields["starts_at"]) for note in notes}
    values: dict[str, Any] = {
        "owner": owner_id, "ids": list(people), "since": now - REMEMBERED,
        "addresses": sorted({address for group in people.values() for address in group}),
        "first": min(began.values()) - REMEMBERED, "last": max(began.values()),
    }  # fmt: skip
    past = _Past(session, values)
    directions: dict[UUID, set[str]] = defaultdict(set)
    for id_, direction in session.execute(DIRECTIONS, values):
        directions[id_].add(direction)
    own = Record(*session.execute(OWN, values).one())
    return {
        note.id: Background(note.day, frozenset(directions[note.id]), past.before(people[note.id], began[note.id]), own)
        for note in notes
    }


class _Past:
    """When each of some addresses wrote, was written to and was met, and what was decided about notes with them."""

    def __init__(self, session: Session, values: Mapping[str, Any]) -> None:
        self.they: dict[str, list[datetime]] = defaultdict(list)
        self.we: dict[str, list[datetime]] = defaultdict(list)
        self.met: dict[str, list[datetime]] = defaultdict(list)
        for address, _, at, ours in session.execute(MAILS, values):
            (self.we if ours else self.they)[address].append(at)
        for address, _, at in session.execute(MEETINGS, values):
            self.met[address].append(at)
        for moments in (*self.they.values(), *self.we.values(), *self.met.values()):
            moments.sort()
        self.decided = {row.address: (row.approved, row.left_out) for row in session.execute(DECIDED, values)}

    def before(self, addresses: Sequence[str], at: datetime) -> Before:
        """What there was with the best known of a note's people before it, and what was decided with any of them."""
        each = [self._with(address, at) for address in addresses]
        best = max(each, key=lambda one: one.exchanges, default=Before())
        approved, left_out = (max((getattr(one, name) for one in each), default=0) for name in ("approved", "left_out"))
        return replace(best, approved=approved, left_out=left_out)

    def _with(self, address: str, at: datetime) -> Before:
        they, we, met = (_within(found[address], at) for found in (self.they, self.we, self.met))
        approved, left_out = self.decided.get(address, (0, 0))
        return Before(they, we, met, approved, left_out)


def _within(moments: Sequence[datetime], at: datetime) -> int:
    return bisect_left(moments, at) - bisect_left(moments, at - REMEMBERED)
