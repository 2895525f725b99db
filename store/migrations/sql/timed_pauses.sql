-- The end of a pause, which its owner set together with it.
alter table due drop constraint due_kind_check;
alter table due add constraint due_kind_check check (kind in (
    'sync', 'publish', 'deliver', 'meeting_ended', 'wake', 'retention', 'reconcile', 'purge', 'daily', 'resume'
));
