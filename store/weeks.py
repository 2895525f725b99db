"""Counts anew what was marked: the weeks of companies whose notes changed, and then the weeks of all together.

Triggers on the shared tables mark what changes, in the transaction that changes it (``sql/weeks.sql``), so publishing,
taking back, undoing, joining and erasing are all seen. Marks are taken before the rows that they speak of are read:
what is marked meanwhile stays marked. A page counts a few marks itself, a job counts all.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ARRAY, TextClause, Uuid, bindparam, func, select, text
from sqlalchemy.orm import Session

from store.judgement.trends.turns import Contacts, monday, turns
from store.market_weeks import sum_markets
from store.models.shared.week import CompanyTurn, CompanyWeek
from store.open_promises import find_open
from store.rows import insert_rows
from store.teams import put_with_teams

ONE_AT_A_TIME = 0x7765656B  # "week": two that count at once would write the same rows
COMPANIES, WEEKS = 200, 6  # of a job's transaction; a week may have ten thousand notes
FEW_COMPANIES, FEW_WEEKS = 20, 4  # of a page's
Row = TypeVar("Row", "_Week", "_Turned")
Asked = Mapping[str, Sequence[UUID]]
_IDS = ARRAY(Uuid)

MARKED = text("select exists (select from week_mark)")
TAKE_COMPANIES = text("""
delete from week_mark where company_id in (select company_id from week_mark where company_id is not null
                                           group by company_id order by min(id) limit :most)
returning company_id
""")
TAKE_WEEKS = text("""
delete from week_mark where week in (select distinct week from week_mark where week is not null
                                     order by week desc limit :most)
returning week
""")

# Domains of each company that stands for itself, and of all that are one with it.
_AT = """
at as materialized (
    select c.id as company_id, d.domain from company c join company_domain d on d.company_id = c.id
    where c.id = any(:companies) and c.merged_into is null
    union select c.id, d.domain from company c join company m on m.merged_into = c.id
    join company_domain d on d.company_id = m.id where c.id = any(:companies) and c.merged_into is null
)
"""
CONTACTS = text(f"""
with {_AT}, note as materialized (
    select distinct at.company_id, i.id, i.kind, monday(i.day) as week
    from at join interaction_participant p on p.domain = at.domain and not p.ours
    join interaction i on i.id = p.interaction_id where i.kind <> 'note'
), said as (
    select n.company_id, n.week, n.id, n.kind = 'meeting' as met,
           n.kind = 'mail' and bool_or(s.direction = 'in') as theirs,
           n.kind = 'mail' and bool_or(s.direction = 'out') as ours
    from note n join interaction_source s on s.interaction_id = n.id group by n.company_id, n.week, n.id, n.kind
)
select company_id, week, count(*) as notes, count(*) filter (where theirs) as from_them,
       count(*) filter (where ours) as from_us, count(*) filter (where met) as meetings
from said group by company_id, week order by company_id, week
""").bindparams(bindparam("companies", type_=_IDS))  # noqa: S608 - a constant above
# An answer: the next mail the other way between one of us and one of them, within a week. Who was there comes first:
# the planner expects few mails, and would try every mail of everybody against every domain.
ANSWERS = text(f"""
with {_AT}, present as materialized (
    select at.company_id, p.address, p.interaction_id, p.decision_id
    from at join interaction_participant p on p.domain = at.domain and not p.ours
), mail as (
    select distinct p.company_id, p.address, s.approver_id, s.exchange_key, s.happened_at, s.direction,
           monday(i.day) as week
    from present p join interaction i on i.id = p.interaction_id
    join interaction_source s on s.interaction_id = p.interaction_id and s.decision_id = p.decision_id
      and coalesce(s.kind, i.kind) = 'mail'
), turned as (
    select *, lag(direction) over pair as before, happened_at - lag(happened_at) over pair as took from mail
    window pair as (partition by company_id, address, approver_id order by happened_at, exchange_key)
), answer as (
    select company_id, min(week) as week, direction, (extract(epoch from min(took)) / 3600)::real as hours
    from turned where before <> direction and took <= interval '7 days' group by company_id, exchange_key, direction
)
select company_id, week, array_agg(hours order by hours) filter (where direction = 'out') as ours,
       array_agg(hours order by hours) filter (where direction = 'in') as theirs
