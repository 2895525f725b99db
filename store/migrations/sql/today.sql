-- When a company last wrote and was written to, or met, as a turn: companies in touch since a week are a sum of weeks.
alter table company_turn drop constraint company_turn_kind_check;
alter table company_turn add constraint company_turn_kind_check
    check (kind in ('won', 'quiet', 'returned', 'changed', 'both', 'met', 'second'));
alter table market_week add column last_both integer not null default 0;
select set_config('app.user_id', gen_random_uuid()::text, true);
insert into week_mark (company_id) select id from company where merged_into is null;
select set_config('app.user_id', '', true);

-- The weekly mail of the same that a manager's home says, for those who ask for it.
alter table preference add column weekly boolean not null default false;
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check
    check (kind in ('sign-in needed', 'waiting for its owner', 'digest', 'weekly'));
alter table outbox drop constraint outbox_check1;
alter table outbox add constraint outbox_check1 check ((kind in ('digest', 'weekly')) = (day is not null));
create unique index outbox_weekly on outbox (owner_id, day) where kind = 'weekly';
