-- What a person jots down about somebody is a note, too, of no mail and no meeting.
alter table interaction drop constraint interaction_kind_check;
alter table interaction add constraint interaction_kind_check check (kind in ('mail', 'meeting', 'note'));
