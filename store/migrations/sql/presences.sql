-- Row-level security asks for the owner beside whatever is looked up. With an index for each of the two, a database that
-- has not counted a new mailbox's rows yet intersects them: it goes through all of an owner's rows for every message.
create index on participation (message_id, owner_id);
drop index participation_message_id_idx;
