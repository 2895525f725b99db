"""Sums weeks of all companies together, and of those of each market, from notes and the weeks of each company.

A market is what companies have in common now: the function ``market_domains`` tells which (sql/markets.sql).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ARRAY, Date, bindparam, text
from sqlalchemy.orm import Session

_DAYS = ARRAY(Date)
DROP_MARKETS = text("delete from market_week where week = any(:weeks)").bindparams(bindparam("weeks", type_=_DAYS))
# Arrays make the planner take the indexes: it expects a tenth of all notes in a week.
ADD_MARKETS = text("""
with asked as (select week from unnest(:weeks) as week),
days as materialized (select a.week + at as day from asked a, generate_series(0, 6) as at),
note as materialized (
    select i.id, i.kind, monday(i.day) as week from interaction i
    where i.day = any(array(select day from days)) and i.kind <> 'note'
), source as materialized (
    select n.id, n.week, n.kind, s.direction, s.approver_id
    from note n join interaction_source s on s.interaction_id = n.id
    where s.interaction_id = any(array(select id from note))
), said as (
    select id, week, kind = 'meeting' as met, kind = 'mail' and bool_or(direction = 'in') as theirs,
           kind = 'mail' and bool_or(direction = 'out') as ours, array_agg(distinct approver_id) as people
    from source group by id, week, kind
), markets as materialized (select * from market_domains()),
placed as (
    select s.*, '' as kind, '' as market from said s
    union all select s.*, e.kind, e.market from said s join (
        select distinct n.id, m.kind, m.market
        from note n join interaction_participant p on p.interaction_id = n.id and not p.ours
        join markets m on m.domain = p.domain
        where p.interaction_id = any(array(select id from note))
    ) e on e.id = s.id
), contacts as (
    select kind, market, week, count(*) as notes, count(*) filter (where theirs) as from_them,
           count(*) filter (where ours) as from_us, count(*) filter (where met) as meetings
    from placed group by kind, market, week
), people as (
    select kind, market, week, array_agg(distinct person) as people
    from placed, unnest(people) as person group by kind, market, week
), active as materialized (select w.* from asked a join company_week w on w.week = a.week),
turn as materialized (select t.* from asked a join company_turn t on t.week = a.week),
belonging as (
    select distinct company_id, kind, market from markets
    where company_id in (select company_id from active union select company_id from turn)
    union all select company_id, '', '' from (select company_id from active union select company_id from turn) one
), companies as (
    select e.kind, e.market, a.week, count(*) as companies
    from active a join belonging e using (company_id)
    where a.meetings > 0 or (a.from_them > 0 and a.from_us > 0) group by e.kind, e.market, a.week
), ours as (
    select e.kind, e.market, a.week, percentile_cont(0.5) within group (order by hours)::real as hours
    from active a join belonging e using (company_id), unnest(a.our_hours) as hours group by e.kind, e.market, a.week
), theirs as (
    select e.kind, e.market, a.week, percentile_cont(0.5) within group (order by hours)::real as hours
    from active a join belonging e using (company_id), unnest(a.their_hours) as hours group by e.kind, e.market, a.week
), turned as (
    select e.kind, e.market, t.week, count(distinct t.contact_id) filter (where t.kind = 'met') as met,
           count(*) filter (where t.kind = 'won') as won, count(*) filter (where t.kind = 'quiet') as quiet,
           count(*) filter (where t.kind = 'returned') as returned,
           count(distinct t.contact_id) filter (where t.kind = 'second') as second,
           count(*) filter (where t.kind = 'both') as last_both
    from turn t join belonging e using (company_id) group by e.kind, e.market, t.week
), promise as materialized (
    select monday(due_on) as week, key, their_domain, done_at is not null as done
    from commitment where due_on = any(array(select day from days))
), promised as (
    select kind, market, week, count(*) as due, count(*) filter (where done) as kept
    from (select '' as kind, '' as market, week, key, bool_or(done) as done from promise group by week, key
          union all select m.kind, m.market, p.week, p.key, bool_or(p.done)
          from promise p join markets m on m.domain = p.their_domain group by m.kind, m.market, p.week, p.key) one
    group by kind, market, week
)
insert into market_week (kind, market, week, notes, from_them, from_us, meetings, people, companies, met, won, quiet,
                         returned, second, due, kept, our_hours, their_hours, last_both)
select kind, market, week, coalesce(c.notes, 0), coalesce(c.from_them, 0), coalesce(c.from_us, 0),
       coalesce(c.meetings, 0), coalesce(p.people, '{}'), coalesce(f.companies, 0), coalesce(t.met, 0),
       coalesce(t.won, 0), coalesce(t.quiet, 0), coalesce(t.returned, 0), coalesce(t.second, 0), coalesce(d.due, 0),
       coalesce(d.kept, 0), o.hours, h.hours, coalesce(t.last_both, 0)
from contacts c full join people p using (kind, market, week) full join companies f using (kind, market, week)
full join turned t using (kind, market, week) full join promised d using (kind, market, week)
full join ours o using (kind, market, week) full join theirs h using (kind, market, week)
""").bindparams(bindparam("weeks", type_=_DAYS))


def sum_markets(session: Session, weeks: Sequence[date]) -> None:
    """Sum these weeks anew, of every market."""
    session.execute(DROP_MARKETS, {"weeks": weeks})
    # Of an array's rows it expects ten: joined row by row, a week's thousands would be compared with one another.
    session.execute(text("set local enable_nestloop = off"))
    session.execute(ADD_MARKETS, {"weeks": weeks})
    session.execute(text("set local enable_nestloop = on"))
