-- As in asked_once.sql, of the other tables of which a page reads very many rows. Who may read is what it was.
do $$
declare
    name text;
    me constant text := '(select nullif(current_setting(''app.user_id'', true), '''')::uuid) is not null';
begin
    foreach name in array array['contact', 'contact_point', 'company', 'company_domain', 'employment', 'company_week',
        'company_turn', 'market_week'] loop
        execute format('alter policy signed_in on %I using (%s)', name, me);
    end loop;
    foreach name in array array['approval', 'field_value', 'commitment'] loop
        execute format('alter policy seen on %I using (%s)', name, me);
    end loop;
end $$;
