-- What a manager's home tells of, kept where notes change instead of being found among all there is for each view: which
-- promises are open, by day, until when a turn is news, and how much there was with a company before it went quiet.

-- One row for each promise that nobody said is done, whoever approved it. store/open_promises writes it by week.
create table open_promise (
    commitment_id uuid primary key references commitment (id) on delete cascade,
    due_on date not null
);
create index on open_promise (due_on, commitment_id);
alter table open_promise enable row level security;
alter table open_promise force row level security;
create policy signed_in on open_promise
    using ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null)
    with check (nullif(current_setting('app.user_id', true), '')::uuid is not null);
grant select, insert, update, delete on open_promise to boswell_app, boswell_worker;

alter table company_turn add column until date, add column notes integer;
create index company_turn_changed on company_turn (week, until, level_before, level_after, company_id)
    where kind = 'changed';
create index company_turn_quiet on company_turn (week, notes, company_id) where kind = 'quiet' and until is null;

-- As in many_people.sql. A promise that several approved is one: whatever changes one row of it may open or close another.
create or replace function mark_changed() returns trigger language plpgsql as $$
begin
    case tg_table_name
    when 'interaction' then
        perform mark_weeks(array(select distinct monday(day) from changed));
        perform mark_notes(array(select id from changed));
    when 'interaction_source' then
        perform mark_notes(array(select distinct interaction_id from changed));
    when 'interaction_participant' then
        perform mark_notes(array(select distinct interaction_id from changed));
        perform mark_companies(standing_at(array(select distinct domain from changed where not ours)));
    when 'commitment' then
        perform mark_weeks(array(
            select monday(due_on) from changed
            union select monday(due_on) from commitment where key = any(array(select key from changed))));
    when 'company' then
        perform mark_companies(array(select id from changed union select merged_into from changed));
    when 'company_domain' then
        perform mark_companies(array(select coalesce(c.merged_into, c.id) from changed d
                                     join company c on c.id = d.company_id));
    when 'contact' then
        perform mark_companies(standing_at(array(
            with root as (
                select id from changed union select merged_into from changed where merged_into is not null
            ), member as (
                select id from root
                union select c.id from root r join contact c on c.merged_into = r.id
            )
            select distinct split_part(p.value, '@', 2)
            from member m join contact_point p on p.contact_id = m.id and p.kind = 'email')));
    when 'contact_point' then
        perform mark_companies(standing_at(array(
            select distinct split_part(value, '@', 2) from changed where kind = 'email')));
    else  -- company_week, company_turn
        perform mark_weeks(array(select distinct week from changed));
    end case;
    return null;
end $$;

-- What was published before, at once: nothing of it is new, so nothing is marked.
select set_config('app.user_id', gen_random_uuid()::text, true);
insert into open_promise (commitment_id, due_on)
select distinct on (key) id, due_on from commitment c
where not exists (select from commitment d where d.key = c.key and d.done_at is not null) order by key, id;
alter table company_turn disable trigger user;
update company_turn t set until = (
    select min(q.week) from company_turn q
    where q.company_id = t.company_id and q.week > t.week and q.kind in ('changed', 'quiet'))
where t.kind = 'changed';
update company_turn t set
    until = (select min(w.week) from company_week w where w.company_id = t.company_id and w.week >= t.week),
    notes = (select coalesce(sum(w.notes), 0) from company_week w
             where w.company_id = t.company_id and w.week >= t.week - 364 and w.week < t.week)
where t.kind = 'quiet';
alter table company_turn enable trigger user;
select set_config('app.user_id', '', true);
