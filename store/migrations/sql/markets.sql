-- Companies by what they have in common, whichever way: their country, stage, tags, or the team of ours that has most
-- notes with them. Weeks are summed for each such market alike (store/weeks), as they were for countries.
alter table company add column tags text;
alter table app_user add column team text check (team <> '');

-- The team that a company is with, worked out with its weeks (store/teams); none where those of us without a team have most notes.
create table company_team (
    company_id uuid primary key references company (id) on delete cascade,
    team text not null
);
create index on company_team (team);

do $$
declare
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    alter table company_team enable row level security;
    alter table company_team force row level security;
    execute format('create policy signed_in on company_team using (%s is not null) with check (%s is not null)', me, me);
    grant select, insert, update, delete on company_team to boswell_app, boswell_worker;
end $$;

-- Every domain of every company, once for each market that the company is in. A country is of the domain itself: a
-- note with the German address of a company is a German one. Companies that are one stand for themselves once.
create function market_domains() returns table (kind text, market text, domain text, company_id uuid)
language sql stable parallel safe
begin atomic
    with standing as not materialized (
    select coalesce(c.merged_into, c.id) as company_id, d.domain
    from company_domain d join company c on c.id = d.company_id
)
select 'country' as kind, market_of(s.domain) as market, s.domain, s.company_id
from standing s where market_of(s.domain) is not null
union all
select 'stage', c.stage, s.domain, s.company_id
from standing s join company c on c.id = s.company_id where c.stage is not null
union all
select 'tag', tag, s.domain, s.company_id
from standing s join company c on c.id = s.company_id, unnest(string_to_array(c.tags, ', ')) as tag
union all
select 'team', t.team, s.domain, s.company_id from standing s join company_team t using (company_id);
end;

-- Of all companies ('', ''), or of those of one market ('country', 'de').
select set_config('app.user_id', gen_random_uuid()::text, true);
delete from market_week;
alter table market_week drop constraint market_week_pkey;
alter table market_week add column kind text not null check (kind in ('', 'country', 'stage', 'tag', 'team'));
alter table market_week add primary key (kind, market, week);
insert into week_mark (company_id) select id from company where merged_into is null;
insert into week_mark (week) select distinct monday(day) from interaction where kind <> 'note';
insert into week_mark (week) select distinct monday(due_on) from commitment;
select set_config('app.user_id', '', true);

-- A company that comes into another market has all its weeks summed anew: what a market says is of those in it today.
create function mark_weeks_of(ids uuid[]) returns void language sql
begin atomic
    select mark_weeks(array(
        select week from company_week where company_id = any(ids)
        union select week from company_turn where company_id = any(ids)
        union select monday(c.due_on) from commitment c join company_domain d on d.domain = c.their_domain
              join company m on m.id = d.company_id
              where coalesce(m.merged_into, m.id) = any(ids)));
end;

create function mark_moved() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'company' then
        perform mark_weeks_of(array(
            select distinct coalesce(b.merged_into, b.id) from before b join after a using (id)
            where (a.stage, a.tags) is distinct from (b.stage, b.tags)));
    else  -- company_team
        perform mark_weeks_of(array(select company_id from changed));
    end if;
    return null;
end $$;

create function mark_team() returns trigger language plpgsql as $$
begin
    perform mark_companies(standing_at(array(
        select distinct p.domain from interaction_participant p where p.approver_id = new.id and not p.ours)));
    return null;
end $$;

create trigger markets_moved after update on company referencing old table as before new table as after
    for each statement execute function mark_moved();
create trigger teams_added after insert on company_team referencing new table as changed
    for each statement execute function mark_moved();
create trigger teams_were after update on company_team referencing old table as changed
    for each statement execute function mark_moved();
create trigger teams_gone after delete on company_team referencing old table as changed
    for each statement execute function mark_moved();
create trigger team_changed after update on app_user
    for each row when (old.team is distinct from new.team) execute function mark_team();
