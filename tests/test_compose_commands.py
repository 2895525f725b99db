"""The compose file played by hand: its database, commands, variables and health checks, with processes for containers.

The database is made as PostgreSQL's image makes it, from the embedded programs; the variables are the file's own. Only
what a network of containers gives differs: the host ``db`` is a port of this machine, and the pages take a free one.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import yaml

from store.embedded import programs, trampoline
from store.embedded.account import server_account
from store.embedded.layout import Layout
from tests.database import CLIENTS
from tests.source_tree import ROOT

SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
WRITTEN = {
    "POSTGRES_PASSWORD": "a1b2c3d4", "BOSWELL_OWNER_PASSWORD": "e5f6a7b8", "BOSWELL_APP_PASSWORD": "c9d0e1f2",
    "BOSWELL_WORKER_PASSWORD": "a3b4c5d6",
}  # fmt: skip
PAGES = "8000"
DATABASE_PORT = "5432"


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return str(taken.getsockname()[1])


@dataclass(frozen=True)
class Machine:
    """Where the containers would be: a folder for the volumes, and the ports that stand for their own."""

    folder: Path
    pages: str
    database: str

    def environment(self, service: str) -> dict[str, str]:
        """What compose gives a service: the file's variables with .env put in, and nothing else of this machine."""
        given = {name: self.placed(str(value)) for name, value in SERVICES[service].get("environment", {}).items()}
        image = {"PATH": os.environ["PATH"], "BOSWELL_HOME": str(self.folder / "home"), "PYTHONPATH": str(ROOT)}
        return image | given

    def placed(self, text: str) -> str:
        """A value of the file with this machine's ports for the containers' own."""
        found = re.sub(r"\$\{(\w+):\?[^}]*\}", lambda name: WRITTEN[name[1]], text)
        return re.sub(rf"\b{PAGES}\b", self.pages, found.replace("@db/", f"@127.0.0.1:{self.database}/"))

    def words(self, service: str) -> list[str]:
        """The command of a service of ours, by the image's ENTRYPOINT."""
        return [sys.executable, "-m", "api", *SERVICES[service]["command"]]

    def is_healthy(self, service: str) -> bool:
        """Run the service's own health check once."""
        kind, program, *words = (self.placed(word) for word in SERVICES[service]["healthcheck"]["test"])
        assert kind == "CMD"
        said = {"pg_isready": [str(CLIENTS / "pg_isready"), f"--port={self.database}"], "python": [sys.executable]}
        command = [*said.get(program, [sys.executable, "-m", "api"]), *words]
        done = subprocess.run(command, env=self.environment(service), check=False, capture_output=True, timeout=30)
        return done.returncode == 0

    def program(self, name: str) -> str:
        """A program of the server: where its account may read it."""
        return str(programs.find(self.layout).folder / name)

    @property
    def layout(self) -> Layout:
        return Layout(self.folder / "db", server_account())


@pytest.fixture(scope="module")
def machine(open_folder: Path) -> Machine:
    folder = open_folder / f"machine-{uuid4().hex[:8]}"
    folder.mkdir(mode=0o755)
    return Machine(folder, free_port(), free_port())


@contextmanager
def started(command: list[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(45)


def until_healthy(machine: Machine, service: str) -> None:
    """As compose does: checks until one passes, within the time that the file allows."""
    check = SERVICES[service]["healthcheck"]
    seconds = {name: float(check[name].removesuffix("s")) for name in ("interval", "start_period")}
    latest = time.monotonic() + min(60, seconds["start_period"] + seconds["interval"] * check["retries"])
    while not machine.is_healthy(service):
        assert time.monotonic() < latest, f"{service} did not become healthy"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def db(machine: Machine) -> Iterator[None]:
    """A cluster as the image's entry point makes it, furnished by the script that the file mounts, then started."""
    layout = machine.layout
    layout.home.mkdir()
    layout.prepare()
    password = layout.base / "password"
    password.write_text(WRITTEN["POSTGRES_PASSWORD"])
    if layout.account:
        layout.account.give(password)
    drawer = layout.sockets  # a folder of the server's account
    arguments = str(SERVICES["db"]["environment"]["POSTGRES_INITDB_ARGS"]).split()
    as_server = trampoline.command(layout.account)
    made = [
        machine.program("initdb"),
        "--username=postgres",
        f"--pwfile={password}",
        *arguments,
        "-D",
        str(drawer / "pg"),
    ]
    subprocess.run([*as_server, *made, "--no-sync"], check=True, capture_output=True, cwd=drawer, env={})
    host_lines = "local all all trust\nhost all all all scram-sha-256\n"
    (drawer / "pg/pg_hba.conf").write_text(host_lines)
    server = [*as_server, machine.program("postgres"), "-D", str(drawer / "pg"), "-p", machine.database, "-F"]
    with started([*server, "-c", "listen_addresses=", "-k", str(drawer)], {}):  # the image's first start: no network
        furnish(machine, drawer)
        assert not machine.is_healthy("db")
    with started([*server, "-c", "listen_addresses=127.0.0.1", "-k", str(drawer)], {}):
        until_healthy(machine, "db")
        yield


def furnish(machine: Machine, sockets: Path) -> None:
    asked = {"PGHOST": str(sockets), "PGPORT": machine.database, "PGUSER": "postgres", "POSTGRES_USER": "postgres"}
    path = {"PATH": f"{CLIENTS}{os.pathsep}{os.environ['PATH']}"}
    ready = [str(CLIENTS / "pg_isready"), "--quiet"]
    while subprocess.run(ready, env=asked, check=False, cwd=CLIENTS).returncode:
        time.sleep(0.05)
    (script,) = (mount.split(":")[0] for mount in SERVICES["db"]["volumes"] if "docker-entrypoint-initdb.d" in mount)
    subprocess.run(["bash", ROOT / script], env=machine.environment("db") | asked | path, check=True, cwd=CLIENTS)


def migrated(machine: Machine) -> str:
    done = subprocess.run(
        machine.words("migrate"), env=machine.environment("migrate"), check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.usefixtures("db")
def test_every_command_runs_and_what_stays_up_becomes_healthy(machine: Machine) -> None:
    assert "form now" in migrated(machine)
    assert "already" in migrated(machine)  # compose runs it at every start
    assert not machine.is_healthy("web")
    with started(machine.words("web"), machine.environment("web")) as web:
        until_healthy(machine, "web")
        with started(machine.words("worker"), machine.environment("worker")) as worker:
            assert machine.is_healthy("worker")
            assert (web.poll(), worker.poll()) == (None, None)
        assert worker.returncode == 0
        assert not machine.is_healthy("listener")
        with started(machine.words("listener"), machine.environment("listener")) as listener:
            until_healthy(machine, "listener")
            assert listener.poll() is None
        assert listener.returncode == 0
    assert web.returncode in {0, -15}
    assert (machine.folder / "home" / "key").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("db")
def test_commands_of_people_work_inside_the_running_service(machine: Machine) -> None:
    migrated(machine)
    words = ["user", "add", "ines@alder.example", "--name", "Ines"]
    done = subprocess.run(
        [sys.executable, "-m", "api", *words],
        env=machine.environment("web"),
        check=True,
        capture_output=True,
        text=True,
    )
    assert "/sign-in/" in done.stdout
