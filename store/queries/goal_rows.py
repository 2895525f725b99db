"""The rows that count for a goal, from shared approved rows alone.

Whoever of us a row came from does not matter and is not read, so that nothing here is of one of us.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import ARRAY, TextClause, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.judgement.goals.counting import (
    Answer,
    Counted,
    Customer,
    Note,
    Promise,
    Seen,
    Won,
    customers_kept,
    deals_sum,
    deals_won,
    new_customers,
    promises_kept,
    replies_within,
    roles_met,
    second_contacts,
    two_way,
)
from store.judgement.goals.terms import Terms
from store.viewings import Seen as Shown

_IDS = ARRAY(Uuid)
# The companies chosen as they stand today, each with its domains and those of all that are one with it.
AT = """
at as materialized (
    select c.id as company_id, c.name as company, d.domain
    from company c join company_domain d on d.company_id = c.id where c.id = any(:companies) and c.merged_into is null
    union all select c.id, c.name, d.domain from company c join company f on f.merged_into = c.id
    join company_domain d on d.company_id = f.id where c.id = any(:companies)
)
"""
_SEEN = """
select {distinct} at.company_id, at.company, c.id as contact_id, c.name as contact, coalesce(c.title, '') as role,
       i.id as note_id, i.day, i.kind = 'meeting' as met
from at join interaction_participant p on p.domain = at.domain and not p.ours
join contact_point cp on cp.kind = 'email' and cp.value = p.address
join contact m on m.id = cp.contact_id join contact c on c.id = coalesce(m.merged_into, m.id)
join interaction i on i.id = p.interaction_id
"""


def _asked(statement: str) -> TextClause:
    return text(f"with {AT} {statement}").bindparams(bindparam("companies", type_=_IDS))


NOTES = _asked("""
, note as materialized (
    select distinct at.company_id, at.company, i.id, i.kind, i.day
    from at join interaction_participant p on p.domain = at.domain and not p.ours
    join interaction i on i.id = p.interaction_id
    where i.kind <> 'note' and i.day >= :first and i.day <= :last
)
select n.company_id, n.company, n.id, n.day, n.kind = 'mail' and bool_or(s.direction = 'in') as theirs,
       n.kind = 'mail' and bool_or(s.direction = 'out') as ours, n.kind = 'meeting' as met
from note n join interaction_source s on s.interaction_id = n.id
group by n.company_id, n.company, n.id, n.day, n.kind
""")
FIRST_SEEN = _asked(
    _SEEN.format(distinct="distinct on (at.company_id, c.id)")
    + "where i.kind <> 'note' and i.day <= :last order by at.company_id, c.id, i.day, i.id"
)
MET = _asked(
    _SEEN.format(distinct="distinct")
    + "where i.kind = 'meeting' and c.title <> '' and i.day >= :first and i.day <= :last"
)
PROMISES = _asked("""
, one as (
    select key, min(id::text)::uuid as id, bool_or(done_at is not null) as done from commitment
    where ours and due_on >= :first and due_on <= :last group by key
)
select c.words, c.interaction_id as note_id, c.due_on, o.done from one o join commitment c on c.id = o.id
where cardinality(:companies) = 0 or split_part(c.other, '@', 2) in (select domain from at)
""")
# An answer: the next mail the other way between one of us and one of them, within a week, as in store.weeks.
ANSWERS = _asked("""
, mail as (
    select distinct at.company_id, p.address, s.approver_id, s.exchange_key, s.happened_at, s.direction,
           i.id as note_id, i.title, i.day
    from at join interaction_participant p on p.domain = at.domain and not p.ours
    join interaction i on i.id = p.interaction_id and i.kind = 'mail'
    join interaction_source s on s.interaction_id = p.interaction_id and s.decision_id = p.decision_id
    where i.day >= cast(:first as date) - 8 and i.day <= :last
), turned as (
    select *, lag(direction) over pair as before, happened_at - lag(happened_at) over pair as took from mail
    window pair as (partition by company_id, address, approver_id order by happened_at, exchange_key)
)
select distinct on (exchange_key) note_id, title, day, extract(epoch from took)::double precision / 3600 as hours
from turned where direction = 'out' and before = 'in' and took <= interval '7 days' and day >= :first
order by exchange_key, took, note_id
""")
CUSTOMERS = _asked("""
select c.id as company_id, c.name as company, c.stage = 'former' as is_former, c.stage_since as since from company c
where c.merged_into is null and c.stage in ('customer', 'former')
  and (cardinality(:companies) = 0 or c.id = any(:companies))
