-- What a manager and reps want to reach together, and what two of us want to speak of: read by those who are named alone.
-- A goal's terms are never changed: there is no right to. Another goal is proposed instead.
create table goal (
    id uuid primary key default uuidv7(),
    people uuid[] not null check (cardinality(people) >= 2),
    words text not null default '',
    measure text not null,
    target bigint not null check (target > 0),
    hours integer check (hours > 0),
    currency text,
    begins_on date not null,
    ends_on date not null,
    proposed_by uuid not null references app_user (id),
    proposed_at timestamptz not null,
    paused_by uuid references app_user (id),
    paused_at timestamptz,
    ended_by uuid references app_user (id),
    ended_at timestamptz,
    check (begins_on < ends_on),
    check (num_nonnulls(paused_by, paused_at) <> 1),
    check (num_nonnulls(ended_by, ended_at) <> 1)
);
create index on goal using gin (people);

create table goal_company (
    goal_id uuid not null references goal (id) on delete cascade,
    company_id uuid not null references company (id) on delete cascade,
    primary key (goal_id, company_id)
);
create index on goal_company (company_id);

-- By a day, so much: and what good looks like there.
create table goal_marker (
    goal_id uuid not null references goal (id) on delete cascade,
    day date not null,
    target bigint not null check (target > 0),
    words text not null default '',
    primary key (goal_id, day)
);

-- A goal is in force when everybody who is named has agreed, each for themselves.
create table goal_agreement (
    goal_id uuid not null references goal (id) on delete cascade,
    user_id uuid not null references app_user (id),
    agreed_at timestamptz not null,
    primary key (goal_id, user_id)
);

-- What one of them says when they look back at a marker.
create table goal_review (
    goal_id uuid not null references goal (id) on delete cascade,
    day date not null,
    author_id uuid not null references app_user (id),
    words text not null,
    written_at timestamptz not null,
    primary key (goal_id, day, author_id)
);

-- A line of the page that two of us share.
create table agenda_line (
    id uuid primary key default uuidv7(),
    author_id uuid not null references app_user (id),
    other_id uuid not null references app_user (id),
    words text not null,
    company_id uuid references company (id) on delete set null,
    added_at timestamptz not null,
    done_at timestamptz,
    check (author_id <> other_id)
);
create index on agenda_line (author_id, other_id);
create index on agenda_line (other_id, author_id);
create index on agenda_line (company_id);

do $$
declare
    name text;
    me constant text := 'nullif(current_setting(''app.user_id'', true), '''')::uuid';
    is_mine constant text := 'exists (select from goal g where g.id = goal_id)';
    is_my_draft constant text := format('exists (select from goal g where g.id = goal_id and g.proposed_by = %s)', me);
begin
    foreach name in array array['goal', 'goal_company', 'goal_marker', 'goal_agreement', 'goal_review', 'agenda_line'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
    end loop;
    execute format('create policy named on goal for select using (%s = any(people))', me);
    execute format('create policy proposed on goal for insert with check'
                   ' (proposed_by = %s and %s = any(people) and paused_by is null and ended_by is null)', me, me);
    execute format('create policy kept on goal for update using (%s = any(people)) with check (%s = any(people))', me, me);
    foreach name in array array['goal_company', 'goal_marker'] loop
        execute format('create policy named on %I for select using (%s)', name, is_mine);
        execute format('create policy proposed on %I for insert with check (%s and not exists'
                       ' (select from goal_agreement a where a.goal_id = %I.goal_id))', name, is_my_draft, name);
    end loop;
    execute format('create policy worded on goal_marker for update using (%s) with check (%s)', is_mine, is_mine);
    execute format('create policy named on goal_agreement for select using (%s)', is_mine);
    execute format('create policy agreed on goal_agreement for insert with check (user_id = %s and %s)', me, is_mine);
    execute format('create policy named on goal_review for select using (%s)', is_mine);
    execute format('create policy written on goal_review for insert with check (author_id = %s and %s)', me, is_mine);
    execute format('create policy kept on goal_review for update using (author_id = %s) with check (author_id = %s)', me, me);
    execute format('create policy taken_back on goal_review for delete using (author_id = %s)', me);
    execute format('create policy between_two on agenda_line for select using (%s in (author_id, other_id))', me);
    execute format('create policy added on agenda_line for insert with check (author_id = %s)', me);
    execute format('create policy done on agenda_line for update using (%s in (author_id, other_id))'
                   ' with check (%s in (author_id, other_id))', me, me);
    execute format('create policy taken_back on agenda_line for delete using (author_id = %s)', me);
end $$;
grant select, insert, update (words, paused_by, paused_at, ended_by, ended_at) on goal to boswell_app;
grant select, insert on goal_company, goal_agreement to boswell_app;
grant select, insert, update (words) on goal_marker to boswell_app;
grant select, insert, delete, update (words, written_at) on goal_review to boswell_app;
grant select, insert, delete, update (done_at) on agenda_line to boswell_app;
