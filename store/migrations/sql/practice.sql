-- Whether a rep has been shown how to review, on made-up notes. Theirs alone, as all that they prefer.
alter table preference add column practised boolean not null default false;
