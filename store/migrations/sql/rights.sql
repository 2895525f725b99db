-- Who may do what. Policies are plain equality (an OR policy with full-text search cost 407 ms instead of 0.4).
grant usage on schema public to boswell_app, boswell_worker, boswell_admin;

-- People: sign-in reads them before anybody is known, so the application may.
grant select, insert, update, delete on installation, app_user, user_address, web_session, sign_in_link, sign_in_failure
    to boswell_app;
grant select on installation, app_user, user_address to boswell_worker;
grant select, insert on secret to boswell_app, boswell_worker;
grant select, insert, update on installation, app_user, user_address to boswell_admin;
grant select, insert, update, delete on sign_in_link to boswell_admin;

do $$
declare
    name text;
    mine constant text := 'owner_id = nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    foreach name in array array['consent', 'connection', 'credential', 'collection', 'inbound', 'dropped', 'thread',
        'thread_key', 'message', 'meeting', 'participation', 'suggestion', 'evidence', 'suggestion_source', 'decision',
        'due'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (%s) with check (%s)', name, mine, mine);
        if name = 'decision' then
            execute format('grant select, insert on %I to boswell_app, boswell_worker', name);
        else
            execute format('grant select, insert, update, delete on %I to boswell_app, boswell_worker', name);
        end if;
    end loop;
end $$;
create policy dispatch on due for select to boswell_worker using (true);

do $$
declare
    name text;
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
begin
    -- Rows that stand for all: any signed-in approver's job may write them; must_be_approved() holds them to account.
    foreach name in array array['contact', 'contact_point', 'company', 'company_domain', 'employment', 'interaction'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy signed_in on %I using (%s is not null) with check (%s is not null)', name, me, me);
        execute format('grant select, insert, update, delete on %I to boswell_app, boswell_worker', name);
    end loop;
    -- Rows that stand for one approver: everybody signed in reads them, only the approver writes or takes back.
    foreach name in array array['approval', 'field_value', 'interaction_source', 'interaction_participant'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy seen on %I for select using (%s is not null)', name, me);
        execute format('create policy added on %I for insert with check (approver_id = %s)', name, me);
        execute format('create policy taken_back on %I for delete using (approver_id = %s)', name, me);
        execute format('grant select, insert, delete on %I to boswell_app, boswell_worker', name);
    end loop;
end $$;

alter table connection_state enable row level security;
alter table connection_state force row level security;
create policy seen on connection_state for select using (nullif(current_setting('app.user_id', true), '') is not null);
create policy added on connection_state for insert
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy changed on connection_state for update
    using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid)
    with check (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert, update on connection_state to boswell_app, boswell_worker;
grant select on connection_state to boswell_admin;

alter table viewing enable row level security;
alter table viewing force row level security;
create policy noted on viewing for insert
    with check (viewer_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy told on viewing for select using (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);
grant select, insert on viewing to boswell_app;

-- No shared row without an approval, checked when the transaction commits.
create function must_be_approved() returns trigger language plpgsql as $$
declare
    entity constant text := tg_argv[0];
    row_key constant text := case when tg_argv[0] = 'company_domain' then to_jsonb(new) ->> 'domain'
                                  else to_jsonb(new) ->> 'id' end;
    still_there boolean;
begin
    execute format('select exists (select from %I where %s)', entity,
                   case when entity = 'company_domain' then 'domain = $1' else 'id = $1::uuid' end)
        into still_there using row_key;
    if still_there and not exists (select from approval a where a.entity = tg_argv[0] and a.row_id = row_key) then
        raise exception 'a % without an approval', entity using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
do $$
declare
    name text;
begin
    foreach name in array array['contact', 'contact_point', 'company', 'company_domain', 'employment', 'interaction'] loop
        execute format('create constraint trigger approved_only after insert or update on %I '
                       'deferrable initially deferred for each row execute function must_be_approved(%L)', name, name);
    end loop;
end $$;

create function must_not_be_left_behind() returns trigger language plpgsql as $$
declare
    left_behind boolean;
begin
    execute format('select exists (select from %I where %s)', old.entity,
                   case when old.entity = 'company_domain' then 'domain = $1' else 'id = $1::uuid' end)
        into left_behind using old.row_id;
    if left_behind and not exists (select from approval a where a.entity = old.entity and a.row_id = old.row_id) then
        raise exception 'a % without an approval', old.entity using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger nothing_unapproved after delete on approval
    deferrable initially deferred for each row execute function must_not_be_left_behind();

-- No suggestion without evidence.
create function must_have_evidence() returns trigger language plpgsql as $$
begin
    if exists (select from suggestion s where s.id = new.id)
       and not exists (select from evidence e where e.suggestion_id = new.id) then
        raise exception 'a suggestion without evidence' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger supported_only after insert on suggestion
    deferrable initially deferred for each row execute function must_have_evidence();

-- Which form the database has: every process checks before it starts.
grant select on alembic_version to boswell_app, boswell_worker;
