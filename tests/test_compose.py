"""The containers' files: structure, safety, and the roles' script run on a real PostgreSQL."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
import yaml
from psycopg.conninfo import make_conninfo

from store.embedded import EmbeddedPostgres, passwords
from store.embedded.account import server_account
from store.embedded.furnish import DATABASE, EXTENSIONS, LOGINS
from store.embedded.layout import Layout
from store.engine import Database
from store.migrate import is_current, migrate
from tests.database import CLIENTS
from tests.source_tree import ROOT, project
from tests.surface import commands, settings_names

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "listener")
DOCKERFILE = (ROOT / "Dockerfile").read_text()
SCRIPT = ROOT / "docker/create-roles.sh"
# What PostgreSQL's own image reads, and the script above.
OF_THE_DATABASE = {"POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS"} | {f"{name.upper()}_PASSWORD" for name in LOGINS}
SERVICE_KEYS = {
    "build", "cap_drop", "command", "depends_on", "environment", "healthcheck", "image", "networks", "ports",
    "read_only", "restart", "security_opt", "tmpfs", "volumes",
}  # fmt: skip
HEALTH_KEYS = {"test", "interval", "timeout", "retries", "start_period"}


def test_it_has_the_services_and_nothing_unknown() -> None:
    assert set(SERVICES) == {"db", *OURS}
    assert {key for key in COMPOSE if not key.startswith("x-")} == {"name", "services", "volumes", "networks"}
    for service in SERVICES.values():
        assert set(service) <= SERVICE_KEYS
        assert set(service.get("healthcheck", {})) <= HEALTH_KEYS


def test_one_image_serves_all_of_ours() -> None:
    assert {SERVICES[name]["image"] for name in OURS} == {f"boswell:{project()['project']['version']}"}
    assert SERVICES["db"]["image"] == "postgres:18"


@pytest.mark.parametrize("name", OURS)
def test_a_service_runs_a_command_that_exists(name: str) -> None:
    assert SERVICES[name]["command"][0] in commands()


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_no_more_power_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert "no-new-privileges:true" in service["security_opt"]
    assert not {"privileged", "network_mode", "pid", "ipc", "cap_add", "user"} & set(service)
    assert name == "db" or service["cap_drop"] == ["ALL"]


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])
def test_what_stays_up_is_watched(name: str) -> None:
    test = SERVICES[name]["healthcheck"]["test"]
    assert test[0] == "CMD"
    assert len(test) > 1
    if test[1] == "boswell":
        assert test[2] in commands()


def test_ours_wait_for_what_they_need() -> None:
    assert SERVICES["migrate"]["depends_on"]["db"]["condition"] == "service_healthy"
    for name in ("web", "worker", "listener"):
        assert SERVICES[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"


def test_volumes_and_networks_are_declared() -> None:
    for service in SERVICES.values():
        named = {volume.partition(":")[0] for volume in service.get("volumes", ()) if not volume.startswith(".")}
        assert named <= set(COMPOSE["volumes"])
        assert set(service["networks"]) <= set(COMPOSE["networks"])
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_only_this_machine_reaches_the_pages_and_nobody_the_database() -> None:
    published = {name: port for name, service in SERVICES.items() for port in service.get("ports", ())}
    assert set(published) == {"web"}
    assert published["web"].startswith("127.0.0.1:")


def test_no_password_is_written_down() -> None:
    written = (ROOT / "docker-compose.yml").read_text() + SCRIPT.read_text() + DOCKERFILE
    for value in re.findall(r"^\s*\w*(?:PASSWORD|SECRET|TOKEN|KEY): (.+)$", written, re.MULTILINE):
        assert value.startswith("${"), value
    for password in re.findall(r"postgresql://\w+:([^@\s]+)", written):
        assert password.startswith("${"), password
    assert not re.search(r"\$\{[A-Z_]*PASSWORD(?!:\?)", written), "an unset password must stop the start"


def test_every_variable_is_a_setting() -> None:
    known = settings_names()
    for name in OURS:
        assert set(SERVICES[name]["environment"]) <= known
    assert set(SERVICES["db"]["environment"]) == OF_THE_DATABASE


@pytest.mark.parametrize(
    ("name", "role"), [("migrate", "owner"), ("web", "app"), ("worker", "worker"), ("listener", "worker")]
)
def test_a_service_knows_its_own_roles_alone(name: str, role: str) -> None:
    roles = set(re.findall(r"postgresql://boswell_(\w+):", str(SERVICES[name]["environment"])))
    assert role in roles
    assert ("owner" in roles) == (name == "migrate")


def test_the_image_runs_our_command_as_nobody_special() -> None:
    user = re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE)
    assert user
    assert user[-1] not in {"root", "0"}
    assert re.findall(r"^ENTRYPOINT (.+)$", DOCKERFILE, re.MULTILINE) == ['["boswell"]']
    assert "boswell" in project()["project"]["scripts"]


def test_the_image_is_made_from_the_same_lock() -> None:
    installs = re.findall(r"-m pip install ([^\\\n&]+)", DOCKERFILE)
    assert installs
    assert [line for line in installs if "--require-hashes" not in line and "--no-index" not in line] == []
    assert "--require-hashes --requirement requirements/run.txt" in DOCKERFILE
    version = DOCKERFILE.partition("FROM python:")[2].partition("-")[0]
    assert project()["project"]["requires-python"] == f">={version}"


def test_the_image_gets_every_package_and_nothing_else() -> None:
    packages = project()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    copied = {
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
        for source in line.split()[:-1]
    }
    assert set(packages) <= copied
    assert all((ROOT / source).exists() for source in copied)
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored
    assert {line[1:] for line in ignored if line.startswith("!")} == copied


ROLES = """
select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolinherit
from pg_roles where rolname like 'boswell%' order by rolname
"""
MEMBERS = """
select roleid::regrole::text, member::regrole::text, admin_option, inherit_option, set_option
from pg_auth_members where roleid::regrole::text like 'boswell%'
"""
OWNER = "select pg_get_userbyid(datdba) from pg_database where datname = 'boswell'"


def furnished(superuser: str) -> tuple[object, ...]:
    """What a fresh cluster was given: roles, memberships, the database's owner, extensions."""
    with psycopg.connect(superuser, dbname=DATABASE) as connection:
        found = [connection.execute(asked).fetchall() for asked in (ROLES, MEMBERS, OWNER)]
        extensions = {name for (name,) in connection.execute("select extname from pg_extension").fetchall()}
    return (*found, extensions)


