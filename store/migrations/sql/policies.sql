-- Standing rules: private to the rep who made them. A decision that one of them made names it (law 5).
create table policy (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user (id),
    kind text not null check (kind in ('approve', 'leave_out', 'write', 'ask')),
    subject text not null check (subject in ('person', 'domain', 'calendar', 'folder', 'word', 'company_name')),
    value text not null check (value <> ''),
    says text not null default '',
    kinds text[] not null default '{}',
    label text not null,
    state text not null check (state in ('active', 'paused', 'deleted')),
    made_at timestamptz not null,
    since timestamptz not null,
    unique (id, owner_id),
    check ((kind = 'write') = (subject = 'company_name') and (kind = 'write') = (says <> '')),
    check (kind <> 'approve' or subject in ('person', 'domain'))
);
create index on policy (owner_id, state);

create table policy_change (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    op_id uuid not null,
    policy_id uuid not null,
    verb text not null check (verb in ('accept', 'pause', 'resume', 'delete', 'undo')),
    from_state text not null,
    to_state text not null,
    undoes uuid,
    changed_at timestamptz not null,
    unique (id, owner_id),
    unique (owner_id, op_id, policy_id),
    foreign key (policy_id, owner_id) references policy (id, owner_id),
    foreign key (undoes, owner_id) references policy_change (id, owner_id)
);
create index on policy_change (owner_id, changed_at desc);
create unique index policy_change_undone_once on policy_change (undoes);

create table policy_offer (
    owner_id uuid not null references app_user (id),
    offer text not null,
    offered_at timestamptz not null,
    primary key (owner_id, offer)
);

alter table decision add column policy_id uuid;
alter table decision add foreign key (policy_id, owner_id) references policy (id, owner_id);
create index on decision (policy_id) where policy_id is not null;
alter table suggestion add column policy_id uuid;
alter table suggestion add foreign key (policy_id, owner_id) references policy (id, owner_id);

do $$
declare
    name text;
    mine constant text := 'owner_id = nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    foreach name in array array['policy', 'policy_change', 'policy_offer'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (%s) with check (%s)', name, mine, mine);
    end loop;
end $$;
-- The rep's own yes makes a rule: the application, for whom it acts. A worker follows rules and makes none; an admin
-- neither. Rules and their journal are never removed.
grant select, insert, update on policy to boswell_app;
grant select, insert on policy_change to boswell_app;
grant select, insert, update, delete on policy_offer to boswell_app;
grant select on policy, policy_change, policy_offer to boswell_worker;

-- What is not sure, a new person or a changed field: no rule approves it, whatever the code does.
create function only_what_is_sure_by_rule() returns trigger language plpgsql as $$
begin
    if new.policy_id is not null and new.verb <> 'undo' and not exists (
        select from suggestion s join policy p on p.id = new.policy_id
        where s.id = new.suggestion_id and ((new.verb = 'refuse' and p.kind = 'leave_out')
            or (new.verb = 'approve' and p.kind = 'approve' and s.kind = 'interaction' and s.pile = 'sure'))) then
        raise exception 'a rule may not decide this' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger only_what_is_sure_by_rule before insert on decision
    for each row execute function only_what_is_sure_by_rule();
