-- When a meeting's revision was said (DTSTAMP), and when the first mail of its organizer came.
alter table meeting add column stamped_at timestamptz, add column heard_at timestamptz;

-- What those who are invited said of a meeting by mail: who comes, and what else they proposed. Gone with its mail.
create table meeting_answer (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    message_id uuid not null,
    uid text not null,
    instance text not null,
    method text not null check (method in ('REPLY', 'COUNTER')),
    address text not null,
    response text not null,
    sequence integer not null,
    stamped_at timestamptz not null,
    starts_at timestamptz,
    unique (message_id, uid, instance, address),
    foreign key (message_id, owner_id) references message (id, owner_id) on delete cascade
);
create index on meeting_answer (owner_id, uid);
alter table meeting_answer enable row level security;
alter table meeting_answer force row level security;
create policy own on meeting_answer
    using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, update, delete on meeting_answer to boswell_app, boswell_worker;

-- An instance is known by its moment in UTC, which every calendar can write, and not as the first one wrote it.
alter table meeting no force row level security;
alter table suggestion no force row level security;
create temporary table renamed on commit drop as
select id, owner_id, uid, recurrence_id as before, to_char(starts_at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') as after
from meeting m where revision = -1 and not all_day and recurrence_id <> '' and starts_at is not null;
delete from renamed r using meeting m where m.owner_id = r.owner_id and m.uid = r.uid and m.recurrence_id = r.after;
update meeting m set recurrence_id = r.after from renamed r where m.id = r.id;
update suggestion s set key = 'meeting:' || r.uid || ':' || r.after
from renamed r where s.owner_id = r.owner_id and s.key = 'meeting:' || r.uid || ':' || r.before;
alter table meeting force row level security;
alter table suggestion force row level security;
