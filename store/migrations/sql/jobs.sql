-- The job engine's tables: workers run jobs, the application only enqueues them. Jobs carry ids, never content.
grant select, insert, update, delete on procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers,
    procrastinate_workers to boswell_worker;
grant select, insert on procrastinate_jobs, procrastinate_events to boswell_app;
grant usage on all sequences in schema public to boswell_app, boswell_worker;

-- Without this index a fetch among 100,000 locked jobs cost 5.9 ms instead of 0.9.
create index procrastinate_jobs_lock_live on procrastinate_jobs (lock, status) where status in ('todo', 'doing');
alter table procrastinate_jobs set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
analyze procrastinate_jobs;
