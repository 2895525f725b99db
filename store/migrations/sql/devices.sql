-- What a browser that is signed in calls itself, in two words: for its owner to know which one to sign out.
alter table web_session add column device text not null default '' check (length(device) <= 60);
