-- The names of files that came with the mails of a note, as each approver published them with it; never what is in them.
create table note_file (
    interaction_id uuid not null references interaction (id) on delete cascade,
    name text not null,
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    primary key (decision_id, name),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on note_file (interaction_id);

do $$
declare
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    alter table note_file enable row level security;
    alter table note_file force row level security;
    execute format('create policy seen on note_file for select using (%s is not null)', me);
    execute format('create policy added on note_file for insert with check (approver_id = %s)', me);
    execute format('create policy taken_back on note_file for delete using (approver_id = %s)', me);
    grant select, insert, delete on note_file to boswell_app, boswell_worker;
end $$;
