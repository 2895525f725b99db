-- What companies exchanged with us, week by week: summed once when notes change, so that a page reads few rows. Nothing
-- here is said that the shared notes do not say; what changed is marked, and counted anew by store/weeks.
create table company_week (
    company_id uuid not null references company (id) on delete cascade,
    week date not null check (extract(isodow from week) = 1),
    notes integer not null check (notes > 0),
    from_them integer not null,
    from_us integer not null,
    meetings integer not null,
    our_hours real[] not null,
    their_hours real[] not null,
    primary key (company_id, week)
);
create index on company_week (week);

-- What turned with a company: won, gone quiet, returned, changed; a person newly met, a role that a second of us knows.
create table company_turn (
    company_id uuid not null references company (id) on delete cascade,
    week date not null check (extract(isodow from week) = 1),
    kind text not null check (kind in ('won', 'quiet', 'returned', 'changed', 'met', 'second')),
    contact_id uuid references contact (id) on delete cascade,
    level_before real,
    level_after real,
    check ((contact_id is not null) = (kind in ('met', 'second'))),
    unique nulls not distinct (company_id, kind, week, contact_id)
);
create index on company_turn (week, kind);
create index on company_turn (contact_id);

-- Of all companies, and of those whose domains end alike ('de'; '' is all). People are ours, to tell whether they are
-- enough for a series to be of nobody in particular.
create table market_week (
    market text not null,
    week date not null check (extract(isodow from week) = 1),
    notes integer not null default 0,
    from_them integer not null default 0,
    from_us integer not null default 0,
    meetings integer not null default 0,
    people uuid[] not null default '{}',
    companies integer not null default 0,
    met integer not null default 0,
    won integer not null default 0,
    quiet integer not null default 0,
    returned integer not null default 0,
    second integer not null default 0,
    due integer not null default 0,
    kept integer not null default 0,
    our_hours real,
    their_hours real,
    primary key (market, week)
);
create index on market_week (week);

create index on commitment (due_on);

-- What is to be counted anew: a company, or a week. Several marks of one are one; nobody waits for another to mark.
create table week_mark (
    id bigint generated always as identity primary key,
    company_id uuid,
    week date,
    check (num_nonnulls(company_id, week) = 1)
);

do $$
declare
    name text;
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    foreach name in array array['company_week', 'company_turn', 'market_week', 'week_mark'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy signed_in on %I using (%s is not null) with check (%s is not null)', name, me, me);
        execute format('grant select, insert, update, delete on %I to boswell_app, boswell_worker', name);
    end loop;
end $$;

create function monday(day date) returns date language sql immutable strict parallel safe
    return day - (extract(isodow from day)::integer - 1);

-- The country that a domain ends in; null for endings of no country.
create function market_of(domain text) returns text language sql immutable strict parallel safe
    return substring(domain from '\.([a-z]{2})$');

-- Each of these is told of one statement's changed rows, as they were and as they are.
create function mark_companies(ids uuid[]) returns void language sql
begin atomic
    insert into week_mark (company_id) select distinct id from unnest(ids) as id where id is not null;
end;

create function mark_weeks(weeks date[]) returns void language sql
begin atomic
    insert into week_mark (week) select distinct week from unnest(weeks) as week where week is not null;
end;

create function standing_at(domains text[]) returns uuid[] language sql stable
begin atomic
    select array(select distinct coalesce(c.merged_into, c.id)
                 from company_domain d join company c on c.id = d.company_id where d.domain = any(domains));
end;

create function mark_notes(ids uuid[]) returns void language sql
begin atomic
    select mark_weeks(array(select distinct monday(day) from interaction where id = any(ids) and kind <> 'note'));
    select mark_companies(standing_at(array(
        select distinct domain from interaction_participant where interaction_id = any(ids) and not ours)));
end;

create function mark_changed() returns trigger language plpgsql as $$
begin
    case tg_table_name
    when 'interaction' then
        perform mark_weeks(array(select distinct monday(day) from changed));
        perform mark_notes(array(select id from changed));
    when 'interaction_source' then
        perform mark_notes(array(select distinct interaction_id from changed));
    when 'interaction_participant' then
        perform mark_notes(array(select distinct interaction_id from changed));
        perform mark_companies(standing_at(array(select distinct domain from changed where not ours)));
    when 'commitment' then
        perform mark_weeks(array(select distinct monday(due_on) from changed));
    when 'company' then
        perform mark_companies(array(select id from changed union select merged_into from changed));
    when 'company_domain' then
        perform mark_companies(array(select coalesce(c.merged_into, c.id) from changed d
                                     join company c on c.id = d.company_id));
    when 'contact' then
        perform mark_companies(standing_at(array(
            select distinct split_part(p.value, '@', 2) from changed d
            join contact s on coalesce(s.merged_into, s.id) in (d.id, d.merged_into)
            join contact_point p on p.contact_id = s.id and p.kind = 'email')));
    when 'contact_point' then
        perform mark_companies(standing_at(array(
            select distinct split_part(value, '@', 2) from changed where kind = 'email')));
    else  -- company_week, company_turn
        perform mark_weeks(array(select distinct week from changed));
    end case;
    return null;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['interaction', 'interaction_source', 'interaction_participant', 'commitment', 'company',
        'company_domain', 'contact', 'contact_point', 'company_week', 'company_turn'] loop
        execute format('create trigger weeks_added after insert on %I referencing new table as changed'
            ' for each statement execute function mark_changed()', name);
        execute format('create trigger weeks_were after update on %I referencing old table as changed'
            ' for each statement execute function mark_changed()', name);
        execute format('create trigger weeks_are after update on %I referencing new table as changed'
            ' for each statement execute function mark_changed()', name);
        execute format('create trigger weeks_gone after delete on %I referencing old table as changed'
            ' for each statement execute function mark_changed()', name);
    end loop;
end $$;

-- What was published before: counted with the first page or job that asks.
select set_config('app.user_id', gen_random_uuid()::text, true);
insert into week_mark (company_id) select id from company where merged_into is null;
insert into week_mark (week) select distinct monday(day) from interaction where kind <> 'note';
insert into week_mark (week) select distinct monday(due_on) from commitment;
select set_config('app.user_id', '', true);
