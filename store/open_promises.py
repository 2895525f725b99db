"""Which promises are open, one row for each: found anew for the weeks in which some changed (store.weeks).

A promise that several of us approved is one. It stands on the day of the first row of it, until one of them says that
it is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ARRAY, Date, bindparam, text
from sqlalchemy.orm import Session

_DAYS = bindparam("weeks", type_=ARRAY(Date))
# Only what differs is written: rows that stay as they are stay readable from the index alone.
FIND = text("""
with days as materialized (select week + at as day from unnest(:weeks) as week, generate_series(0, 6) as at),
found as materialized (
    select c.id, c.due_on from commitment c
    where c.due_on = any(array(select day from days)) and c.done_at is null and not exists (
        select from commitment o where o.key = c.key and (o.done_at is not null or o.id < c.id))
), gone as (
    delete from open_promise where due_on = any(array(select day from days))
    and commitment_id not in (select id from found)
)
insert into open_promise as o (commitment_id, due_on) select id, due_on from found
on conflict (commitment_id) do update set due_on = excluded.due_on where o.due_on <> excluded.due_on
""").bindparams(_DAYS)


def find_open(session: Session, weeks: Sequence[date]) -> None:
    """Find the open promises whose day is in these weeks, which begin on Monday."""
    session.execute(FIND, {"weeks": weeks})
