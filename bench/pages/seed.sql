-- A company's shared notes in any number. Everything follows from the numbers of rows, so two runs are alike.
create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable as
    $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
-- Evenly between 0 and 1, another one for each row and purpose.
create function pg_temp.chance(n bigint, purpose int) returns float8 language sql immutable as
    $$ select (hashint8extended(n, purpose) & 1099511627775)::float8 / 1099511627776 $$;
create function pg_temp.one_of(words text[], chance float8) returns text language sql immutable as
    $$ select words[1 + floor(chance * cardinality(words))::int] $$;
-- The first contact of a company: the first companies have many, most have three or four.
create function pg_temp.first_of(firm bigint) returns bigint language sql immutable as
    $$ select floor(%(contacts)s * power(firm::float8 / %(companies)s, 2.0 / 3))::bigint $$;
-- Three or four of us have to do with a company.
create function pg_temp.rep_of(firm bigint, chance float8) returns bigint language sql immutable as
    $$ select 1 + (firm * 7 + floor(chance * 3.4)::int) %% %(us)s $$;
create function pg_temp.key(n bigint) returns bytea language sql immutable as
    $$ select decode(lpad(to_hex(n), 16, '0'), 'hex') $$;

create temp table family as
select row_number() over (order by md5(name)) - 1 as at, name from (
    select distinct a || b || c as name
    from unnest(%(begin)s::text[]) a, unnest(%(middle)s::text[]) b, unnest(%(end)s::text[]) c) made;
create unique index on family (at);
analyze family;

create temp table us as
select n, pg_temp.id(1, n) as id, 'rep' || n || '@company.example' as address,
       pg_temp.one_of(%(given)s, pg_temp.chance(n, 1)) || ' ' || f.name as name
from generate_series(0, %(us)s) n join family f on f.at = (n * 131) %% (select count(*) from family);
insert into app_user (id, address, name, roles, timezone, language)
select id, address, name, case when n = 0 then '{manager}'::text[] else '{rep}'::text[] end, 'UTC', 'en' from us;
insert into installation (company_name, mail_domains, public_url, timezone, language)
values ('Company', '{company.example}', 'http://localhost:8080', 'UTC', 'en') on conflict do nothing;

create temp table firm as
select n, pg_temp.id(2, n) as id, pg_temp.id(1, pg_temp.rep_of(n, 0)) as approver_id, pg_temp.id(16, n) as decision_id,
       f.name || ' ' || pg_temp.one_of(%(trades)s, pg_temp.chance(n, 2)) || ' '
           || pg_temp.one_of(%(forms)s, pg_temp.chance(n, 3)) as name,
       folded(replace(f.name, 'ö', 'oe')) || case when n >= many then (n / many)::text else '' end || '.'
           || pg_temp.one_of(%(endings)s, pg_temp.chance(n, 4)) as domain,
       pg_temp.first_of(n) as first, pg_temp.first_of(n + 1) - pg_temp.first_of(n) as staff
from (select count(*) as many from family) m, generate_series(0, %(companies)s - 1) n
join family f on f.at = n %% (select count(*) from family);
create unique index on firm (n);
analyze firm;
insert into company (id, name) select id, name from firm;
insert into company_domain (domain, company_id) select domain, id from firm;

create temp table someone as
select *, lower(given) || '.' || folded(family) || case when alike > 1 then alike::text else '' end || '@' || domain as address
from (
    select n, firm, pg_temp.id(3, n) as id, given, family, domain, company_id, approver_id, pg_temp.id(17, n) as decision_id,
           row_number() over (partition by firm, given, family order by n) as alike
    from (
        select f.first + of_it as n, f.n as firm, f.domain, f.id as company_id, f.approver_id,
               pg_temp.one_of(%(given)s, pg_temp.chance(f.first + of_it, 5)) as given, s.name as family
        from firm f cross join lateral generate_series(0, f.staff - 1) of_it
        join family s on s.at = floor((select count(*) from family) * power(pg_temp.chance(f.first + of_it, 6), 3))
    ) drawn
) named;
create unique index on someone (n);
analyze someone;
insert into contact (id, name, title)
select id, given || ' ' || family,
       case when n %% 2 = 0 then 'Head of ' || pg_temp.one_of(%(trades)s, pg_temp.chance(n, 7)) end from someone;
