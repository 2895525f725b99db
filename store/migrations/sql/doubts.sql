-- Which Message-ID a mail has and which it answers: who answers a mail that went to one address reads its mailbox.
alter table message add column header_id text;
alter table message add column answers text[] not null default '{}';
create index on message (owner_id, header_id);
-- How much speaks for each private matter that a mail is about.
alter table message add column matters jsonb not null default '{}';
