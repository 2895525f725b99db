"""One embedded cluster for the whole run, one migrated template, a database for every test that asks.

A database is emptied and given to the next test, which takes a fifth of the time of making one. One whose form a test
has changed, and one that was used often, is dropped.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import cast

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from store.embedded import EmbeddedPostgres, passwords, programs
from store.embedded.account import server_account
from store.embedded.furnish import create_database
from store.embedded.layout import Layout
from store.migrate import migrate

TEMPLATE = "template_boswell"

REUSED = 30  # times; what was deleted still takes room, and slows what comes after
# What a test may not leave behind: other tables, columns, rights, policies, triggers, functions.
FORM = """
select md5(string_agg(part, ',' order by part)) from (
    select (oid, relname, relrowsecurity, relforcerowsecurity, relacl, relkind, relowner)::text as part
    from pg_class where relnamespace = 'public'::regnamespace
    union all select (attrelid, attname, atttypid, attnotnull, atthasdef, attacl)::text
    from pg_attribute where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    union all select p::text from pg_policy p
    union all select (tgrelid, tgname, tgenabled)::text from pg_trigger
    union all select (oid, proname, proacl, prosrc)::text from pg_proc where pronamespace = 'public'::regnamespace
    union all select (conrelid, conname, pg_get_constraintdef(oid))::text from pg_constraint
    union all select version_num from alembic_version
) form
"""
TABLES = """
select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename <> 'alembic_version'
"""
OTHERS = "select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = %s and pid <> pg_backend_pid()"

# psql, pg_isready: the server's own copy lies elsewhere under root and has no clients.
CLIENTS = Path(str(distribution(programs.DISTRIBUTION).locate_file(f"{programs.PACKAGE}/pginstall/bin")))


@dataclass(frozen=True)
class Urls:
    """The three roles' addresses of one test's own database."""

    owner: str
    app: str
    worker: str


class Cluster:
    """A running server, and the databases made on it."""

    def __init__(self, home: Path, urls: Urls) -> None:
        layout = Layout(home, server_account())
        keys = passwords.keep(layout.passwords, cluster_exists=True)
        self._superuser = f"host={layout.sockets} user=postgres password={keys.postgres} dbname=postgres"
        self._urls = urls
        self._numbers = itertools.count()
        with self._connected() as connection:
            create_database(connection, TEMPLATE)
        migrate(self._named(urls.owner, TEMPLATE))
        with self._connected(TEMPLATE) as connection:
            self._form = connection.execute(FORM).fetchone()
        self._free: list[tuple[str, int]] = []  # with how often each was used

    @contextmanager
    def database(self, template: str = TEMPLATE) -> Iterator[Urls]:
        """A database as the template is, empty of what others left."""
        free = self._free if template == TEMPLATE else []
        name, used = free.pop() if free else (self._create(template), 0)
        urls = self._urls
        yield Urls(*(self._named(url, name) for url in (urls.owner, urls.app, urls.worker)))
        if template == TEMPLATE and used < REUSED and self._empty(name):
            self._free.append((name, used + 1))
        else:
            with self._connected() as connection:
                connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))

    def _create(self, template: str) -> str:
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        with self._connected() as connection:
            create_database(connection, name, template)
        return name

    def _empty(self, name: str) -> bool:
        """Delete every row; not of a database whose form is another one by now."""
        with self._connected(name) as connection:
            connection.execute(OTHERS, (name,))
            if connection.execute(FORM).fetchone() != self._form:
                return False
            tables = [table for (table,) in connection.execute(TABLES)]
            filled = ", ".join(f"case when exists (select from {table}) then '{table}' end" for table in tables)
            row = connection.execute(f"select array_remove(array[{filled}], null)::text[]").fetchone()
            deletions = "; ".join(f"delete from {table}" for table in cast("list[str]", row[0] if row else []))
            with connection.transaction():
                connection.execute("set local session_replication_role = replica")  # no triggers, no foreign keys
                connection.execute(deletions.encode())
        return True

    @contextmanager
    def as_of(self, revision: str) -> Iterator[tuple[Urls, psycopg.Connection[tuple[object, ...]]]]:
        """A database in the form of an earlier release, and a superuser in it to put rows there past all rules."""
        with self.database("template1") as urls:
            migrate(urls.owner, revision)
            name = make_url(urls.owner).database or ""
            with psycopg.connect(self._superuser, dbname=name, autocommit=True) as superuser:
                superuser.execute("set session_replication_role = replica")
                yield urls, superuser

    @property
    def superuser(self) -> str:
        """The connection string of the role that a product never uses."""
        return self._superuser

    def _connected(self, name: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self._superuser, dbname=name, autocommit=True)

    @staticmethod
    def _named(url: str, database: str) -> str:
        return make_url(url).set(database=database).render_as_string(hide_password=False)


@contextmanager
def running_cluster(home: Path) -> Iterator[Cluster]:
    """A cluster that forgets at a power cut and is fast."""
    with EmbeddedPostgres(home, durable=False) as postgres:
        server = postgres.start()
        yield Cluster(home, Urls(server.owner, server.app, server.worker))