insert into contact_point (id, contact_id, kind, value) select pg_temp.id(18, n), id, 'email', address from someone;
insert into employment (id, contact_id, company_id) select pg_temp.id(19, n), id, company_id from someone;

create temp table drawn as
select n, pg_temp.id(4, n) as id, pg_temp.id(5, n) as decision_id, firm, kind, day,
       day + time '08:00' + pg_temp.chance(n, 12) * interval '8 hours' as at, 1 + floor(pg_temp.chance(n, 13) * 3)::int as mails,
       pg_temp.rep_of(firm, pg_temp.chance(n, 14)) as rep,
       -- A colleague was there, too, and approved the same note.
       case when pg_temp.chance(n, 15) < 0.1 then pg_temp.rep_of(firm, pg_temp.chance(n, 14) + 0.3) end as second,
       pg_temp.one_of(%(subjects)s, power(pg_temp.chance(n, 16), 2)) as subject, pg_temp.chance(n, 17) as about
from (
    select n, least(floor(%(companies)s * power(pg_temp.chance(n, 10), 2)), %(companies)s - 1)::bigint as firm,
           case when pg_temp.chance(n, 11) < 0.15 then 'meeting' else 'mail' end as kind,
           %(today)s::date - floor(pg_temp.chance(n, 18) * %(days)s)::int as day
    from generate_series(0, %(notes)s - 1) n
) one;
analyze drawn;
create temp table present as
select d.n, d.id, d.at, d.decision_id, d.rep, s.n as who, s.address, s.domain, s.given || ' ' || s.family as name
from drawn d join firm f on f.n = d.firm
cross join lateral (
    select distinct f.first + floor(power(pg_temp.chance(d.n, 20 + at), 1.5) * f.staff)::bigint as n
    from generate_series(0, case when pg_temp.chance(d.n, 19) < 0.4 then 1 else 0 end) at
) w join someone s on s.n = w.n;
analyze present;

insert into interaction (id, kind, day, starts_at, ends_at, title, published_at)
select d.id, d.kind, d.day, d.at, case when d.kind = 'meeting' then d.at + interval '45 minutes' end,
       d.subject || ' ' || f.name, d.at + interval '20 hours'
from drawn d join family f on f.at = floor((select count(*) from family) * d.about);
insert into interaction_source (id, interaction_id, exchange_key, approver_id, decision_id, happened_at, direction)
select pg_temp.id(20 + whose, n * 4 + mail), id, pg_temp.key(n * 4 + mail), pg_temp.id(1, approver),
       case whose when 0 then decision_id else pg_temp.id(6, n) end, drawn.at + mail * interval '50 minutes',
       case when (n + mail) %% 2 = 0 then 'in' else 'out' end
from drawn, unnest(array[rep, second]) with ordinality who (approver, place), lateral (select place::int - 1 as whose) w,
     generate_series(0, case when kind = 'meeting' then 0 else mails - 1 end) mail
where approver is not null and (whose = 0 or second <> rep);
insert into interaction_participant
    (id, interaction_id, address, domain, name, ours, starts_at, approver_id, decision_id)
select pg_temp.id(22, d.n), d.id, u.address, 'company.example', u.name, true, d.at, u.id, d.decision_id
from drawn d join us u on u.n = d.rep
union all select pg_temp.id(23, d.n), d.id, u.address, 'company.example', u.name, true, d.at, u.id, pg_temp.id(6, d.n)
from drawn d join us u on u.n = d.second where d.second <> d.rep
union all select pg_temp.id(24, n * 2 + row_number() over (partition by n order by who) - 1), id, address, domain, name, false,
                 at, pg_temp.id(1, rep), decision_id from present
union all select pg_temp.id(25, p.n * 2 + row_number() over (partition by p.n order by p.who) - 1), p.id, p.address, p.domain,
                 p.name, false, p.at, pg_temp.id(1, d.second), pg_temp.id(6, p.n)
