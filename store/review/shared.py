"""Shared rows as sums of approvals: a row stands while an approval holds it; a field says what the last word says.

Each decision adds its own approvals and values, and taking it back removes exactly these. What is left of a row is then
worked out anew from what the others said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.errors import FieldConflict
from store.review import courses, findable, identity
from store.review.word import Word as Word

Entity = Literal["contact", "contact_point", "company", "company_domain", "employment", "interaction", "deal"]
Origin = Literal["read", "typed"]
Place = tuple[Entity, UUID, str]  # entity, row, field

# Order in which rows without an approval go: what hangs on others first.
ENTITIES: tuple[Entity, ...] = (
    "employment", "contact_point", "company_domain", "deal", "interaction", "contact", "company",
)  # fmt: skip
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "contact": dict.fromkeys(("name", "title", "phone", "mobile", "location"), "text"),
    "company": {"name": "text", "stage": "text", "stage_since": "date", "tags": "text"},
    "employment": {"since": "date", "until": "date"},
    "interaction": {"title": "text", "day": "date", "starts_at": "timestamptz", "ends_at": "timestamptz"},
    "deal": {"name": "text", "stage": "text", "stage_since": "date", "amount": "text", "expected_on": "date"},
}
# Columns that keep their value when nobody says anything of them any more; the others are empty then.
KEPT: Mapping[str, frozenset[str]] = {
    "contact": frozenset({"name"}),
    "company": frozenset({"name"}),
    "employment": frozenset(),
    "interaction": frozenset({"title", "day", "starts_at"}),
    "deal": frozenset({"name", "stage"}),
}
# The last word: the newest that was typed, else the first that was read.
LAST_WORD = """
select distinct on (field) field, value from field_value where entity = :entity and row_id = any(:rows)
order by field, (origin = 'typed') desc, case when origin = 'typed' then said_at end desc,
         case when origin = 'typed' then id end desc, said_at, id
"""
HELD = (
    "commitment",
    "deal_note",
    "note_file",
    "interaction_source",
    "interaction_participant",
    "field_value",
    "approval",
)
RESTING = (*HELD, "identity_word")
PUBLISHED_BY = " union ".join(
    f"select decision_id from {table} where decision_id = any(:decisions)"  # noqa: S608 - names above
    for table in RESTING
)
APPROVE = text("""
insert into approval (entity, row_id, approver_id, decision_id, approved_at)
values (:entity, :row, :approver, :decision, :now) on conflict (entity, row_id, decision_id) do nothing
""")
SAY = text("""
insert into field_value
    (entity, row_id, field, value, origin, approver_id, decision_id, said_at, read_from, read_on, message_id)
values (:entity, :row, :field, :value, :origin, :approver, :decision, :now, :read_from, :read_on, :message)
on conflict (entity, row_id, field, decision_id) do nothing
""")
CHANGED_SINCE = text("""
select mine.field, mine.value, other.value, other.approver_id, other.said_at
from field_value mine
join field_value other on other.entity = mine.entity and other.row_id = mine.row_id and other.field = mine.field
    and other.decision_id <> mine.decision_id and other.said_at > mine.said_at and other.value <> mine.value
    and other.origin = 'typed'
where mine.decision_id = :decision
order by mine.field, other.said_at desc
""")


def approve(session: Session, word: Word, entity: Entity, row: UUID | str) -> None:
    """Hold a shared row by one more approval."""
    session.execute(
        APPROVE,
        {
            "entity": entity,
            "row": str(row),
            "approver": word.approver_id,
            "decision": word.decision_id,
            "now": word.now,
        },
    )


def say(session: Session, word: Word, place: Place, value: str, origin: Origin) -> None:
    """Give one field of a shared row this approver's value."""
    entity, row, field = place
    session.execute(
        SAY,
        {
            "entity": entity,
            "row": row,
            "field": field,
            "value": value,
            "origin": origin,
            "approver": word.approver_id,
            "decision": word.decision_id,
            "now": word.now,
            "read_from": word.origins.read_from,
            "read_on": word.origins.read_on,
            "message": word.origins.message_id,
        },
    )


def show_last_word(session: Session, entity: Entity, row: UUID) -> None:
    """Make the row's columns, and those of all rows that are one with it, say what their field values say."""
    rows = identity.one_with(session, entity, row) if entity in identity.ENTITIES else [row]
    said = {field: value for field, value in session.execute(text(LAST_WORD), {"entity": entity, "rows": rows})}  # noqa: C416
    said |= courses.columns(session, entity, rows)
    columns = COLUMNS[entity]
    chosen = {field: said.get(field) for field in columns if field in said or field not in KEPT[entity]}
    assignments = ", ".join(f"{field} = cast(:{field} as {columns[field]})" for field in chosen)
    if assignments:
        session.execute(
            text(f"update {entity} set {assignments} where id = any(:rows)"),  # noqa: S608 - names from COLUMNS
            {**chosen, "rows": rows},
        )


def published_by(session: Session, decision_ids: Collection[UUID]) -> set[UUID]:
    """Which of these decisions anything shared rests on: one still held, or a refusal, left nothing to take back."""
    return set(session.scalars(text(PUBLISHED_BY), {"decisions": list(decision_ids)}))


def changed_since(session: Session, decision_id: UUID) -> list[FieldConflict]:
    """Fields that a decision published and somebody has said otherwise of since; rows that others joined since."""
    rows = session.execute(CHANGED_SINCE, {"decision": decision_id})
    said = [FieldConflict(field=field, yours=mine, theirs=theirs, by=by, at=at) for field, mine, theirs, by, at in rows]
    return said + identity.joined_since(session, decision_id)


def take_back(session: Session, decision_id: UUID) -> None:
    """Remove what one decision added, and the rows that nobody holds any more."""
    own = {"decision": decision_id}
    held = session.execute(text("select entity, row_id from approval where decision_id = :decision"), own).all()
    parted = identity.take_back(session, decision_id)
    for table in HELD:
        session.execute(text(f"delete from {table} where decision_id = :decision"), own)  # noqa: S608 - names above
    for entity in ENTITIES:
        for row_id in [row.row_id for row in held if row.entity == entity]:
            _drop_or_show(session, entity, row_id)
    for entity, rows in parted.items():
        regroup(session, entity, rows)
    findable.rewrite(session, [UUID(row.row_id) for row in held if row.entity in identity.ENTITIES])


def regroup(session: Session, entity: identity.Kind, rows: Collection[UUID]) -> None:
    """Work out anew which of these rows are one, and make all of them say what they say together."""
    for row in identity.regroup(session, entity, rows):
        show_last_word(session, entity, row)


def _drop_or_show(session: Session, entity: Entity, row_id: str) -> None:
    column, value = ("domain", row_id) if entity == "company_domain" else ("id", UUID(row_id))
    dropped = session.execute(
        text(
            f"delete from {entity} where {column} = :value"  # noqa: S608 - names from ENTITIES
            " and not exists (select from approval where entity = :entity and row_id = :row)"
        ),
        {"value": value, "entity": entity, "row": row_id},
    )
    if not dropped.rowcount and isinstance(value, UUID) and entity in COLUMNS:  # type: ignore[attr-defined]
        show_last_word(session, entity, value)
