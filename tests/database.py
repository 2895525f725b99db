"""One embedded cluster for the whole run, one migrated template, one database for every test that asks."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from store.embedded import EmbeddedPostgres, passwords, programs
from store.embedded.account import server_account
from store.embedded.furnish import create_database
from store.embedded.layout import Layout
from store.migrate import migrate

TEMPLATE = "template_boswell"

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

    @contextmanager
    def database(self, template: str = TEMPLATE) -> Iterator[Urls]:
        """A fresh copy of a template, gone afterwards."""
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        with self._connected() as connection:
            create_database(connection, name, template)
        urls = self._urls
        yield Urls(*(self._named(url, name) for url in (urls.owner, urls.app, urls.worker)))
        with self._connected() as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))

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

    def _connected(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self._superuser, autocommit=True)

    @staticmethod
    def _named(url: str, database: str) -> str:
        return make_url(url).set(database=database).render_as_string(hide_password=False)


@contextmanager
def running_cluster(home: Path) -> Iterator[Cluster]:
    """A cluster that forgets at a power cut and is fast."""
    with EmbeddedPostgres(home, durable=False) as postgres:
        server = postgres.start()
        yield Cluster(home, Urls(server.owner, server.app, server.worker))
