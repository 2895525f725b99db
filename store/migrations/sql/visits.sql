-- When somebody last looked at a page: theirs alone, so that the page can say what came since.
create table visit (
    owner_id uuid not null references app_user (id) on delete cascade,
    page text not null,
    looked_at timestamptz not null,
    before_at timestamptz,
    primary key (owner_id, page)
);
alter table visit enable row level security;
alter table visit force row level security;
create policy own on visit using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, update, delete on visit to boswell_app, boswell_worker;

-- The notes of one company and of all, newest first.
create index on interaction_participant (domain, interaction_id, decision_id) where not ours;
create index on interaction (starts_at desc, id desc);