from answer group by company_id, week
""").bindparams(bindparam("companies", type_=_IDS))  # noqa: S608 - a constant above
# When each contact was first met, and when a second one of us met those whose role is known.
PEOPLE = text(f"""
with {_AT}, seen as (
    select at.company_id, coalesce(c.merged_into, c.id) as contact_id, s.approver_id, min(monday(i.day)) as week
    from at join interaction_participant p on p.domain = at.domain and not p.ours
    join contact_point cp on cp.kind = 'email' and cp.value = p.address join contact c on c.id = cp.contact_id
    join interaction i on i.id = p.interaction_id and i.kind <> 'note'
    join interaction_source s on s.interaction_id = p.interaction_id and s.decision_id = p.decision_id
    group by 1, 2, 3
), firsts as (select company_id, contact_id, array_agg(week order by week) as weeks from seen group by 1, 2)
select f.company_id, c.id as contact_id, weeks[1] as met, case when c.title <> '' then weeks[2] end as second
from firsts f join contact c on c.id = f.contact_id
""").bindparams(bindparam("companies", type_=_IDS))  # noqa: S608 - a constant above
OLD_WEEKS = text("""
select company_id, week, notes, from_them, from_us, meetings, our_hours, their_hours
from company_week where company_id = any(:companies)
""")
OLD_TURNS = text("""
select company_id, kind, week, contact_id, level_before, level_after, until, notes
from company_turn where company_id = any(:companies)
""")
# All rows at once: the trigger that marks is run for each statement.
DROP_WEEKS = text("""
delete from company_week w using jsonb_to_recordset(cast(:rows as jsonb)) as r (company_id uuid, week date)
where w.company_id = r.company_id and w.week = r.week
""")
DROP_TURNS = text("""
delete from company_turn t using jsonb_to_recordset(cast(:rows as jsonb))
    as r (company_id uuid, kind text, week date, contact_id uuid)
where t.company_id = r.company_id and t.kind = r.kind and t.week = r.week
  and t.contact_id is not distinct from r.contact_id
""")
NO_ANSWERS: Mapping[str, tuple[float, ...]] = {"our_hours": (), "their_hours": ()}


@dataclass(frozen=True, slots=True)
class _Week:
    company_id: UUID
    week: date
    notes: int
    from_them: int
    from_us: int
    meetings: int
    our_hours: tuple[float, ...]
    their_hours: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Turned:
    company_id: UUID
    kind: str
    week: date
    contact_id: UUID | None
    level_before: float | None = None
    level_after: float | None = None
    until: date | None = None
    notes: int | None = None


def count_few(session: Session, today: date) -> bool:
    """Count what a page can at once; whether that was all."""
    return count_marked(session, today, FEW_COMPANIES, FEW_WEEKS)


def count_marked(session: Session, today: date, companies: int = COMPANIES, weeks: int = WEEKS) -> bool:
    """Count so many marked companies; then, when all are, so many weeks, the newest first.

    Returns:
        Whether nothing marked is left.
    """
    if not session.scalar(MARKED):
        return True
    session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    taken = sorted(set(session.scalars(TAKE_COMPANIES, {"most": companies})))
    if taken:
        _count_companies(session, taken, monday(today))
    if len(taken) < companies:  # what the others will mark is not counted more than once
        _count_weeks(session, weeks)
    return not session.scalar(MARKED)


def _count_weeks(session: Session, most: int) -> None:
    marked = sorted(set(session.scalars(TAKE_WEEKS, {"most": most})))
    if marked:
        sum_markets(session, marked)
        find_open(session, marked)


def _count_companies(session: Session, companies: Sequence[UUID], this_week: date) -> None:
    asked: Asked = {"companies": companies}
    contacts: dict[UUID, list[Contacts]] = defaultdict(list)
    for row in session.execute(CONTACTS, asked):
        contacts[row.company_id].append(Contacts(row.week, row.notes, row.from_them, row.from_us, row.meetings))
    _write_weeks(session, asked, contacts)
    found = {
        _Turned(company_id, turn.kind, turn.week, None, turn.before, turn.after, turn.until, turn.notes)
        for company_id, weeks in contacts.items()
        for turn in turns(weeks, this_week)
    }
    for row in session.execute(PEOPLE, asked):
        found.add(_Turned(row.company_id, "met", row.met, row.contact_id))
        if row.second:
            found.add(_Turned(row.company_id, "second", row.second, row.contact_id))
    known = {_Turned(*row) for row in session.execute(OLD_TURNS, asked)}
    _write(session, (DROP_TURNS, CompanyTurn), known, found)
    put_with_teams(session, companies)


def _write_weeks(session: Session, asked: Asked, contacts: Mapping[UUID, Sequence[Contacts]]) -> None:
    answers = {
        (row.company_id, row.week): {"our_hours": tuple(row.ours or ()), "their_hours": tuple(row.theirs or ())}
        for row in session.execute(ANSWERS, asked)
    }
    found = {
        _Week(company_id, **asdict(each), **answers.get((company_id, each.week), NO_ANSWERS))
        for company_id, weeks in contacts.items()
        for each in weeks
    }
    known = {
        _Week(**row._asdict() | {"our_hours": tuple(row.our_hours), "their_hours": tuple(row.their_hours)})
        for row in session.execute(OLD_WEEKS, asked)
    }
    _write(session, (DROP_WEEKS, CompanyWeek), known, found)


def _write(
    session: Session,
    into: tuple[TextClause, type[CompanyWeek | CompanyTurn]],
    known: set[Row],
    found: set[Row],
) -> None:
    """Write what differs, so that only weeks that changed are marked in turn."""
    drop, table = into
    if gone := [asdict(row) for row in known - found]:
        session.execute(drop, {"rows": json.dumps(gone, default=str)})
    insert_rows(session, table, [asdict(row) for row in found - known])
