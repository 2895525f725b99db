"""Rows that are one: worked out from what their approvers said, so that nothing is moved and undo is exact.

Joining two contacts changes neither; each keeps its addresses, posts and approvals. The one noted first stands for
all that are one, and all of them show the last word of all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.errors import FieldConflict
from store.review.word import Word

Kind = Literal["contact", "company"]
ENTITIES: Final[tuple[Kind, ...]] = ("contact", "company")

TOGETHER = """
select id from {entity}
where coalesce(merged_into, id) = (select coalesce(merged_into, id) from {entity} where id = :row)
order by id
"""
SAY = text("""
insert into identity_word (entity, one_id, other_id, same, approver_id, decision_id, said_at)
values (:entity, least(:one, :other), greatest(:one, :other), :same, :approver, :decision, :now)
on conflict (entity, one_id, other_id, decision_id) do nothing
""")
# Of these rows and of all that a word ever joined them with: which are said to be one, by the last word on each pair.
JOINED = """
with recursive near (id) as (
    select unnest(cast(:rows as uuid[]))
    union select case when w.one_id = near.id then w.other_id else w.one_id end
    from near join identity_word w on w.entity = :entity and (w.one_id = near.id or w.other_id = near.id)
), last_word as (
    select distinct on (one_id, other_id) one_id, other_id, same from identity_word w
    where w.entity = :entity and w.one_id in (select id from near)
    order by one_id, other_id, said_at desc, id desc
)
select e.id, l.other_id from {entity} e
left join last_word l on l.one_id = e.id and l.same and exists (select from {entity} o where o.id = l.other_id)
where e.id in (select id from near)
order by e.id
"""
TAKE_BACK = text("""
delete from identity_word where decision_id = :decision
    or (approver_id = nullif(current_setting('app.user_id', true), '')::uuid and exists (
        select from approval a where a.decision_id = :decision and a.entity = identity_word.entity
        and a.row_id in (one_id::text, other_id::text)
        and not exists (select from approval b
                        where b.entity = a.entity and b.row_id = a.row_id and b.decision_id <> :decision)))
returning entity, one_id, other_id
""")
# A row that would go with this decision, and that somebody has joined with another since.
JOINED_SINCE = text("""
select w.same, w.approver_id, w.said_at from identity_word w
join approval a on a.entity = w.entity and a.row_id in (w.one_id::text, w.other_id::text)
where a.decision_id = :decision and w.decision_id <> :decision and w.said_at > a.approved_at
  and not exists (select from approval b
                  where b.entity = a.entity and b.row_id = a.row_id and b.decision_id <> :decision)
""")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows, and whether they are said to be one."""

    entity: Kind
    one: UUID
    other: UUID
    same: bool = True


def one_with(session: Session, entity: str, row: UUID) -> list[UUID]:
    """All rows that are one with this one, itself among them, the first noted first."""
    found = session.scalars(text(TOGETHER.format(entity=entity)), {"row": row}).all()
    return list(found) or [row]


def say(session: Session, word: Word, pair: Pair) -> None:
    """Give one approver's word on a pair; ``regroup`` makes the rows say so."""
    session.execute(
        SAY,
        {
            "entity": pair.entity,
            "one": pair.one,
            "other": pair.other,
            "same": pair.same,
            "approver": word.approver_id,
            "decision": word.decision_id,
            "now": word.now,
        },
    )


def take_back(session: Session, decision_id: UUID) -> dict[Kind, set[UUID]]:
    """Remove the words of one decision, and its approver's on rows that go with it; the rows they were about."""
    found: dict[Kind, set[UUID]] = {}
    for entity, one, other in session.execute(TAKE_BACK, {"decision": decision_id}):
        found.setdefault(entity, set()).update((one, other))
    return found


def joined_since(session: Session, decision_id: UUID) -> list[FieldConflict]:
    """What somebody said since of rows that would go with a decision."""
    rows = session.execute(JOINED_SINCE, {"decision": decision_id})
    words = {True: "one and the same", False: "somebody else"}
    return [
        FieldConflict(field="identity", yours="on its own", theirs=words[same], by=by, at=at) for same, by, at in rows
    ]


def regroup(session: Session, entity: Kind, rows: Collection[UUID]) -> list[UUID]:
    """Work out anew which rows are one, for these and all that were ever joined with them; one row of each group."""
    found = session.execute(text(JOINED.format(entity=entity)), {"entity": entity, "rows": sorted(rows)}).all()
    groups = _groups([(row.id, row.other_id) for row in found])
    update = text(f"update {entity} set merged_into = :first where id = :row and merged_into is distinct from :first")  # noqa: S608 - names from ENTITIES
    for first, members in groups.items():
        for row in members:
            session.execute(update, {"row": row, "first": None if row == first else first})
    return sorted(groups)


def _groups(joined: Iterable[tuple[UUID, UUID | None]]) -> dict[UUID, list[UUID]]:
    """The rows of each group under the first of them."""
    first: dict[UUID, UUID] = {}
    for row, other in joined:
        first.setdefault(row, row)
        if other is not None:
            first.setdefault(other, other)
            one, two = sorted((_first(first, row), _first(first, other)))
            first[two] = one
    groups: dict[UUID, list[UUID]] = {}
    for row in sorted(first):
        groups.setdefault(_first(first, row), []).append(row)
    return groups


def _first(first: dict[UUID, UUID], row: UUID) -> UUID:
    while first[row] != row:
        row = first[row]
    return row
