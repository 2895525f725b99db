-- Why something is worth no note: its owner's alone, for some days, without a word of what it says.
create table trace (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user,
    message_id uuid unique references message on delete cascade,
    meeting_id uuid unique references meeting on delete cascade,
    reason text not null,
    judged_at timestamptz not null,
    check (num_nonnulls(message_id, meeting_id) = 1)
);
create index on trace (owner_id, judged_at);
alter table trace enable row level security;
alter table trace force row level security;
create policy own on trace
    using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, update, delete on trace to boswell_app, boswell_worker;

-- Addresses that must never be captured. A hash under the installation's key: the table tells nobody anything.
create table objection (
    keyed_hash bytea primary key,
    objected_at timestamptz not null default now(),
    noted_by uuid references app_user
);
grant select, insert, delete on objection to boswell_app;
grant select on objection to boswell_worker;
-- What of private life a mail or a calendar event is about, where its reader found signs of it.
alter table message add column matter text;
alter table meeting add column matter text;
