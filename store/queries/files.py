"""Files that approved notes name: of one note, or those with a person or company, the newest first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import ARRAY, Text, bindparam, select, text
from sqlalchemy.orm import Session

from store.models.shared.file import NoteFile

LISTED: Final = 8
LOOKED_AT: Final = 400  # the newest notes of each address or domain: the beginning of an index
Side = Literal["address", "domain"]
# Whose notes are looked through comes from an index, newest first, however many there are.
WITH = """
with newest as materialized (
    select distinct n.id, n.starts_at from unnest(:whom) as whom cross join lateral (
        select t.interaction_id as id, t.starts_at from interaction_participant t
        where t.{column} = whom and not t.ours order by t.starts_at desc, t.interaction_id desc limit :most
    ) n
), named as (
    select f.name, n.id, n.starts_at, array_agg(distinct f.approver_id order by f.approver_id) as approvers
    from newest n join note_file f on f.interaction_id = n.id group by f.name, n.id, n.starts_at
)
select f.name, i.id as note_id, i.title, i.day, f.approvers from named f join interaction i on i.id = f.id
order by f.starts_at desc, f.id, f.name limit :listed
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A file and the note that names it; ``approvers`` are those whose word that is."""

    name: str
    note_id: UUID
    title: str
    day: date
    approvers: tuple[UUID, ...]


def of_note(session: Session, note_id: UUID) -> list[str]:
    """The files that a note names."""
    asked = select(NoteFile.name).where(NoteFile.interaction_id == note_id).distinct()
    return list(session.scalars(asked.order_by(NoteFile.name)))


def files_with(session: Session, side: Side, whom: Collection[str]) -> list[Named]:
    """The newest files in notes with these addresses, or with anybody at these domains."""
    asked = text(WITH.format(column=side)).bindparams(bindparam("whom", type_=ARRAY(Text)))
    rows = session.execute(asked, {"whom": sorted(whom), "most": LOOKED_AT, "listed": LISTED})
    return [Named(row.name, row.note_id, row.title, row.day, tuple(row.approvers)) for row in rows]
