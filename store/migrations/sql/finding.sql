-- A word carries when its note began, so that the newest notes with a frequent word are the beginning of an index. Made
-- anew: written at once and indexed afterwards, millions of rows take a minute.
alter table shared_word rename to word_before;
create table shared_word (
    word text not null,
    entity text not null check (entity in ('contact', 'company', 'interaction')),
    row_id uuid not null,
    starts_at timestamptz,
    check ((starts_at is not null) = (entity = 'interaction'))
);
-- Each word of people and companies once: what was meant by a mistyped one is looked for among few.
create table known_word (
    entity text not null check (entity in ('contact', 'company')),
    word text not null,
    primary key (entity, word)
);
do $$
declare
    name text;
    me constant text := '(select nullif(current_setting(''app.user_id'', true), '''')::uuid) is not null';
begin
    foreach name in array array['shared_word', 'known_word'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy signed_in on %I using (%s) with check (%s)', name, me, me);
    end loop;
end $$;
grant select, insert, delete on shared_word to boswell_app, boswell_worker;
grant select, insert, update, delete on known_word to boswell_app, boswell_worker;

select set_config('app.user_id', gen_random_uuid()::text, true);
insert into shared_word (word, entity, row_id, starts_at)
select w.word, w.entity, w.row_id, i.starts_at from word_before w left join interaction i on i.id = w.row_id;
insert into known_word select distinct entity, word from shared_word where entity <> 'interaction';
select set_config('app.user_id', '', true);
alter table shared_word add primary key (row_id, word);
create index on shared_word (entity, word, starts_at desc, row_id desc);

create or replace function reword(ids uuid[]) returns void language sql
begin atomic
    delete from shared_word where row_id = any(ids);
    insert into shared_word (entity, row_id, word, starts_at)
    select distinct entity, row_id, left(word, 64), starts_at
    from (
        select 'contact' as entity, id as row_id, name as said, null::timestamptz as starts_at
            from contact where id = any(ids)
        union all select 'contact', contact_id, value, null from contact_point where contact_id = any(ids)
        union all select 'company', id, name, null from company where id = any(ids)
        union all select 'company', company_id, domain, null from company_domain where company_id = any(ids)
        union all select 'company', company_id, value, null from contact_point where company_id = any(ids)
        union all select 'interaction', id, title, starts_at from interaction where id = any(ids)
        union all select 'interaction', i.id, concat_ws(' ', p.address, p.name), i.starts_at
            from interaction_participant p join interaction i on i.id = p.interaction_id
            where p.interaction_id = any(ids) and not p.ours
    ) said, regexp_split_to_table(folded(said.said), '[^[:alnum:]]+') as word
    where word <> '';
end;
drop table word_before;

-- Whoever adds a row with a word holds the word, whoever takes the last one away waits for them and looks again.
create function know_words() returns trigger language plpgsql as $$
begin
    insert into known_word select distinct entity, word from changed where entity <> 'interaction' order by 1, 2
        on conflict do nothing;
    perform from known_word k where exists (
        select from changed c where c.entity = k.entity and c.word = k.word) order by entity, word for key share;
    return null;
end $$;
create function forget_words() returns trigger language plpgsql as $$
begin
    perform from known_word k where exists (
        select from changed c where c.entity = k.entity and c.word = k.word) and not exists (
        select from shared_word s where s.entity = k.entity and s.word = k.word) order by entity, word for update;
    delete from known_word k where exists (
        select from changed c where c.entity = k.entity and c.word = k.word) and not exists (
        select from shared_word s where s.entity = k.entity and s.word = k.word);
    return null;
end $$;
create trigger known_added after insert on shared_word referencing new table as changed
    for each statement execute function know_words();
create trigger known_gone after delete on shared_word referencing old table as changed
    for each statement execute function forget_words();
