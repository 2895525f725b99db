-- As in weeks.sql. Whoever is one with a changed contact is looked up by id and by whom they are one with: an "or" of the
-- two compares every changed contact with every one there is, which for a hundred thousand at once takes an hour.
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
        perform mark_weeks(array(select distinct monday(due_on) from changed));
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
