"""One embedded cluster for the whole run, one migrated template, a database for every test that asks.

A database is emptied and given to the next test, which takes a fifth of the time of making one, and with it go the
connections to it: new ones would have every statement compiled and every table looked up again, half of a test's time.
One whose form a test has changed, and one that was used often, is dropped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from itertools import compress, count
from pathlib import Path
from typing import cast

import psycopg
from psycopg import sql
from sqlalchemy import event, make_url
from sqlalchemy.pool import QueuePool

from store.embedded import EmbeddedPostgres, passwords, programs
from store.embedded.account import server_account
from store.embedded.furnish import create_database
from store.embedded.layout import Layout
from store.engine import WORKER_LIMITS, Database
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
OTHERS = """
select pg_terminate_backend(pid, 2000) from pg_stat_activity
where datname = %s and pid <> pg_backend_pid() and pid <> all(%s)
"""

# psql, pg_isready: the server's own copy lies elsewhere under root and has no clients.
CLIENTS = Path(str(distribution(programs.DISTRIBUTION).locate_file(f"{programs.PACKAGE}/pginstall/bin")))


@dataclass(frozen=True)
class Urls:
    """The three roles' addresses of one test's own database."""

    owner: str
    app: str
    worker: str


class Lent:
    """A database and the connections to it, which go from test to test.

    Attributes:
        superuser: one past all rules, to empty it.
        used: by how many tests.
    """

    def __init__(self, urls: Urls, name: str, superuser: psycopg.Connection[tuple[object, ...]]) -> None:
        self.urls, self.name, self.superuser, self.used = urls, name, superuser, 0
        self._pools: tuple[Database, Database] | None = None
        self._processes: list[int] = []  # the server's, of what the pools opened

    def pools(self) -> tuple[Database, Database]:
        """The application's and the worker's."""
        if self._pools is None:
            self._pools = Database(self.urls.app), Database(self.urls.worker, limits=WORKER_LIMITS)
            for pool in self._pools:
                event.listen(pool.engine, "connect", self._opened)
        return self._pools

    def end_others(self) -> None:
        """End all connections but the pools' own, and these too where a test has left one in use."""
        if self._pools and any(cast("QueuePool", each.engine.pool).checkedout() for each in self._pools):
            self._close_pools()
        self.superuser.execute(OTHERS, (self.name, self._processes))

    def close(self) -> None:
        self._close_pools()
        self.superuser.close()

    def _close_pools(self) -> None:
        for pool in self._pools or ():
            pool.close()
        self._pools, self._processes = None, []

    def _opened(self, connection: psycopg.Connection[tuple[object, ...]], _: object) -> None:
        self._processes.append(connection.info.backend_pid)


class Cluster:
    """A running server, and the databases made on it."""

    def __init__(self, home: Path, urls: Urls) -> None:
        layout = Layout(home, server_account())
        keys = passwords.keep(layout.passwords, cluster_exists=True)
        self._superuser = f"host={layout.sockets} user=postgres password={keys.postgres} dbname=postgres"
        self._urls = urls
        self._numbers = count()
        with self._connected() as connection:
            create_database(connection, TEMPLATE)
        migrate(self._named(urls.owner, TEMPLATE))
        with self._connected(TEMPLATE) as connection:
            self._form = connection.execute(FORM).fetchone()
            tables = [table for (table,) in connection.execute(TABLES)]
            self._filled = "select " + ", ".join(f"exists (select from {table})" for table in tables)
            self._tables = tables
        self._free: list[Lent] = []
        self._lent: dict[Urls, Lent] = {}

    @contextmanager
    def database(self, template: str = TEMPLATE) -> Iterator[Urls]:
        """A database as the template is, empty of what others left."""
        lent = self._free.pop() if self._free and template == TEMPLATE else self._create(template)
        lent.used += 1
        self._lent[lent.urls] = lent
        yield lent.urls
        del self._lent[lent.urls]
        if template == TEMPLATE and lent.used <= REUSED and self._empty(lent):
            self._free.append(lent)
        else:
            lent.close()
            with self._connected() as connection:
                connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(lent.name)))

    def pools(self, urls: Urls) -> tuple[Database, Database]:
        """The application's and the worker's connections to a database that a test has: it may not close them."""
        return self._lent[urls].pools()

    def _create(self, template: str) -> Lent:
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        with self._connected() as connection:
            create_database(connection, name, template)
        urls = self._urls
        own = Urls(*(self._named(url, name) for url in (urls.owner, urls.app, urls.worker)))
        return Lent(own, name, self._connected(name))

    def _empty(self, lent: Lent) -> bool:
        """Delete every row; not of a database whose form is another one by now."""
        try:
            lent.end_others()
            if lent.superuser.execute(FORM).fetchone() != self._form:
                return False
            filled = compress(self._tables, lent.superuser.execute(self._filled).fetchone() or ())
            with lent.superuser.transaction():
                lent.superuser.execute("set local session_replication_role = replica")  # no triggers, no foreign keys
                lent.superuser.execute("; ".join(f"delete from {table}" for table in filled))
        except psycopg.OperationalError:  # the test has ended every connection, this one too
            return False
        return True

    def close(self) -> None:
        """Close the connections that would have gone to the next test."""
        for lent in self._free:
            lent.close()

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
        cluster = Cluster(home, Urls(server.owner, server.app, server.worker))
        yield cluster
        cluster.close()
