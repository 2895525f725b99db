-- How judging looks things up, batch by batch: by index, however long a mailbox and a company have been at it.

-- When mail first and last came from a company: who of its people wrote, and not who was written to.
create index on participation (owner_id, company_domain) where role = 'from';
