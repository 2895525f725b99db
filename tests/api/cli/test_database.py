"""The commands that change the database's form."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import psycopg
import pytest
from sqlalchemy import make_url

from api.cli import database
from api.cli.database import MISSING_OWNER, init, migrate
from store.embedded.furnish import DATABASE
from store.errors import NotReady
from store.migrate import is_current
from store.settings import StoreSettings
from tests.database import Cluster, Urls

ROLES = ("boswell_owner", "boswell_app", "boswell_worker")


@pytest.fixture
def passwords(tmp_path: Path) -> Path:
    folder = tmp_path / "passwords"
    folder.mkdir()
    for role in ROLES:
        (folder / role).write_text(f"password of {role}\n")
    return folder


def superuser(cluster: Cluster, urls: Urls) -> str:
    parts = psycopg.conninfo.conninfo_to_dict(cluster.superuser)
    url = make_url(urls.owner).set(username="postgres", password=str(parts["password"]))
    return url.render_as_string(hide_password=False)


def test_migrating_again_does_nothing(
    installation: StoreSettings, urls: Urls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OWNER_DATABASE_URL", urls.owner)
    migrate()
    assert capsys.readouterr().out == "The database already has this release's form.\n"


def test_an_empty_database_gets_its_form(
    cluster: Cluster, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with cluster.database("template1") as empty:
        monkeypatch.setenv("OWNER_DATABASE_URL", empty.owner)
        migrate()
        assert is_current(empty.owner)
    assert capsys.readouterr().out == "The database has this release's form now.\n"


def test_only_the_owner_may(installation: StoreSettings) -> None:
    with pytest.raises(NotReady) as refused:
        migrate()
    assert refused.value.sentence == MISSING_OWNER


def test_the_embedded_one_has_its_form_when_it_runs(
    bare: Path, urls: Urls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Running:
        def __init__(self, home: Path) -> None:
            assert home == bare

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *raised: object) -> None: ...

        def start(self) -> Urls:
            return urls

        def why_died(self) -> None: ...

    monkeypatch.setattr("api.cli.stack.EmbeddedPostgres", Running)
    migrate()
    assert capsys.readouterr().out == "The database already has this release's form.\n"


def test_a_server_that_is_prepared_stays_as_it_is(
    cluster: Cluster, urls: Urls, passwords: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    init(superuser(cluster, urls), passwords)
    assert capsys.readouterr().out == f"The database {DATABASE} and its roles are there. Next: boswell migrate\n"
    assert is_current(urls.owner)  # the roles' passwords are still the old ones


def test_each_role_gets_the_password_of_its_file(passwords: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    monkeypatch.setattr(database, "furnish", lambda dsn, kept: given.append((dsn, kept)))
    init("postgres://root:secret@db.example/other", passwords)
    ((dsn, kept),) = given
    assert dsn == "postgresql://root:secret@db.example/"
    assert [getattr(kept, role) for role in ROLES] == [f"password of {role}" for role in ROLES]


def test_a_server_that_cannot_be_reached(passwords: Path) -> None:
    with pytest.raises(NotReady, match=r"I cannot reach that PostgreSQL\. Check its address, user and password\."):
        init("postgresql://postgres@127.0.0.1:1", passwords)


def test_a_role_that_may_not(passwords: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise psycopg.errors.InsufficientPrivilege

    monkeypatch.setattr(database, "furnish", refuse)
    with pytest.raises(NotReady, match=r"Give the address of a superuser\."):
        init("postgresql://boswell_app@127.0.0.1:1", passwords)


def test_passwords_have_to_be_there(passwords: Path) -> None:
    (passwords / "boswell_worker").write_text(" \n")
    with pytest.raises(NotReady, match="boswell_worker is empty: write the password for that role into it"):
        init("postgresql://postgres@127.0.0.1:1", passwords)
    (passwords / "boswell_app").unlink()
    with pytest.raises(NotReady, match=r"I cannot read the password in .*boswell_app \(No such file"):
        init("postgresql://postgres@127.0.0.1:1", passwords)
