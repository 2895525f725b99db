-- What a rep wants of Boswell: their own, a row once they changed something. Zone and language stand with the user.
create table preference (
    owner_id uuid primary key references app_user (id),
    working_days smallint[] not null default '{1,2,3,4,5}',
    absences jsonb not null default '[]',
    digest_at time default '08:30',
    hold text not null default '30 s' check (hold in ('none', '30 s', '10 min', 'until 18:00')),
    keys_on boolean not null default true,
    keys jsonb not null default '{}',
    check (working_days <@ '{1,2,3,4,5,6,7}' and cardinality(working_days) > 0)
);
alter table preference enable row level security;
alter table preference force row level security;
create policy own on preference using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, update, delete on preference to boswell_app, boswell_worker;

-- The round that is made for each rep once a working day, at their hour.
alter table due drop constraint due_kind_check;
alter table due add constraint due_kind_check
    check (kind in ('sync', 'publish', 'deliver', 'meeting_ended', 'wake', 'retention', 'reconcile', 'purge', 'daily'));

-- One digest for each owner and day of theirs, whoever asks for it and however often.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('sign-in needed', 'waiting for its owner', 'digest'));
alter table outbox add column day date, add check ((kind = 'digest') = (day is not null));
create unique index outbox_digest on outbox (owner_id, day) where kind = 'digest';
