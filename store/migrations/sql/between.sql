-- What colleagues owe one another: whose line of a relationship is not drawn, who asks whom for an introduction, what
-- a colleague did with a customer whose relationship is one's own, and whom they will meet where they say so.

-- One of us does not want their relationship with somebody to be shown. Read by all, so that it is left out for all.
create table unshown_tie (
    user_id uuid not null references app_user (id) on delete cascade,
    contact_id uuid not null references contact (id) on delete cascade,
    primary key (user_id, contact_id)
);
create index on unshown_tie (contact_id);

-- Somebody asks a colleague to introduce them; the two alone see it.
create table introduction (
    id uuid primary key default uuidv7(),
    asker_id uuid not null references app_user (id) on delete cascade,
    asked_id uuid not null references app_user (id) on delete cascade,
    contact_id uuid not null references contact (id) on delete cascade,
    asked_at timestamptz not null,
    answer text check (answer in ('yes', 'no')),
    answered_at timestamptz,
    unique (asker_id, asked_id, contact_id),
    check (asker_id <> asked_id)
);
create index on introduction (asked_id);

-- Word to whoever has the relationship, found by their own round from shared rows; told on one day.
create table heads_up (
    owner_id uuid not null references app_user (id) on delete cascade,
    key text not null,
    colleague_id uuid not null references app_user (id) on delete cascade,
    contact_id uuid,
    company_id uuid,
    kind text not null check (kind in ('mail', 'meeting', 'upcoming')),
    at timestamptz not null,
    told_on date,
    primary key (owner_id, key),
    check (num_nonnulls(contact_id, company_id) = 1)
);
create index on heads_up (owner_id, told_on);

-- Meetings that are to come, of those who say so beforehand: who, when and with which company; nothing else.
create table upcoming_meeting (
    rep_id uuid not null references app_user (id) on delete cascade,
    company_id uuid not null references company (id) on delete cascade,
    starts_at timestamptz not null,
    primary key (rep_id, company_id, starts_at)
);
create index on upcoming_meeting (company_id, starts_at);
alter table preference add column tell_owners boolean not null default false;

create index on interaction (published_at);

do $$
declare
    name text;
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    foreach name in array array['unshown_tie', 'introduction', 'heads_up', 'upcoming_meeting'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
    end loop;
    execute format('create policy own on heads_up using (owner_id = %s) with check (owner_id = %s)', me, me);
    execute format('create policy seen on unshown_tie for select using (%s is not null)', me);
    execute format('create policy added on unshown_tie for insert with check (user_id = %s)', me);
    execute format('create policy taken_back on unshown_tie for delete using (user_id = %s)', me);
    execute format('create policy seen on upcoming_meeting for select using (%s is not null)', me);
    execute format('create policy added on upcoming_meeting for insert with check (rep_id = %s)', me);
    execute format('create policy taken_back on upcoming_meeting for delete using (rep_id = %s)', me);
    execute format('create policy between_two on introduction for select using (%s in (asker_id, asked_id))', me);
    execute format('create policy asked on introduction for insert with check (asker_id = %s and answer is null)', me);
    execute format('create policy answered on introduction for update using (asked_id = %s) with check (asked_id = %s)',
                   me, me);
    execute format('create policy taken_back on introduction for delete using (asker_id = %s)', me);
end $$;
grant select, insert, update, delete on heads_up to boswell_app, boswell_worker;
grant select, insert, delete on unshown_tie, upcoming_meeting to boswell_app, boswell_worker;
grant select, insert, delete, update (answer, answered_at) on introduction to boswell_app, boswell_worker;
