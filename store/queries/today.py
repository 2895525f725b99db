"""What a manager's home says: companies that changed, went quiet, and promises that are due, by what they need.

A company needs somebody the more, the more there was of it before: so the largest loss comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.judgement.trends.turns import WEEK, monday

CHANGED_FOR = 8  # weeks that a change is told of; it takes three to be seen
QUIET_FOR = 2
OVERDUE_FOR, AHEAD = timedelta(days=14), timedelta(days=7)
LISTED = 10

CHANGED = text("""
select c.id, c.name, t.week, t.level_before as before, t.level_after as after, count(*) over () as total
from company_turn t join company c on c.id = t.company_id
where t.kind = 'changed' and t.week > :since and t.week <= :this_week and not exists (
    select from company_turn q where q.company_id = t.company_id and (q.kind = 'changed' and q.week > t.week
        or q.kind = 'quiet' and q.week > t.week and q.week <= :this_week))
order by t.level_after - t.level_before, c.sort_name, c.id limit :most
""")
# Names are looked up of the first alone, and of those who come level with the last of them.
QUIET = text("""
with most as materialized (
    select t.company_id, t.week, b.notes, b.last, count(*) over () as total
    from company_turn t
    join lateral (select sum(w.notes)::integer as notes, max(w.week) as last from company_week w
                  where w.company_id = t.company_id and w.week >= t.week - 364 and w.week < t.week) b on true
    where t.kind = 'quiet' and t.week > :since and t.week <= :this_week and not exists (
        select from company_week w where w.company_id = t.company_id and w.week >= t.week)
    order by b.notes desc fetch first :most rows with ties
)
select c.id, c.name, m.week, m.notes, m.last, m.total from most m join company c on c.id = m.company_id
order by m.notes desc, c.sort_name, c.id limit :most
""")
DUE = text("""
with near as materialized (
    select id, key, due_on, done_at from commitment where due_on >= :first and due_on <= :last
), open as materialized (
    select (array_agg(id order by id))[1] as id, key, (array_agg(due_on order by id))[1] as due_on
    from near group by key having bool_and(done_at is null)
), shown as materialized (
    select id, key, (select count(*) from open) as total from open order by due_on, key limit :most
)
select array(select distinct n.approver_id from commitment n
             where n.key = s.key and n.due_on >= :first and n.due_on <= :last order by 1) as approvers,
       c.words, c.due_on, c.ours, c.interaction_id as note_id, f.id as company_id, f.name as company, s.total
from shown s join commitment c on c.id = s.id left join company_domain d on d.domain = c.their_domain
left join company m on m.id = d.company_id left join company f on f.id = coalesce(m.merged_into, m.id)
order by c.due_on, c.key
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
    """A company that was in touch regularly, with so many notes in the year before, and not since a week."""

    company_id: UUID
    company: str
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
        tuple(Quiet(row.id, row.name, row.last, row.notes) for row in quiet),
        tuple(
            Due(row.words, row.due_on, row.ours, row.note_id, row.company_id, row.company, tuple(row.approvers))
            for row in due
        ),
        *(rows[0].total if rows else 0 for rows in (changed, quiet, due)),
    )
