-- How mailboxes are read with manners: pausing, disconnecting, turns at servers, and what is told to owners by mail.
alter table connection add column disconnected_at timestamptz;
alter table connection drop constraint connection_owner_id_provider_label_key;
create unique index connection_place on connection (owner_id, provider, label) where disconnected_at is null;

-- A connection without an interval, such as one to files, is not followed and never late.
alter table connection_state
    add column every_seconds integer check (every_seconds > 0),
    add column worked_at timestamptz not null default now(),
    add column failures integer not null default 0 check (failures >= 0);
alter table connection_state no force row level security;
update connection_state set every_seconds = 300 where provider = 'imap';
alter table connection_state force row level security;
create policy ended on connection_state for delete
    using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant delete on connection_state to boswell_app, boswell_worker;

alter table due drop constraint due_kind_check;
alter table due add constraint due_kind_check
    check (kind in ('sync', 'publish', 'deliver', 'meeting_ended', 'wake', 'retention', 'reconcile', 'purge'));

-- What was learnt of a mail server or of an account at one, for all workers together. The key is a keyed hash, so
-- that the table names neither.
create table mail_server (
    key bytea primary key,
    failures integer not null default 0 check (failures >= 0),
    next_at timestamptz,
    cap real not null check (cap >= 1),
    tokens real not null,
    counted_at timestamptz not null
);

-- Who is being served there just now: a worker that dies lets go when its time is over.
create table mail_turn (
    id uuid primary key default uuidv7(),
    server bytea not null references mail_server (key) on delete cascade,
    until timestamptz not null
);
create index on mail_turn (server, until);
grant select, insert, update, delete on mail_server, mail_turn to boswell_worker;

-- What is to be told to an owner by mail: written with what it tells of, sent at most once.
create table outbox (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user (id),
    kind text not null check (kind in ('sign-in needed', 'waiting for its owner')),
    reference uuid not null,
    state text not null default 'waiting'
        check (state in ('waiting', 'handed over', 'sent', 'unknown', 'refused', 'not needed', 'on the pages')),
    attempts integer not null default 0,
    message_id text,
    put_at timestamptz not null,
    settled_at timestamptz,
    check ((state in ('handed over', 'sent', 'unknown')) <= (message_id is not null))
);
create index on outbox (owner_id, state);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy own on outbox using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, update, delete on outbox to boswell_app, boswell_worker;
