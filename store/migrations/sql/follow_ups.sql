-- A meeting and the mails that follow it up are one note, until its owner parts them.
alter table meeting add column parted boolean not null default false;
create index on meeting (owner_id, starts_at);
create index on message (owner_id, sent_at);

-- What an exchange behind a note was, where it is not what the note is: a mail that followed up a meeting.
alter table interaction_source add column kind text check (kind in ('mail', 'meeting', 'call'));
