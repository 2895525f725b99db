-- Whether anybody is signed in, asked once for each statement and not for each row: of thousands of rows that a page reads
-- by index the question took a third of the time. Who may read is what it was.
alter policy signed_in on shared_word using ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);
alter policy signed_in on interaction using ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);
alter policy seen on interaction_source
    using ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);
alter policy seen on interaction_participant
    using ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);
