"""A company's shared notes in any number, made up: put in by the superuser whom the product never uses.

Companies are busy as companies are: few are in most of the notes. Each is known by three or four of us. What the
product derives itself (words for search, sums by week) it derives here, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psycopg

from store.embedded import passwords
from store.embedded.account import server_account
from store.embedded.furnish import DATABASE
from store.embedded.layout import Layout

# One of us for every 5,000 notes, and so on: the proportions of 1,000,000 notes by 200 of us in three years.
NOTES_OF_EACH, NOTES_OF_A_COMPANY, PEOPLE_OF_A_COMPANY = 5_000, 50, 5
DAYS = 3 * 365

SCRIPT = """
select setseed(0.42);
create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable as
    $f$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $f$;
create function pg_temp.word(n bigint, length int) returns text language sql immutable as $f$
    select string_agg((array['ba','de','fi','go','ha','ke','li','mo','na','pe','ra','so','ta','vi'])
                      [1 + get_byte(decode(md5(n::text), 'hex'), at) % 14], '')
    from generate_series(0, length - 1) at $f$;
insert into app_user (id, address, name, roles, timezone, language)
select pg_temp.id(1, n), 'rep' || n || '@company.example', initcap(pg_temp.word(n,
    2)) || ' ' || initcap(pg_temp.word(n + 7, 3)),
       case when n = 0 then '{{manager}}'::text[] else '{{rep}}'::text[] end, 'UTC', 'en' from generate_series(0,
    {us}) n;
insert into installation (company_name, mail_domains, public_url, timezone, language)
values ('Company', '{{company.example}}', 'http://localhost:8080', 'UTC', 'en');
insert into company (id, name) select pg_temp.id(2, n), initcap(pg_temp.word(n,
    3)) || ' ' || initcap(pg_temp.word(n + 1000000, 2))
from generate_series(0, {companies} - 1) n;
insert into company_domain select 'firm' || n || (array['.de','.fr','.example','.com','.at','.nl'])[1 + n % 6],
    pg_temp.id(2, n)
from generate_series(0, {companies} - 1) n;
insert into contact (id, name, title)
select pg_temp.id(3, n), initcap(pg_temp.word(n + 11, 2)) || ' ' || initcap(pg_temp.word(n / 3 + 5000, 3)),
       case when n % 2 = 0 then 'Head of ' || pg_temp.word(n % 40, 3) end from generate_series(0, {contacts} - 1) n;
insert into contact_point (contact_id, kind, value)
select pg_temp.id(3, n), 'email', 'p' || n || '@' || d.domain from generate_series(0, {contacts} - 1) n
join company_domain d on d.company_id = pg_temp.id(2, n / {staff});
insert into employment (contact_id, company_id)
select pg_temp.id(3, n), pg_temp.id(2, n / {staff}) from generate_series(0, {contacts} - 1) n;

create temp table drawn as
select n, least(floor({companies} * power(random(), 2)), {companies} - 1)::bigint as firm,
    floor(random() * {days})::int as ago,
       random() as part, random() as who, random() as whom, random() as many, random() as hour
from generate_series(0, {notes} - 1) n;
analyze drawn;
analyze company_domain;
insert into interaction (id, kind, day, starts_at, title, published_at)
select pg_temp.id(4, n), case when part < 0.15 then 'meeting' else 'mail' end, {today} - ago,
       ({today} - ago) + time '08:00' + hour * interval '8 hours', initcap(pg_temp.word(n % 9000,
    3)) || ' ' || pg_temp.word(n, 2), now()
from drawn;
insert into interaction_source (interaction_id, exchange_key, approver_id, decision_id, happened_at, direction)
select pg_temp.id(4, n), decode(lpad(to_hex(n * 4 + at), 16, '0'), 'hex'), pg_temp.id(1,
    1 + (firm * 7 + floor(who * 3.4)::int) % {us}),
       pg_temp.id(5, n), ({today} - ago) + time '08:00' + hour * interval '8 hours' + at * interval '50 minutes',
       case when (n + at) % 2 = 0 then 'in' else 'out' end
