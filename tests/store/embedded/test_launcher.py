from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url

from store.embedded.account import server_account
from store.embedded.launcher import EmbeddedPostgres, Server, address_of
from store.embedded.layout import Layout
from store.errors import NotReady

REPOSITORY = Path(__file__).parents[3]
STARTER = """
import sys, time
from pathlib import Path
from store.embedded import EmbeddedPostgres
postgres = EmbeddedPostgres(Path(sys.argv[1]), durable=True)
server = postgres.start()
print(server.attached, server.app, flush=True)
time.sleep(60)
"""


@pytest.fixture
def home(open_folder: Path) -> Path:
    return open_folder / f"home-{uuid4().hex[:8]}"


def connected(server: Server, role: str = "owner") -> psycopg.Connection[tuple[object, ...]]:
    url = make_url(getattr(server, role)).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(url, autocommit=True)


@contextmanager
def started_elsewhere(home: Path) -> Iterator[str]:
    """What another process that started the server says; it is killed at the end."""
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(home)], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline()
        finally:
            process.kill()


def pid_of(home: Path) -> int:
    return int((Layout(home, server_account()).data / "postmaster.pid").read_text().splitlines()[0])


def alive(pid: int) -> bool:
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def until_gone(pid: int) -> float:
    asked = time.monotonic()
    while alive(pid):
        assert time.monotonic() - asked < 10
        time.sleep(0.01)
    return time.monotonic() - asked


@pytest.fixture
def running(home: Path) -> Iterator[tuple[EmbeddedPostgres, Server]]:
    with EmbeddedPostgres(home) as postgres:
        yield postgres, postgres.start()


def test_a_cold_start_brings_roles_without_power_and_no_network(running: tuple[EmbeddedPostgres, Server]) -> None:
    postgres, server = running
    with connected(server) as owner:
        assert owner.execute("show listen_addresses").fetchone() == ("",)
        assert owner.execute("show fsync").fetchone() == ("on",)
        locale = owner.execute("select datlocprovider, datlocale from pg_database where datname = current_database()")
        assert locale.fetchone() == ("b", "C.UTF-8")
        roles = owner.execute("select rolname from pg_roles where rolsuper or rolbypassrls").fetchall()
        assert roles == [("postgres",)]
        found = {name for (name,) in owner.execute("select extname from pg_extension").fetchall()}
    assert found >= {"pg_trgm", "unaccent", "citext", "btree_gin"}
    assert not postgres.has_died


def test_a_warm_start_keeps_what_was_written(home: Path) -> None:
    with EmbeddedPostgres(home) as postgres, connected(postgres.start()) as owner:
        owner.execute("create table kept as select 7 as seven")
    with EmbeddedPostgres(home) as postgres:
        server = postgres.start()
        with connected(server) as owner:
            assert owner.execute("select seven from kept").fetchone() == (7,)
        assert not server.attached


def test_a_second_process_attaches_and_does_not_stop_it(running: tuple[EmbeddedPostgres, Server], home: Path) -> None:
    postgres, server = running
    with started_elsewhere(home) as said:
        assert said.split() == ["True", server.app]
    with connected(server, "app") as app:
        assert app.execute("select 1").fetchone() == (1,)
    assert not postgres.has_died


def test_a_killed_server_recovers_at_the_next_start(home: Path) -> None:
    with EmbeddedPostgres(home) as postgres:
        with connected(postgres.start()) as owner:
            owner.execute("create table kept as select generate_series(1, 1000) as n")
        server = pid_of(home)
        os.kill(server, signal.SIGKILL)
        until_gone(server)
    with EmbeddedPostgres(home) as postgres, connected(postgres.start()) as owner:
        assert owner.execute("select count(*) from kept").fetchone() == (1000,)


def test_a_recycled_process_number_does_not_keep_it_from_starting(home: Path) -> None:
    with EmbeddedPostgres(home) as postgres:
        postgres.start()
        note = Layout(home, server_account()).data / "postmaster.pid"
        lines = note.read_text().splitlines()
    note.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    with EmbeddedPostgres(home) as postgres, connected(postgres.start()) as owner:
        assert owner.execute("select 1").fetchone() == (1,)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_the_server_ends_with_its_parent(home: Path) -> None:
    with started_elsewhere(home):
        server = pid_of(home)
    assert until_gone(server) < 10


def test_a_killed_first_start_leaves_no_half_cluster(home: Path) -> None:
    layout = Layout(home, server_account())
    process = subprocess.Popen([sys.executable, "-c", STARTER, str(home)], stdout=subprocess.DEVNULL, cwd=REPOSITORY)
    while not list(layout.base.glob(".initdb-*/pg/base")) and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    process.wait()
    with EmbeddedPostgres(home) as postgres, connected(postgres.start()) as owner:
        assert owner.execute("select current_user").fetchone() == ("boswell_owner",)
    assert list(layout.base.glob(".initdb-*")) == []


def test_the_log_holds_neither_statements_nor_values(running: tuple[EmbeddedPostgres, Server], home: Path) -> None:
    _, server = running
    with connected(server) as owner:
        owner.execute("create table one (address text primary key)")
        owner.execute("insert into one values ('canary@secret.example')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            owner.execute("insert into one values ('canary@secret.example')")
    said = Layout(home, server_account()).log.read_text()
    assert "duplicate key" in said
    assert "canary" not in said


def test_a_server_that_cannot_start_says_where_to_look(home: Path) -> None:
    with EmbeddedPostgres(home) as postgres:
        postgres.start()
    data = Layout(home, server_account()).data
    (data / "postgresql.conf").write_text("no_such_setting = 1\n")
    with EmbeddedPostgres(home) as postgres, pytest.raises(NotReady, match=r"server\.log says why"):
        postgres.start()


def test_a_cluster_of_another_version_is_left_alone(home: Path) -> None:
    with EmbeddedPostgres(home) as postgres:
        postgres.start()
    (Layout(home, server_account()).data / "PG_VERSION").write_text("17\n")
    with EmbeddedPostgres(home) as postgres, pytest.raises(NotReady, match="written by PostgreSQL 17"):
        postgres.start()


def test_an_address_names_role_database_and_socket(home: Path) -> None:
    layout = Layout(home, None)
    url = make_url(address_of("boswell_app", "p:w/d", layout, "other"))
    assert (url.username, url.password, url.database) == ("boswell_app", "p:w/d", "other")
    assert url.query["host"] == str(layout.sockets)