from present p join drawn d on d.n = p.n where d.second <> d.rep;
insert into commitment (id, interaction_id, key, asked, ours, doer, other, words, due_on, done_at, approver_id, decision_id)
select pg_temp.id(26, d.n), d.id, 'k' || d.n, false, d.n %% 24 = 0,
       case when d.n %% 24 = 0 then u.address else p.address end, case when d.n %% 24 = 0 then p.address else u.address end,
       'send the ' || lower(d.subject), d.day + 7, case when pg_temp.chance(d.n, 30) < 0.7 then d.at + interval '5 days' end,
       u.id, d.decision_id
from drawn d join us u on u.n = d.rep
join (select n, min(address) as address from present group by n) p on p.n = d.n where d.n %% 12 = 0;

insert into approval (id, entity, row_id, approver_id, decision_id, approved_at)
select pg_temp.id(30, n), 'interaction', id::text, pg_temp.id(1, rep), decision_id, at from drawn
union all select pg_temp.id(31, n), 'interaction', id::text, pg_temp.id(1, second), pg_temp.id(6, n), at from drawn where second <> rep
union all select pg_temp.id(32, n), 'company', id::text, approver_id, decision_id, %(today)s::date - %(days)s from firm
union all select pg_temp.id(33, n), 'company_domain', domain, approver_id, decision_id, %(today)s::date - %(days)s from firm
union all select pg_temp.id(34, n), 'contact', id::text, approver_id, decision_id, %(today)s::date - (n %% %(days)s)::int from someone
union all select pg_temp.id(35, n), 'contact_point', pg_temp.id(18, n)::text, approver_id, decision_id,
                 %(today)s::date - (n %% %(days)s)::int from someone
union all select pg_temp.id(36, n), 'employment', pg_temp.id(19, n)::text, approver_id, decision_id,
                 %(today)s::date - (n %% %(days)s)::int from someone;
insert into field_value (id, entity, row_id, field, value, origin, approver_id, decision_id, said_at)
select pg_temp.id(37, n), 'company', id, 'name', name, 'read', approver_id, decision_id, %(today)s::date - %(days)s from firm
union all select pg_temp.id(38, n), 'contact', id, 'name', given || ' ' || family, 'read', approver_id, decision_id,
                 %(today)s::date - (n %% %(days)s)::int from someone;
insert into field_value (id, entity, row_id, field, value, origin, approver_id, decision_id, said_at)
select pg_temp.id(39, s.n), 'contact', s.id, 'title', c.title, 'read', s.approver_id, s.decision_id,
       %(today)s::date - (s.n %% %(days)s)::int
from someone s join contact c on c.id = s.id where c.title is not null;
-- Every fifth note was looked at by another one of us of late.
insert into viewing (id, viewer_id, owner_id, entity, row_id, page, viewed_at, hour)
select pg_temp.id(40, n), pg_temp.id(1, 1 + n %% %(us)s), pg_temp.id(1, rep), 'interaction', id,
       'companies/' || pg_temp.id(2, firm), viewed, date_trunc('hour', viewed)
from drawn, lateral (select least(at + interval '3 days', %(today)s::date) as viewed) v where n %% 5 = 0 and 1 + n %% %(us)s <> rep;

-- The words by which all is found: as reword() makes them, but once for each contact and not for each of their notes.
create temp table person_word as
select s.n as who, left(word, 64) as word
from someone s, regexp_split_to_table(folded(s.address || ' ' || s.given || ' ' || s.family), '[^[:alnum:]]+') as word
where word <> '' group by 1, 2;
create temp table said as
select d.id, left(word, 64) as word
from drawn d join interaction i on i.id = d.id, regexp_split_to_table(folded(i.title), '[^[:alnum:]]+') as word where word <> '';
insert into shared_word (entity, word, row_id, starts_at)
select 'interaction', one.word, one.id, i.starts_at from (
    select id, word from said union select p.id, w.word from present p join person_word w on w.who = p.who
) one join interaction i on i.id = one.id order by id, word;
insert into shared_word (entity, word, row_id)
select 'contact', w.word, s.id from person_word w join someone s on s.n = w.who
union select 'company', left(word, 64), f.id
from firm f, regexp_split_to_table(folded(f.name || ' ' || f.domain), '[^[:alnum:]]+') as word where word <> '';
insert into known_word select distinct entity, word from shared_word where entity <> 'interaction';
insert into week_mark (company_id) select id from firm;
insert into week_mark (week) select distinct monday(day) from interaction union select distinct monday(due_on) from commitment;
