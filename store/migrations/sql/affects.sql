-- How many people besides its owner a suggestion in doubt is about: all others in a note, a new person with those who come
-- along, both of a merge. Those of which most depends are asked about first; sure ones stand by time alone.
-- It follows from the fields, so the database keeps it: whatever writes them anew has it counted anew.
alter table suggestion add column affects int not null generated always as (
    case
        when pile <> 'look' then 0
        when kind = 'interaction' then greatest(jsonb_array_length(coalesce(fields -> 'people', '[]')) - 1, 1)
        when kind = 'contact' then 1 + jsonb_array_length(coalesce(fields -> 'companions', '[]'))
        when kind = 'merge' then 2
        else 1
    end
) stored;
create index on suggestion (owner_id, pile, (-affects), happened_at, kind, key, id) where state = 'waiting';
