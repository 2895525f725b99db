"""What a manager's home says: companies that changed, went quiet, and promises that are due, by what they need.

A company needs somebody the more, the more there was of it before: so the largest loss comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.trends.turns import QUIET_AFTER, WEEK, YEAR, monday

CHANGED_FOR = 8  # weeks that a change is told of; it takes three to be seen
QUIET_FOR = 2
OVERDUE_FOR, AHEAD = timedelta(days=14), timedelta(days=7)
LISTED, ALL_OF_THEM = 10, 1000
SILENT = (QUIET_AFTER + 1) * WEEK  # from the last week with contact to the one in which that is said

# All are counted, and the first found, in an index alone. Names are looked up of the first, and of those who come level
# with the last of them.
CHANGED = text("""
with most as materialized (
    select company_id, week, level_before as before, level_after as after, count(*) over () as total from company_turn
    where kind = 'changed' and week > :since and week <= :this_week and (until is null or until > :this_week)
    order by level_after - level_before fetch first :most rows with ties
)
select c.id, c.name, m.week, m.before, m.after, m.total from most m join company c on c.id = m.company_id
order by m.after - m.before, c.sort_name, c.id limit :most
""")
QUIET = text("""
with most as materialized (
    select company_id, week, notes, count(*) over () as total from company_turn
    where kind = 'quiet' and until is null and week > :since and week <= :this_week
    order by notes desc fetch first :most rows with ties
)
select c.id, c.name, m.week, m.notes, m.total from most m join company c on c.id = m.company_id
order by m.notes desc, c.sort_name, c.id limit :most
""")
DUE = text("""
with near as materialized (
    select commitment_id, due_on, count(*) over () as total from open_promise
    where due_on >= :first and due_on <= :last order by due_on, commitment_id limit :most
)
select array(select distinct n.approver_id from commitment n where n.key = c.key order by 1) as approvers,
       c.words, c.due_on, c.ours, c.interaction_id as note_id, f.id as company_id, f.name as company, s.total
from near s join commitment c on c.id = s.commitment_id left join lateral (
    select coalesce(m.merged_into, m.id) as id from company_domain d join company m on m.id = d.company_id
    where d.domain = c.their_domain limit 1
) m on true left join company f on f.id = m.id
order by s.due_on, c.id
""")


@dataclass(frozen=True, slots=True)
class Changed:
    """A company whose notes a week came to another level with a week."""

    company_id: UUID
    company: str
    week: date
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Quiet:
    """A company that was in touch regularly, with so many notes from a week, ``first``, to its last, and not since."""

    company_id: UUID
    company: str
    first: date
    last: date
    notes: int


@dataclass(frozen=True, slots=True)
class Due:
    """An open promise: ours to them or theirs to us. Without a company where its address is none's."""

    words: str
    due_on: date
    ours: bool
    note_id: UUID
    company_id: UUID | None
    company: str | None
    approvers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The first of each, and how many there are."""

    changed: tuple[Changed, ...]
    quiet: tuple[Quiet, ...]
    due: tuple[Due, ...]
    changed_total: int
    quiet_total: int
    due_total: int

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.changed or self.quiet or self.due)


def found(session: Session, today: date, most: int = LISTED) -> Found:
    """Everything that a manager's home says on a day."""
    this_week = monday(today)
    asked = {"this_week": this_week, "most": most}
    changed = session.execute(CHANGED, asked | {"since": this_week - CHANGED_FOR * WEEK}).all()
    quiet = session.execute(QUIET, asked | {"since": this_week - QUIET_FOR * WEEK}).all()
    due = session.execute(DUE, {"most": most, "first": today - OVERDUE_FOR, "last": today + AHEAD}).all()
    return Found(
        tuple(Changed(row.id, row.name, row.week, row.before, row.after) for row in changed),
        tuple(Quiet(row.id, row.name, row.week - YEAR, row.week - SILENT, row.notes) for row in quiet),
        tuple(
            Due(row.words, row.due_on, row.ours, row.note_id, row.company_id, row.company, tuple(row.approvers))
            for row in due
        ),
        *(rows[0].total if rows else 0 for rows in (changed, quiet, due)),
    )
