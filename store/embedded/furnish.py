"""What a fresh cluster gets before anybody uses it: roles, extensions and the database.

The database comes last and alone: where it exists, everything else does.
"""

from __future__ import annotations

import psycopg
from psycopg import sql

from store.embedded.passwords import Passwords

DATABASE = "boswell"
EXTENSIONS = ("pg_trgm", "unaccent", "citext", "btree_gin")
LOGINS = ("boswell_owner", "boswell_app", "boswell_worker")
MODEST = sql.SQL("nosuperuser nobypassrls nocreatedb nocreaterole noreplication")


def furnish(superuser_dsn: str, passwords: Passwords) -> None:
    """Create what is missing. ``superuser_dsn`` names no database; a killed run is completed by the next."""
    with psycopg.connect(superuser_dsn, dbname="postgres", autocommit=True) as connection:
        if connection.execute("select 1 from pg_database where datname = %s", (DATABASE,)).fetchone():
            return
        with connection.transaction():
            _create_roles(connection, passwords)
        with psycopg.connect(superuser_dsn, dbname="template1") as template:
            for extension in EXTENSIONS:
                template.execute(sql.SQL("create extension if not exists {}").format(sql.Identifier(extension)))
        create_database(connection, DATABASE)


def create_database(connection: psycopg.Connection[tuple[object, ...]], name: str, template: str = "template1") -> None:
    """A database of ours: the owner role owns it, so that it alone may create tables there."""
    connection.execute(
        sql.SQL("create database {} owner boswell_owner template {} strategy file_copy").format(
            sql.Identifier(name), sql.Identifier(template)
        )
    )


def _create_roles(connection: psycopg.Connection[tuple[object, ...]], passwords: Passwords) -> None:
    known = {name for (name,) in connection.execute("select rolname from pg_roles").fetchall()}
    for name in LOGINS:
        if name not in known:
            connection.execute(
                sql.SQL("create role {} login {} password {}").format(
                    sql.Identifier(name), MODEST, sql.Literal(getattr(passwords, name))
                )
            )
    if "boswell_admin" not in known:
        connection.execute(sql.SQL("create role boswell_admin nologin {}").format(MODEST))
        connection.execute("grant boswell_admin to boswell_app with inherit false, set true")
