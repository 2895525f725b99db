"""What changed with a company or person after a moment, beside its notes: who came, and whose role is another one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.orm import Session

CAME = text("""
select c.id, c.name, min(a.approved_at) as at
from contact c join contact same on c.id in (same.id, same.merged_into)
join employment e on e.contact_id = same.id
join approval a on a.entity = 'employment' and a.row_id = e.id::text
where c.id = any(:contacts) and c.merged_into is null
group by c.id, c.name having min(a.approved_at) > :since order by at desc, c.id
""").bindparams(bindparam("contacts", type_=ARRAY(Uuid)))
ROLES = text("""
select distinct on (c.id) c.id, c.name, c.title as role
from contact c join contact same on c.id in (same.id, same.merged_into)
join field_value v on v.entity = 'contact' and v.row_id = same.id and v.field = 'title'
where c.id = any(:contacts) and c.merged_into is null and v.said_at > :since and v.value = c.title
  and exists (select from field_value w where w.entity = 'contact' and w.row_id in (c.id, same.id)
              and w.field = 'title' and w.said_at <= :since and w.value <> v.value)
""").bindparams(bindparam("contacts", type_=ARRAY(Uuid)))


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
