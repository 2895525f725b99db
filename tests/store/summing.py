"""The sums by week beside the same counted from the notes at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from store.models.shared.week import CompanyWeek, MarketWeek
from store.weeks import count_marked
from tests.builders import MONDAY
from tests.firm import Person

TODAY = MONDAY.date() + timedelta(days=200)

NAIVE_COMPANIES = text("""
select coalesce(c.merged_into, c.id) as company_id, date_trunc('week', i.day)::date as week, count(distinct i.id),
       count(distinct i.id) filter (where i.kind = 'mail' and s.direction = 'in'),
       count(distinct i.id) filter (where i.kind = 'mail' and s.direction = 'out'),
       count(distinct i.id) filter (where i.kind = 'meeting')
from company c join company_domain d on d.company_id = c.id
join interaction_participant p on p.domain = d.domain and not p.ours
join interaction i on i.id = p.interaction_id and i.kind <> 'note'
join interaction_source s on s.interaction_id = i.id group by 1, 2 order by 1, 2
""")
NAIVE_ALL = text("""
select date_trunc('week', i.day)::date as week, count(distinct i.id),
       count(distinct i.id) filter (where i.kind = 'mail' and s.direction = 'in'),
       count(distinct i.id) filter (where i.kind = 'mail' and s.direction = 'out'),
       count(distinct i.id) filter (where i.kind = 'meeting')
from interaction i join interaction_source s on s.interaction_id = i.id where i.kind <> 'note' group by 1 order by 1
""")

NAIVE_OPEN = text("""
select id, due_on from (
    select (array_agg(id order by id))[1] as id, (array_agg(due_on order by id))[1] as due_on
    from commitment group by key having bool_and(done_at is null)) one order by id
""")
OPEN = text("select commitment_id, due_on from open_promise order by 1")


def counted(rep: Person) -> None:
    with rep.app.transaction(rep.acting) as session:
        while not count_marked(session, TODAY):
            pass


def company_weeks(session: Session) -> list[tuple[object, ...]]:
    table = CompanyWeek
    asked = select(table.company_id, table.week, table.notes, table.from_them, table.from_us, table.meetings)
    return [tuple(row) for row in session.execute(asked.order_by(table.company_id, table.week))]


def holds(rep: Person) -> None:
    """What is summed is what the notes say."""
    counted(rep)
    with rep.app.transaction(rep.acting) as session:
        assert company_weeks(session) == [tuple(row) for row in session.execute(NAIVE_COMPANIES)]
        table = MarketWeek
        asked = select(table.week, table.notes, table.from_them, table.from_us, table.meetings)
        everything = asked.where(table.kind == "", table.notes > 0).order_by(table.week)
        assert [tuple(row) for row in session.execute(everything)] == [tuple(row) for row in session.execute(NAIVE_ALL)]
        assert session.execute(OPEN).all() == session.execute(NAIVE_OPEN).all()


MANY = text("""
with approved as (select decision_id, approver_id, domain from interaction_participant
                  where approver_id = :me and not ours order by domain limit 1),
drawn as (select uuidv7() as id, uuidv7() as note, at, number
          from unnest(cast(:days as date[])) with ordinality as day (at, number)),
noted as (insert into interaction (id, kind, day, starts_at, title)
          select note, 'mail', at, at + time '09:00', 'Matter ' || number from drawn),
held as (insert into approval (entity, row_id, approver_id, decision_id)
         select 'interaction', note::text, approver_id, decision_id from drawn, approved),
met as (insert into interaction_participant
            (interaction_id, address, domain, ours, starts_at, approver_id, decision_id)
        select note, 'p' || id || '@' || domain, domain, false, at + time '09:00', approver_id, decision_id
        from drawn, approved)
insert into interaction_source (interaction_id, exchange_key, approver_id, decision_id, happened_at, direction)
select note, uuid_send(uuidv7()), approver_id, decision_id, at + time '09:00' + number * interval '1 minute', way
from drawn, approved, unnest(array['in', 'out']) as way
""")


def many_notes(rep: Person, days: Sequence[date]) -> None:
    """A note in which both wrote on each of these days, with the company of a note that a rep approved."""
    with rep.app.transaction(rep.acting) as session:
        session.execute(MANY, {"me": rep.user_id, "days": list(days)})
