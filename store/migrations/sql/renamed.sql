-- Mails also tell that whoever wrote them has another name or address now.
alter table detail drop constraint detail_field_check;
alter table detail add constraint detail_field_check check (
    field in ('title', 'company', 'phone', 'mobile', 'location', 'email', 'left', 'renamed'));
