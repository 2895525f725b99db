-- The domain of the other side of a promise, as a column: a company's own promises are found by index, whereas a part of
-- an address is a function, which is not leakproof, so that every promise with a day was read.
alter table commitment add column their_domain text not null
    generated always as (split_part(case when ours then other else doer end, '@', 2)) stored;
create index on commitment (their_domain, due_on);

-- What is still to be done in some weeks is told from the index alone; whoever else approved a promise, by its key.
drop index commitment_due_on_idx;
create index on commitment (due_on, key, id, done_at);
create index on commitment (key);

-- How much there was with a company in a year.
create index on company_week (company_id, week, notes);
