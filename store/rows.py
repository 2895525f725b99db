"""Many rows in one statement, and many values in one parameter.

A batch brings hundreds: each statement of its own costs more than its row, and so does each parameter of a list.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Row, any_, literal, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.models.base import Base


def among(column: InstrumentedAttribute[Any], values: Collection[object]) -> ColumnElement[bool]:
    """Whether a column has one of many values, which go over as one array."""
    return column == any_(literal(list(values), ARRAY(column.type)))


def insert_rows(
    session: Session,
    table: type[Base],
    rows: Sequence[Mapping[str, object]],
    *,
    keep_known: bool = False,
    returning: Sequence[str] = (),
) -> Sequence[Row[Any]]:
    """Insert rows that name the same columns, in their order; what they leave out the database gives.

    They go over as one JSON document that the database reads as rows of the table: row-level security allows no COPY.

    Args:
        keep_known: rows that are there already stay as they are; otherwise they raise IntegrityError.
        returning: columns of the rows that were written, which come back.
    """
    if not rows:
        return ()
    name, columns = table.__tablename__, ", ".join(rows[0])
    known = " on conflict do nothing" if keep_known else ""
    back = f" returning {', '.join(returning)}" if returning else ""
    statement = (
        f"insert into {name} ({columns}) select {columns} "  # noqa: S608 - our own names
        f"from jsonb_populate_recordset(null::{name}, cast(:rows as jsonb)){known}{back}"
    )
    written = session.execute(text(statement), {"rows": json.dumps(rows, default=_written)})
    return written.all() if returning else ()


def _written(value: object) -> str:
    """What JSON has no form for, as the database reads it: ids, moments, bytes."""
    return f"\\x{value.hex()}" if isinstance(value, bytes) else str(value)
