"""What is known of some companies that may be worth asking about, from shared rows; nothing of it is of one of us."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.orm import Session

from store.judgement.gaps import FORGOTTEN, Company, Contact, Gap, Last, Promise, gaps
from store.judgement.trends.turns import monday
from store.queries.goal_rows import AT

_IDS = bindparam("companies", type_=ARRAY(Uuid))
_NEWEST = 40  # places in notes among which the last exchange is: a mail that follows a meeting up stands in its note
COMPANIES = text("""
select c.id, c.name, exists (
    select from company_turn t where t.company_id = c.id and t.kind = 'quiet' and t.week <= :this_week
    and not exists (select from company_week w where w.company_id = c.id and w.week >= t.week)) as quiet
from company c where c.id = any(:companies) order by c.sort_name, c.id
""").bindparams(_IDS)
CONTACTS = text("""
with staff as (
    select coalesce(f.merged_into, f.id) as company_id, coalesce(m.merged_into, m.id) as contact_id,
           bool_and(e.until is not null and e.until <= :today) as gone, max(e.until) as until
    from company f join employment e on e.company_id = f.id join contact m on m.id = e.contact_id
    where f.id = any(:companies) or f.merged_into = any(:companies) group by 1, 2
)
select s.company_id, c.id, c.name, coalesce(c.title, '') as role, case when s.gone then s.until end as left_on,
       n.day as last_on, n.id as note_id
from staff s join contact c on c.id = s.contact_id
left join lateral (
    select newest.day, newest.id from (
        select id from contact where id = c.id union all select id from contact where merged_into = c.id
    ) m join contact_point cp on cp.contact_id = m.id and cp.kind = 'email' cross join lateral (
        select i.day, i.id from interaction_participant p join interaction i on i.id = p.interaction_id
        where p.address = cp.value and not p.ours and i.kind <> 'note'
        order by p.starts_at desc, p.interaction_id desc limit 1
    ) newest order by newest.day desc, newest.id desc limit 1
) n on true order by s.company_id, n.day desc nulls last, c.id
""").bindparams(_IDS)
LAST = text(f"""
with {AT}
select distinct on (at.company_id) at.company_id, i.id as note_id, i.day as on,
       coalesce(nullif(p.name, ''), p.address) as who,
       case when i.kind = 'meeting' then 'met' else s.direction end as way
from at cross join lateral (
    select n.* from interaction_participant n join interaction k on k.id = n.interaction_id and k.kind <> 'note'
    where n.domain = at.domain and not n.ours order by n.starts_at desc, n.interaction_id desc limit {_NEWEST}
) p join interaction i on i.id = p.interaction_id
join interaction_source s on s.interaction_id = p.interaction_id and s.decision_id = p.decision_id
order by at.company_id, s.happened_at desc, i.id, p.address
""").bindparams(_IDS)  # noqa: S608 - a constant above
PROMISES = text(f"""
with {AT}
select distinct at.company_id, c.words, c.due_on, c.interaction_id as note_id
from at join commitment c on c.their_domain = at.domain
where c.ours and c.due_on >= :first and c.due_on < :today and c.done_at is null and not exists (
    select from commitment o where o.key = c.key and o.ours and o.due_on >= :first and o.due_on < :today
    and (o.done_at is not null or o.id < c.id))
order by c.due_on, c.words
""").bindparams(_IDS)  # noqa: S608 - a constant above


def found(session: Session, company_ids: Collection[UUID], today: date) -> list[Gap]:
    """What is worth asking about some companies, by their names."""
    asked = {"companies": list(company_ids)}
    contacts: dict[UUID, list[Contact]] = defaultdict(list)
    promises: dict[UUID, list[Promise]] = defaultdict(list)
    for row in session.execute(CONTACTS, asked | {"today": today}):
        contacts[row.company_id].append(Contact(row.id, row.name, row.role, row.left_on, row.last_on, row.note_id))
    for row in session.execute(PROMISES, asked | {"today": today, "first": today - FORGOTTEN}):
        promises[row.company_id].append(Promise(row.words, row.due_on, row.note_id))
    last = {row.company_id: Last(row.note_id, row.on, row.who, row.way) for row in session.execute(LAST, asked)}
    rows = session.execute(COMPANIES, asked | {"this_week": monday(today)})
    companies = [
        Company(row.id, row.name, contacts[row.id], promises[row.id], last.get(row.id), row.quiet) for row in rows
    ]
    return [gap for company in companies for gap in gaps(company, today)]
