"""What there was with the people of a note before it, and what its owner decided about notes that were sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.calibration import Record
from store.judgement.features import Before
from store.judgement.sureness import Background
from store.models.private.suggestion import Suggestion

REMEMBERED = timedelta(days=180)

# Each note's people, and a moment: what counts is what was before it.
WHO = """(
    select s.id, p ->> 'address' as address, (s.fields ->> 'starts_at')::timestamptz as at
    from suggestion s, jsonb_array_elements(s.fields -> 'people') p
    where s.id = any(:ids) and not (p ->> 'ours')::boolean
) who"""
MAILS = text(f"""
select who.id, count(distinct m.exchange_key) filter (where m.direction = 'in' and p.role = 'from') as they_wrote,
       count(distinct m.exchange_key) filter (where m.direction = 'out' and p.role <> 'from') as we_wrote
from {WHO}
join participation p on p.owner_id = :owner and p.address = who.address
join message m on m.id = p.message_id and m.kind = 'person' and m.sent_at < who.at and m.sent_at > who.at - :remembered
where coalesce(m.folder, '') not in ('\\Junk', '\\Trash', '\\Drafts')
group by who.id
""")  # noqa: S608 - WHO is above
MEETINGS = text(f"""
select who.id, count(distinct g.id) as met
from {WHO}
join participation p on p.owner_id = :owner and p.address = who.address
join meeting g on g.id = p.meeting_id and g.status = 'confirmed'
where g.starts_at < who.at and g.starts_at > who.at - :remembered
group by who.id
""")  # noqa: S608 - WHO is above
BY_ITSELF = """(s.pile = 'sure' or s.doubt = 'not sure it is worth a note') and exists (
    select from decision d where d.suggestion_id = s.id and d.policy_id is null and d.verb <> 'undo'
      and not exists (select from decision u where u.undoes = d.id))"""
# Notes with the same people that their owner decided themselves; what was doubted for another reason tells nothing.
DECIDED = text(f"""
select who.id, count(distinct s.id) filter (where s.state in ('approved', 'published')) as approved,
       count(distinct s.id) filter (where s.state in ('refused', 'private')) as left_out
from {WHO}
join (
    select s.id, s.state, p ->> 'address' as address
    from suggestion s, jsonb_array_elements(s.fields -> 'people') p
    where s.owner_id = :owner and s.kind = 'interaction' and s.settled_at > :since and {BY_ITSELF}
) s on s.address = who.address and s.id <> who.id
group by who.id
""")  # noqa: S608 - WHO and BY_ITSELF are above
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
    values = {
        "owner": owner_id, "ids": [note.id for note in notes], "remembered": REMEMBERED, "since": now - REMEMBERED,
    }  # fmt: skip
    if not notes:
        return {}
    counted: Mapping[UUID, dict[str, int]] = defaultdict(dict)
    for asked in (MAILS, MEETINGS, DECIDED):
        for row in session.execute(asked, values).mappings():
            counted[row["id"]].update({name: row[name] for name in row if name != "id"})
    directions: dict[UUID, set[str]] = defaultdict(set)
    for id_, direction in session.execute(DIRECTIONS, values):
        directions[id_].add(direction)
    own = Record(*session.execute(OWN, values).one())
    return {
        note.id: Background(note.day, frozenset(directions[note.id]), Before(**counted[note.id]), own) for note in notes
    }
