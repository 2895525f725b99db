-- The names by which lists are in order, as columns: a function of a name is not leakproof, so a page of a list would be
-- looked for from the list's beginning.
alter table contact add column sort_name text generated always as (folded(name)) stored;
alter table company add column sort_name text generated always as (folded(name)) stored;
drop index contact_folded_id_idx;
drop index company_folded_id_idx;
create index on contact (sort_name, id) where merged_into is null;
create index on company (sort_name, id) where merged_into is null;

-- Whether a note has a further word.
drop index shared_word_row_id_idx;
create index on shared_word (row_id, word);
