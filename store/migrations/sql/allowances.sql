-- What is left of what a provider lets us ask: for accounts and the whole company, each under a keyed hash.
create table allowance (
    key bytea primary key,
    units double precision not null,
    counted_at timestamptz not null
);
grant select, insert, update, delete on allowance to boswell_worker;
