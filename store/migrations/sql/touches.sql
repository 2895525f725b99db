-- What one of us exchanged, for the daily look at their own relationships.
create index on interaction_source (approver_id, happened_at);
