"""Who of us knows whom: what each of us approved about one contact, or about the people of one company.

Only shared rows, and of each of us only their own approvals. It is asked for one contact or one company at a time;
there is no sum over contacts for one of us, here or anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.judgement.relationship import COUNTED, HALF_LIFE, Relationship, Sum, of_sums

REMEMBERED = timedelta(days=730)
ORDER = ("close", "good", "some", "thin", "fading")

TOUCHES = text("""
with member as materialized (
    select c.id, c.id as contact_id from contact c where c.id = any(:contacts)
    union all select c.id, c.merged_into from contact c where c.merged_into = any(:contacts)
), point as materialized (
    select m.contact_id, p.value from member m join contact_point p on p.contact_id = m.id and p.kind = 'email'
), touch as (
    select distinct s.approver_id, p.contact_id, s.exchange_key, coalesce(s.kind, i.kind) as kind, s.happened_at,
           s.direction
    from point p join interaction_participant t on t.address = p.value and not t.ours
    join interaction_source s on s.decision_id = t.decision_id and s.interaction_id = t.interaction_id
    join interaction i on i.id = t.interaction_id
    where i.kind <> 'note' and s.happened_at between :since and :now
), summed as (
    select approver_id, contact_id, kind, direction, count(*) filter (where happened_at > :counted) as recent,
           max(happened_at) as last_at,
           sum(power(2, cast(extract(epoch from happened_at - :now) / :half_life as float8))) as weight
    from touch group by approver_id, contact_id, kind, direction
)
select u.id as user_id, u.name as ours, c.id as contact_id, c.name as theirs, coalesce(c.title, '') as role,
       exists (select from member m join unshown_tie h on h.contact_id = m.id
               where m.contact_id = s.contact_id and h.user_id = s.approver_id) as is_unshown,
       s.kind, s.direction = 'out' as is_ours, s.weight, s.recent, s.last_at
from summed s join contact c on c.id = s.contact_id join app_user u on u.id = s.approver_id
""").bindparams(bindparam("contacts", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class Tie:
    """One of us and one of them, and how they know each other; ``unshown`` when the one of us shows it to nobody."""

    user_id: UUID
    ours: str
    contact_id: UUID
    theirs: str
    role: str
    relationship: Relationship
    unshown: bool = False


def ties(session: Session, contact_ids: Collection[UUID], now: datetime) -> list[Tie]:
    """Everybody of us who knows one of these contacts, strongest first; those as well who show it to nobody else."""
    values = {
        "contacts": list(contact_ids), "since": now - REMEMBERED, "now": now, "counted": now - COUNTED,
        "half_life": HALF_LIFE.total_seconds(),
    }  # fmt: skip
    found: dict[tuple[UUID, str, UUID, str, str, bool], list[Sum]] = defaultdict(list)
    for user_id, ours, contact_id, theirs, role, is_unshown, *summed in session.execute(TOUCHES, values):
        found[user_id, ours, contact_id, theirs, role, is_unshown].append(Sum(*summed))
    known = [Tie(*pair[:-1], known, pair[-1]) for pair, summed in found.items() if (known := of_sums(summed, now))]
    return sorted(known, key=lambda tie: (ORDER.index(tie.relationship.strength), tie.theirs, tie.ours))
