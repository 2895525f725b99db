-- An account that fails is its own matter until another one's fails too: whose failure was the last at a server.
alter table mail_server add column blamed bytea;
