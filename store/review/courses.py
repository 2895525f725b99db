"""The fields of a shared row that go on with time, as the words on them say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement import course
from store.judgement.course import Word

WORDS = text("""
select field, value, origin = 'typed' as is_typed, coalesce(read_on, cast(said_at as date)) as on_day, said_at, id
from field_value where entity = :entity and row_id = any(:rows) and field = any(:fields)
""")


def words_on(session: Session, entity: str, rows: Collection[UUID]) -> dict[str, list[Word]]:
    """All words on the fields that go on, of rows that are one."""
    asked = {"entity": entity, "rows": list(rows), "fields": list(course.GOING[entity])}
    found: dict[str, list[Word]] = defaultdict(list)
    for row in session.execute(WORDS, asked):
        found[row.field].append(Word(row.value, row.is_typed, row.on_day, row.said_at, row.id))
    return found


def columns(session: Session, entity: str, rows: Collection[UUID]) -> dict[str, str]:
    """What the columns of these rows, which are one, are to say; nothing for rows without such fields."""
    return course.columns(entity, words_on(session, entity, rows)) if entity in course.GOING else {}