""")
WON = _asked("""
select c.id as company_id, concat_ws(' · ', nullif(d.name, ''), c.name) as name, d.stage_since as day,
       round(d.number)::bigint as amount, d.currency,
       array(select distinct n.interaction_id from deal_note n where n.deal_id = d.id order by 1) as notes
from deal d join company m on m.id = d.company_id join company c on c.id = coalesce(m.merged_into, m.id)
where d.stage = 'won' and d.stage_since >= :first and d.stage_since <= :last
  and (cardinality(:companies) = 0 or c.id = any(:companies))
""")
APPROVERS = text("""
select interaction_id, array_agg(distinct approver_id) as approvers from interaction_source
where interaction_id = any(:notes) group by interaction_id
""").bindparams(bindparam("notes", type_=_IDS))

Values = Mapping[str, object]


def counted(session: Session, terms: Terms, today: date) -> list[Counted]:
    """The rows that count for a goal until today, or its end, the first first."""
    last = min(today, terms.ends_on)
    values: Values = {"companies": list(terms.companies), "first": terms.begins_on, "last": last}
    found = _OF[terms.measure](session, terms, values)
    return sorted(found, key=lambda each: (each.day, each.name, each.ref.int))


def shown_by(session: Session, notes: Collection[UUID]) -> list[Shown]:
    """Notes that are about to be shown, each with those who approved it."""
    found = session.execute(APPROVERS, {"notes": sorted(set(notes))}) if notes else ()
    return [Shown("interaction", row.interaction_id, tuple(row.approvers)) for row in found]


def _two_way(session: Session, _terms: Terms, values: Values) -> list[Counted]:
    return two_way(Note(**row._asdict()) for row in session.execute(NOTES, values))


def _second(session: Session, terms: Terms, values: Values) -> list[Counted]:
    asked = {name: value for name, value in values.items() if name != "first"}
    return second_contacts((Seen(**row._asdict()) for row in session.execute(FIRST_SEEN, asked)), terms.begins_on)


def _roles(session: Session, _terms: Terms, values: Values) -> list[Counted]:
    return roles_met(Seen(**row._asdict()) for row in session.execute(MET, values))


def _promises(session: Session, _terms: Terms, values: Values) -> list[Counted]:
    return promises_kept(Promise(**row._asdict()) for row in session.execute(PROMISES, values))


def _replies(session: Session, terms: Terms, values: Values) -> list[Counted]:
    return replies_within((Answer(**row._asdict()) for row in session.execute(ANSWERS, values)), terms.hours or 0)


def _customers(session: Session, values: Values) -> list[Customer]:
    asked = {"companies": values["companies"]}
    return [Customer(**row._asdict()) for row in session.execute(CUSTOMERS, asked)]


def _new_customers(session: Session, terms: Terms, values: Values) -> list[Counted]:
    return new_customers(_customers(session, values), terms.begins_on, terms.ends_on)


def _kept(session: Session, terms: Terms, values: Values) -> list[Counted]:
    return customers_kept(_customers(session, values), terms.begins_on)


def _won(session: Session, values: Values) -> list[Won]:
    rows = session.execute(WON, values)
    return [Won(row.company_id, row.name, row.day, row.amount, row.currency, tuple(row.notes)) for row in rows]


def _deals(session: Session, _terms: Terms, values: Values) -> list[Counted]:
    return deals_won(_won(session, values))


def _sum(session: Session, terms: Terms, values: Values) -> list[Counted]:
    return deals_sum(_won(session, values), terms.currency or "")


_OF: Mapping[str, Callable[[Session, Terms, Values], list[Counted]]] = {
    "two_way": _two_way, "second_contact": _second, "roles_met": _roles, "promises_kept": _promises,
    "reply_within": _replies, "new_customers": _new_customers, "customers_kept": _kept, "deals_won": _deals,
    "deals_sum": _sum,
}  # fmt: skip
