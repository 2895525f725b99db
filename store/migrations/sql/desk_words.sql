-- A company is found by the addresses of its desks as well.
create or replace function reword(ids uuid[]) returns void language sql
begin atomic
    delete from shared_word where row_id = any(ids);
    insert into shared_word (entity, row_id, word)
    select distinct entity, row_id, left(word, 64)
    from (
        select 'contact' as entity, id as row_id, name as said from contact where id = any(ids)
        union all select 'contact', contact_id, value from contact_point where contact_id = any(ids)
        union all select 'company', id, name from company where id = any(ids)
        union all select 'company', company_id, domain from company_domain where company_id = any(ids)
        union all select 'company', company_id, value from contact_point where company_id = any(ids)
        union all select 'interaction', id, title from interaction where id = any(ids)
        union all select 'interaction', interaction_id, concat_ws(' ', address, name)
            from interaction_participant where interaction_id = any(ids) and not ours
    ) said, regexp_split_to_table(folded(said.said), '[^[:alnum:]]+') as word
    where word <> '';
end;


do $$
declare
    event text;
begin
    foreach event in array array['insert', 'update', 'delete'] loop
        execute format('create trigger desk_words_%s after %s on contact_point referencing %s table as changed'
            ' for each statement execute function reword_changed(''company_id'')',
            event, event, case event when 'delete' then 'old' else 'new' end);
    end loop;
end $$;
