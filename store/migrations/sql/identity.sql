-- Who is who: what mails say of their authors, which rows are one, and whose word each field is.

-- What a mail says of whoever wrote it, field by field.
create table detail (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    message_id uuid not null,
    address text not null,
    field text not null check (field in ('title', 'company', 'phone', 'mobile', 'location', 'email', 'left')),
    value text not null,
    said_at timestamptz not null,
    verified boolean not null,
    evidence jsonb not null,
    foreign key (message_id, owner_id) references message (id, owner_id) on delete cascade
);
create index on detail (owner_id, address);
create index on detail (message_id);

-- Under which keys the person of a suggestion may meet another description of themselves.
create table suggestion_key (
    owner_id uuid not null,
    key text not null,
    suggestion_id uuid not null,
    primary key (owner_id, key, suggestion_id),
    foreign key (suggestion_id, owner_id) references suggestion (id, owner_id) on delete cascade
);
create index on suggestion_key (suggestion_id);

do $$
declare
    name text;
    mine constant text := 'owner_id = nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    foreach name in array array['detail', 'suggestion_key'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (%s) with check (%s)', name, mine, mine);
        execute format('grant select, insert, update, delete on %I to boswell_app, boswell_worker', name);
    end loop;
end $$;

alter table suggestion drop constraint suggestion_kind_check;
alter table suggestion add constraint suggestion_kind_check
    check (kind in ('contact', 'interaction', 'change', 'merge'));

-- What is worked out from field values, like the name. A row that is another one's points to it.
alter table contact add title text, add phone text, add mobile text, add location text,
    add merged_into uuid references contact (id) on delete set null;
create index on contact (merged_into);
alter table company add merged_into uuid references company (id) on delete set null;
create index on company (merged_into);
alter table employment add since date, add until date;

-- Whose word it is that two rows are one, or are not; the last word counts. Ids are in order.
create table identity_word (
    id uuid primary key default uuidv7(),
    entity text not null check (entity in ('contact', 'company')),
    one_id uuid not null,
    other_id uuid not null,
    same boolean not null,
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    said_at timestamptz not null default now(),
    check (one_id < other_id),
    unique (entity, one_id, other_id, decision_id),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on identity_word (other_id);
create index on identity_word (decision_id);

-- Where a value was read, and when that was written; the message is its approver's alone.
alter table field_value drop constraint field_value_entity_check;
alter table field_value add constraint field_value_entity_check
    check (entity in ('contact', 'company', 'employment', 'interaction'));
alter table field_value add read_from text, add read_on date, add message_id uuid;

-- Under which keys a contact or company may be found; worked out from what is shared.
create table contact_key (
    key text not null,
    contact_id uuid not null references contact (id) on delete cascade,
    primary key (key, contact_id)
);
create index on contact_key (contact_id);
create table company_key (
    key text not null,
    company_id uuid not null references company (id) on delete cascade,
    primary key (key, company_id)
);
create index on company_key (company_id);

do $$
declare
    name text;
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    foreach name in array array['contact_key', 'company_key'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy signed_in on %I using (%s is not null) with check (%s is not null)', name, me, me);
        execute format('grant select, insert, update, delete on %I to boswell_app, boswell_worker', name);
    end loop;
end $$;
alter table identity_word enable row level security;
alter table identity_word force row level security;
create policy seen on identity_word for select using (nullif(current_setting('app.user_id', true), '') is not null);
create policy added on identity_word for insert
    with check (approver_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy taken_back on identity_word for delete
    using (approver_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, delete on identity_word to boswell_app, boswell_worker;