def strip(superuser: str) -> None:
    """Make a furnished cluster fresh again."""
    with psycopg.connect(superuser, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"drop database {DATABASE}")
        for role in (*LOGINS, "boswell_admin"):
            connection.execute(f"drop role {role}")
    with psycopg.connect(superuser, dbname="template1", autocommit=True) as connection:
        for extension in EXTENSIONS:
            connection.execute(f"drop extension {extension}")


def run_script(layout: Layout, superuser_password: str) -> None:
    secrets = {f"{name.upper()}_PASSWORD": f"it's {name}" for name in LOGINS}
    server = {"PGHOST": str(layout.sockets), "PGUSER": "postgres", "PGPASSWORD": superuser_password}
    path = {"PATH": f"{CLIENTS}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["bash", SCRIPT], check=True, env=server | secrets | path, cwd=CLIENTS)


def test_the_script_furnishes_as_the_product_does(open_folder: Path) -> None:
    home = open_folder / f"home-{uuid4().hex[:8]}"
    with EmbeddedPostgres(home, durable=False) as postgres:
        postgres.start()
        layout = Layout(home, server_account())
        keys = passwords.keep(layout.passwords, cluster_exists=True)
        superuser = make_conninfo(host=str(layout.sockets), user="postgres", password=keys.postgres)
        expected = furnished(superuser)
        strip(superuser)
        run_script(layout, keys.postgres)
        assert furnished(superuser) == expected
        address = f"postgresql+psycopg://{{0}}:it%27s%20{{0}}@/boswell?host={layout.sockets}"
        migrate(address.format("boswell_owner"))
        assert is_current(address.format("boswell_owner"))
        for role in ("boswell_app", "boswell_worker"):
            database = Database(address.format(role))
            database.refuse_too_much_power()
            database.close()
