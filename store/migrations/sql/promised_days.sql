-- Another day for a promise than the one that its words name, as its owner says.
alter table promise_word add column due_on date;
grant update (due_on) on commitment to boswell_app, boswell_worker;
