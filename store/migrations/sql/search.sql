-- Finding people, companies and notes by the beginnings of words. Words are rows of their own: a pattern is not
-- leakproof and would go through every row under a policy, a range of words goes by index.
create function folded(text) returns text language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, $1));

create table shared_word (
    word text not null,
    entity text not null check (entity in ('contact', 'company', 'interaction')),
    row_id uuid not null,
    primary key (entity, word, row_id)
);
create index on shared_word (row_id);

alter table shared_word enable row level security;
alter table shared_word force row level security;
create policy signed_in on shared_word
    using (nullif(current_setting('app.user_id', true), '')::uuid is not null)
    with check (nullif(current_setting('app.user_id', true), '')::uuid is not null);
grant select, insert, delete on shared_word to boswell_app, boswell_worker;

-- Makes the words of these rows say what the rows say; of those that are gone none are left.
create function reword(ids uuid[]) returns void language sql
begin atomic
    delete from shared_word where row_id = any(ids);
    insert into shared_word (entity, row_id, word)
    select distinct entity, row_id, left(word, 64)
    from (
        select 'contact' as entity, id as row_id, name as said from contact where id = any(ids)
        union all select 'contact', contact_id, value from contact_point where contact_id = any(ids)
        union all select 'company', id, name from company where id = any(ids)
        union all select 'company', company_id, domain from company_domain where company_id = any(ids)
        union all select 'interaction', id, title from interaction where id = any(ids)
        union all select 'interaction', interaction_id, concat_ws(' ', address, name)
            from interaction_participant where interaction_id = any(ids) and not ours
    ) said, regexp_split_to_table(folded(said.said), '[^[:alnum:]]+') as word
    where word <> '';
end;

create function reword_changed() returns trigger language plpgsql as $$
begin
    execute format('select reword(array(select distinct %I from changed where %I is not null))', tg_argv[0], tg_argv[0]);
    return null;
end $$;

do $$
declare
    watched text[];
begin
    foreach watched slice 1 in array array[['contact', 'id'], ['contact_point', 'contact_id'], ['company', 'id'],
        ['company_domain', 'company_id'], ['interaction', 'id'], ['interaction_participant', 'interaction_id']] loop
        execute format('create trigger words_added after insert on %I referencing new table as changed'
            ' for each statement execute function reword_changed(%L)', watched[1], watched[2]);
        execute format('create trigger words_changed after update on %I referencing new table as changed'
            ' for each statement execute function reword_changed(%L)', watched[1], watched[2]);
        execute format('create trigger words_gone after delete on %I referencing old table as changed'
            ' for each statement execute function reword_changed(%L)', watched[1], watched[2]);
    end loop;
end $$;

-- The lists of people and companies, page by page.
create index on contact (folded(name), id) where merged_into is null;
create index on company (folded(name), id) where merged_into is null;
