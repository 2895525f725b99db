-- A company's shared mailboxes: ways to reach the company, and nobody's in particular.

-- Whether the reader takes an address for one; what was recorded before says nothing of it.
alter table participation add column desk boolean not null default false;

-- A contact point is a contact's or a company's. An address may be both: who reads office@ alone may sign with a name.
alter table contact_point alter column contact_id drop not null;
alter table contact_point add column company_id uuid references company (id) on delete cascade;
alter table contact_point add constraint one_has_it check (num_nonnulls(contact_id, company_id) = 1);
alter table contact_point drop constraint contact_point_kind_value_key;
create unique index on contact_point (kind, value) where contact_id is not null;
create unique index on contact_point (kind, value) where company_id is not null;
create index on contact_point (company_id) where company_id is not null;
