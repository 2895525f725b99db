-- When a note began, carried by each who took part: the newest notes of a company or person are the beginning of an
-- index, however many there are. The foreign key keeps it what the note says, whoever changes the note.
alter table interaction add unique (id, starts_at);
alter table interaction_participant add column starts_at timestamptz;
alter table interaction_participant disable trigger user;
alter table interaction_participant no force row level security;
alter table interaction no force row level security;
update interaction_participant p set starts_at = i.starts_at from interaction i where i.id = p.interaction_id;
alter table interaction force row level security;
alter table interaction_participant force row level security;
alter table interaction_participant enable trigger user;
alter table interaction_participant
    alter column starts_at set not null,
    drop constraint interaction_participant_interaction_id_fkey,
    add foreign key (interaction_id, starts_at) references interaction (id, starts_at)
        on update cascade on delete cascade;
create index on interaction_participant (domain, starts_at desc, interaction_id desc) where not ours;
create index on interaction_participant (address, starts_at desc, interaction_id desc, decision_id);
drop index interaction_participant_address_idx;
