-- Promises with a day: read with their mail, shared with its note, done by a word of whoever approved the note.
alter table message add column commitments jsonb not null default '[]';
create index message_commitments on message (owner_id) where commitments <> '[]';

create table commitment (
    id uuid primary key default uuidv7(),
    interaction_id uuid not null references interaction (id) on delete cascade,
    key text not null,
    asked boolean not null,
    ours boolean not null,
    doer text not null,
    other text not null,
    words text not null,
    due_on date not null,
    done_at timestamptz,
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    unique (decision_id, key),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on commitment (interaction_id);
create index on commitment (approver_id, key);
create index on commitment (doer);
create index on commitment (other);
alter table commitment enable row level security;
alter table commitment force row level security;
create policy seen on commitment for select using (nullif(current_setting('app.user_id', true), '') is not null);
create policy added on commitment for insert
    with check (approver_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy kept on commitment for update
    using (approver_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (approver_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy taken_back on commitment for delete
    using (approver_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, delete, update (done_at) on commitment to boswell_app, boswell_worker;

-- What its owner said of a promise, shared or not: that it is done, or which mail does not do it.
create table promise_word (
    owner_id uuid not null references app_user (id),
    key text not null,
    done_at timestamptz,
    not_by uuid,
    primary key (owner_id, key)
);

-- Relationships that went quiet: which were brought up, when, and which never again.
create table quiet (
    owner_id uuid not null references app_user (id),
    contact_id uuid not null,
    last_at timestamptz not null,
    every_days integer not null,
    brought_up_on date not null,
    dismissed boolean not null default false,
    primary key (owner_id, contact_id)
);

-- Which version of the address of a rep's calendar holds: above 0 that one, else none.
alter table preference add column calendar integer not null default 0;

do $$
declare
    name text;
    mine constant text := 'owner_id = nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    foreach name in array array['promise_word', 'quiet'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (%s) with check (%s)', name, mine, mine);
        execute format('grant select, insert, update, delete on %I to boswell_app, boswell_worker', name);
    end loop;
end $$;
