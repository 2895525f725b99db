-- Items that were not handed over in time: how often, and when they are asked for again.

alter table inbound add column tries smallint not null default 0, add column next_try_at timestamptz;
create index on inbound (owner_id, collection_id) where next_try_at is not null;
