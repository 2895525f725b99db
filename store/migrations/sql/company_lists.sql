-- A company alone is something to approve: the list of those that one knows, and nothing of what happened with them.
alter table suggestion drop constraint suggestion_kind_check;
alter table suggestion add constraint suggestion_kind_check
    check (kind in ('contact', 'company', 'interaction', 'change', 'merge'));
