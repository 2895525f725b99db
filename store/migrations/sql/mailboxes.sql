-- How far a mailbox is to be read, how far it is, who reads it now, and whether what is here is what is there.
alter table connection
    add column fence integer not null default 0,
    add column history_before timestamptz,
    add column items_per_second real;

alter table collection
    add column name text not null default '',
    add column history_left integer not null default 0,
    add column there integer,
    add column here integer,
    add column older integer,
    add column missing integer,
    add column compared_at timestamptz;

alter table inbound
    add column likeness text,
    add column full_size bigint,
    add column is_history boolean not null default false;
create index on inbound (owner_id, likeness) where likeness is not null;
create index on inbound (owner_id, state, is_history, id);
drop index inbound_owner_id_state_id_idx;

alter table dropped add column gone boolean not null default false;

alter table message add column is_history boolean not null default false, add column read_bytes bigint;
alter table meeting add column is_history boolean not null default false;
alter table suggestion add column is_history boolean not null default false;

alter table connection_state add column history_seconds integer;

alter table due drop constraint due_kind_check;
alter table due add constraint due_kind_check
    check (kind in ('sync', 'publish', 'deliver', 'meeting_ended', 'wake', 'retention', 'reconcile'));
