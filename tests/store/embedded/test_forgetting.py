from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url

from store.embedded import EmbeddedPostgres
from store.embedded.account import server_account
from store.embedded.forgetting import forget
from store.embedded.layout import Layout


@pytest.fixture
def home(open_folder: Path) -> Path:
    return open_folder / f"home-{uuid4().hex[:8]}"


def tables(home: Path, *statements: str) -> list[str]:
    """The tables in a home's database after some statements."""
    with EmbeddedPostgres(home, durable=False) as postgres:
        dsn = make_url(postgres.start().owner).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(dsn, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())
            return [
                str(name)
                for (name,) in connection.execute("select tablename from pg_tables where schemaname = 'public'")
            ]


def test_a_forgotten_database_is_made_anew_with_the_same_passwords(home: Path) -> None:
    assert tables(home, "create table secret_thing ()") == ["secret_thing"]
    passwords = Layout(home, server_account()).passwords
    before = passwords.read_bytes()
    forget(home)
    assert not Layout(home, server_account()).data.exists()
    assert tables(home) == []
    assert passwords.read_bytes() == before


def test_forgetting_touches_nothing_beside_the_cluster(home: Path) -> None:
    home.mkdir()
    (home / "key").write_text("keep")
    data = Layout(home, server_account()).data
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("18")
    forget(home)
    assert (home / "key").read_text() == "keep"
    assert not data.exists()


def test_where_there_is_nothing_nothing_happens(home: Path) -> None:
    forget(home)
    assert not home.exists()
