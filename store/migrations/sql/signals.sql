-- Word to processes that wait: that something changed, and whose or which it is. Never what: they look for themselves.

-- A mailbox that is connected, stopped, started again, given another credential, or gone: for listeners.
create function say_connection() returns trigger language plpgsql as $$
declare
    changed constant jsonb := to_jsonb(coalesce(new, old));
begin
    perform pg_notify('boswell_connection', concat_ws(' ', changed ->> 'owner_id',
        case when tg_table_name = 'connection' then changed ->> 'id' else changed ->> 'connection_id' end));
    return null;
end $$;
create trigger said after delete or update of settings on connection
    for each row execute function say_connection();
create trigger said after insert or update of sealed or delete on credential
    for each row execute function say_connection();
create trigger said after insert on connection_state
    for each row execute function say_connection();
create trigger said_when_changed after update of state on connection_state
    for each row when (old.state is distinct from new.state) execute function say_connection();

-- Suggestions that wait, and sessions that ended: for the pages that a person has open.
create function say_suggestion() returns trigger language plpgsql as $$
begin
    perform pg_notify('boswell_review', new.owner_id::text);
    return null;
end $$;
create trigger said after insert on suggestion
    for each row when (new.state = 'waiting') execute function say_suggestion();
create trigger said_when_back after update of state on suggestion
    for each row when (new.state = 'waiting' and old.state <> 'waiting') execute function say_suggestion();

create function say_session() returns trigger language plpgsql as $$
begin
    perform pg_notify('boswell_review', old.user_id::text);
    return null;
end $$;
create trigger said after delete on web_session for each row execute function say_session();
