-- Which operation did again what an undo took back: with it the undo is spent, and a redo ends no row of redos.
create table redone (
    owner_id uuid not null references app_user (id),
    op_id uuid not null,
    undo_op_id uuid not null,
    primary key (owner_id, op_id),
    unique (owner_id, undo_op_id)
);
alter table redone enable row level security;
alter table redone force row level security;
create policy own on redone using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert on redone to boswell_app, boswell_worker;

-- Reading a person's operations newest first, and all decisions of one of them.
create index decision_op on decision (owner_id, op_id);
