-- Which stage a company is in and since when, worked out from field values like the name; deals beside it, each held by
-- approvals and with its fields in field values, too. An amount is a number with its currency: '42000.00 EUR'.
alter table company add stage text check (stage in ('prospect', 'talking', 'customer', 'former')), add stage_since date;
create index company_stage on company (stage) where stage is not null;

create table deal (
    id uuid primary key default uuidv7(),
    company_id uuid not null references company (id) on delete cascade,
    name text not null default '',
    stage text not null check (stage in ('asked', 'offered', 'won', 'lost')),
    stage_since date,
    amount text check (amount ~ '^\d{1,12}(\.\d{1,2})? [A-Z]{3}$'),
    number numeric generated always as (cast(split_part(amount, ' ', 1) as numeric)) stored,
    currency text generated always as (split_part(amount, ' ', 2)) stored,
    expected_on date
);
create index on deal (company_id);
create index on deal (stage, stage_since);

-- The notes in which a deal was read or spoken of, as each approver published them.
create table deal_note (
    deal_id uuid not null references deal (id) on delete cascade,
    interaction_id uuid not null references interaction (id) on delete cascade,
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    primary key (decision_id, deal_id),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on deal_note (deal_id);
create index on deal_note (interaction_id);

alter table approval drop constraint approval_entity_check;
alter table approval add constraint approval_entity_check check (
    entity in ('contact', 'contact_point', 'company', 'company_domain', 'employment', 'interaction', 'deal'));
alter table field_value drop constraint field_value_entity_check;
alter table field_value add constraint field_value_entity_check
    check (entity in ('contact', 'company', 'employment', 'interaction', 'deal'));
create index field_value_stages on field_value (entity, value, row_id) where field = 'stage';

-- What each mail says of a stage or deal, private like all of it until a note with it is approved.
alter table message add column deals jsonb not null default '[]';

do $$
declare
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    alter table deal enable row level security;
    alter table deal force row level security;
    execute format('create policy signed_in on deal using (%s is not null) with check (%s is not null)', me, me);
    grant select, insert, update, delete on deal to boswell_app, boswell_worker;
    alter table deal_note enable row level security;
    alter table deal_note force row level security;
    execute format('create policy seen on deal_note for select using (%s is not null)', me);
    execute format('create policy added on deal_note for insert with check (approver_id = %s)', me);
    execute format('create policy taken_back on deal_note for delete using (approver_id = %s)', me);
    grant select, insert, delete on deal_note to boswell_app, boswell_worker;
end $$;
create constraint trigger approved_only after insert or update on deal
    deferrable initially deferred for each row execute function must_be_approved('deal');
