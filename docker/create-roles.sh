#!/usr/bin/env bash
# Runs once, as PostgreSQL's superuser, when the database's volume is empty. It does in a container what
# `boswell init` does for a PostgreSQL of your own: roles, extensions, and the database last.
set -euo pipefail

modest="nosuperuser nobypassrls nocreatedb nocreaterole noreplication"

# psql reads the passwords from the environment, so that no process list shows them.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname postgres <<SQL
\getenv owner_password BOSWELL_OWNER_PASSWORD
\getenv app_password BOSWELL_APP_PASSWORD
\getenv worker_password BOSWELL_WORKER_PASSWORD
begin;
create role boswell_owner login $modest password :'owner_password';
create role boswell_app login $modest password :'app_password';
create role boswell_worker login $modest password :'worker_password';
create role boswell_admin nologin $modest;
grant boswell_admin to boswell_app with inherit false, set true;
commit;
create database boswell owner boswell_owner;
\connect boswell
create extension pg_trgm;
create extension unaccent;
create extension citext;
create extension btree_gin;
SQL
