"""What changed with a company or person after a moment, beside its notes: who came, and whose role is another one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.orm import Session

_MEMBERS = """
member as materialized (
    select c.id, c.id as root from contact c where c.id = any(:contacts) and c.merged_into is null
    union all select c.id, c.merged_into from contact c where c.merged_into = any(:contacts)
)
"""
CAME = text(f"""
with {_MEMBERS}, post as materialized (
    select m.root, cast(e.id as text) as id from member m join employment e on e.contact_id = m.id
), came as (
    select p.root, min(a.approved_at) as at from post p join approval a on a.entity = 'employment' and a.row_id = p.id
    group by p.root having min(a.approved_at) > :since
)
select c.id, c.name, came.at from came join contact c on c.id = came.root where c.merged_into is null
order by came.at desc, c.id
""").bindparams(bindparam("contacts", type_=ARRAY(Uuid)))  # noqa: S608 - a constant above
ROLES = text(f"""
with {_MEMBERS}, said as materialized (
    select m.root, m.id, v.value, v.said_at from member m
    join field_value v on v.entity = 'contact' and v.row_id = m.id and v.field = 'title'
)
select distinct on (c.id) c.id, c.name, c.title as role
from said v join contact c on c.id = v.root
where c.merged_into is null and v.said_at > :since and v.value = c.title
  and exists (select from said w where w.root = c.id and w.id in (c.id, v.id) and w.said_at <= :since
              and w.value <> v.value)
""").bindparams(bindparam("contacts", type_=ARRAY(Uuid)))  # noqa: S608 - a constant above


@dataclass(frozen=True, slots=True)
class Changed:
    """Somebody who came, or whose role is another one by now; ``role`` is empty for who came."""

    contact_id: UUID
    name: str
    role: str = ""


def came(session: Session, contact_ids: Collection[UUID], since: datetime) -> list[Changed]:
    """Who of these was noted with their company only after a moment, the newest first."""
    rows = session.execute(CAME, {"contacts": list(contact_ids), "since": since})
    return [Changed(row.id, row.name) for row in rows]


def other_roles(session: Session, contact_ids: Collection[UUID], since: datetime) -> list[Changed]:
    """Who of these had another role before."""
    rows = session.execute(ROLES, {"contacts": list(contact_ids), "since": since})
    return [Changed(row.id, row.name, row.role) for row in rows]