from drawn, generate_series(0, floor(many * 3)::int) at;
insert into interaction_participant (interaction_id, address, domain, name, ours, approver_id, decision_id)
select pg_temp.id(4, n), 'rep' || (1 + (firm * 7 + floor(who * 3.4)::int) % {us}) || '@company.example',
    'company.example', null, true,
       pg_temp.id(1, 1 + (firm * 7 + floor(who * 3.4)::int) % {us}), pg_temp.id(5, n) from drawn;
insert into interaction_participant (interaction_id, address, domain, name, ours, approver_id, decision_id)
select pg_temp.id(4, n), 'p' || (firm * {staff} + floor(whom * {staff})::bigint) || '@' || d.domain, d.domain,
    null, false,
       pg_temp.id(1, 1 + (firm * 7 + floor(who * 3.4)::int) % {us}), pg_temp.id(5, n)
from drawn join company_domain d on d.company_id = pg_temp.id(2, firm);
insert into commitment (interaction_id, key, asked, ours, doer, other, words, due_on, done_at, approver_id,
    decision_id)
select pg_temp.id(4, n), 'k' || n, false, n % 2 = 0, 'rep1@company.example',
    'p' || firm * {staff} || '@firm' || firm, 'send the offer',
       {today} - ago + 7, case when many < 0.7 then now() end, pg_temp.id(1, 1 + (firm * 7) % {us}), pg_temp.id(5, n)
from drawn where n % 12 = 0;
insert into approval (entity, row_id, approver_id, decision_id)
select 'interaction', pg_temp.id(4, n)::text, pg_temp.id(1, 1 + (firm * 7 + floor(who * 3.4)::int) % {us}),
    pg_temp.id(5, n) from drawn;
insert into field_value (entity, row_id, field, value, origin, approver_id, decision_id)
select 'company', id, 'name', name, 'read', pg_temp.id(1, 1), pg_temp.id(6, 0) from company;
insert into shared_word (entity, row_id, word)
select distinct entity, row_id, left(word, 64) from (
    select 'contact' as entity, id as row_id, name as said from contact
    union all select 'contact', contact_id, value from contact_point
    union all select 'company', id, name from company
    union all select 'company', company_id, domain from company_domain
    union all select 'interaction', id, title from interaction
    union all select 'interaction', interaction_id, address from interaction_participant where not ours
) said, regexp_split_to_table(folded(said.said), '[^[:alnum:]]+') as word where word <> '';
insert into week_mark (company_id) select id from company;
insert into week_mark (week) select distinct monday(day) from interaction;
insert into week_mark (week) select distinct monday(due_on) from commitment;
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How many notes; everything else follows from it."""

    notes: int

    @property
    def us(self) -> int:
        """How many reps; one manager beside them."""
        return max(5, self.notes // NOTES_OF_EACH)

    @property
    def companies(self) -> int:
        """How many companies."""
        return self.notes // NOTES_OF_A_COMPANY

    @property
    def contacts(self) -> int:
        """How many contacts."""
        return self.companies * PEOPLE_OF_A_COMPANY


def superuser(home: Path) -> str:
    """How the superuser of an embedded database is reached."""
    layout = Layout(home, server_account())
    keys = passwords.keep(layout.passwords, cluster_exists=True)
    return f"host={layout.sockets} user=postgres password={keys.postgres} dbname={DATABASE}"


def fill(home: Path, size: Size) -> None:
    """Put the notes in: neither triggers nor approvals are what is measured."""
    script = SCRIPT.format(
        us=size.us, companies=size.companies, contacts=size.contacts, notes=size.notes, staff=PEOPLE_OF_A_COMPANY,
        days=DAYS, today="current_date",
    )  # fmt: skip
    with psycopg.connect(superuser(home)) as connection:
        connection.execute("set session_replication_role = replica")
        connection.execute(script.encode())


def settle(home: Path) -> None:
    """As it is in an installation that has run for an hour."""
    with psycopg.connect(superuser(home), autocommit=True) as connection:
        connection.execute("vacuum analyze")
