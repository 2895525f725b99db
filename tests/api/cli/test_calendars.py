"""``boswell connect caldav`` and ``connect feed`` on real servers: what is shown, what is kept, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from api.cli.calendars import caldav, feed
from ingest.connect_calendars import CALDAV, FEED
from ingest.errors import CredentialsRejected, SourceError
from store.errors import NotReady
from store.models.private.connection import Connection
from tests.firm import Person
from tests.ingest.calendar_contract import event
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.peers import certificates
from tests.peers.publishing import Server, serving
from tests.peers.radicale import PASSWORD, Radicale


@pytest.fixture
def account(radicale: Radicale, monkeypatch: pytest.MonkeyPatch) -> CalendarAccount:
    monkeypatch.setenv("BOSWELL_ALLOWED_NETWORKS", f"127.0.0.0/8={radicale.port}")
    monkeypatch.setenv("BOSWELL_MAIL_CA_FILE", str(radicale.certificate))
    return CalendarAccount(radicale)


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(certificates.write(tmp_path)) as server:
        monkeypatch.setenv("BOSWELL_ALLOWED_NETWORKS", f"127.0.0.0/8={server.port}")
        monkeypatch.setenv("BOSWELL_MAIL_CA_FILE", str(server.certificate))
        server.pages["/secret-7f.ics"] = event(1)
        yield server


def secret(folder: Path, text: str) -> Path:
    (folder / "secret").write_text(f"{text}\n")
    return folder / "secret"


def connected(person: Person) -> list[tuple[str, str]]:
    with person.app.transaction(person.acting) as session:
        return [(row.provider, row.label) for row in session.scalars(select(Connection))]


@pytest.mark.usefixtures("installation")
def test_calendars_are_shown_and_connected(
    ines: Person,
    account: CalendarAccount,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    account.calendar("Home")
    password = secret(tmp_path, PASSWORD)
    options = {"url": account.url, "user": account.user, "password_file": password, "without": ["Home"], "yes": True}
    caldav(ines.address, "ines", **options, test=True)  # type: ignore[arg-type]
    told = capsys.readouterr().out
    assert "localhost lets me in. I will read:\n  Work\n" in told
    assert (PASSWORD in told, connected(ines)) == (False, [])
    caldav(ines.address, "ines", **options)  # type: ignore[arg-type]
    assert "Connected for Ines" in capsys.readouterr().out
    assert connected(ines) == [(CALDAV, ines.address)]
    with pytest.raises(CredentialsRejected):
        caldav(ines.address, "ines", url=account.url, user="nobody", password_file=password)
    with pytest.raises(SourceError, match="no mail address"):
        caldav("ines", "ines", password_file=password)


@pytest.mark.usefixtures("installation")
def test_a_published_calendar_is_shown_and_connected(
    ines: Person,
    published: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    address = secret(tmp_path, published.url("/secret-7f.ics"))
    feed("Team", "ines", address, test=True)
    told = capsys.readouterr().out
    assert "localhost hands the calendar over. I will read 1 events." in told
    assert ("secret-7f" in told, connected(ines)) == (False, [])
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    with pytest.raises(NotReady, match="say yes"):
        feed("Team", "ines", address)
    feed("Team", "ines", address, yes=True)
    assert connected(ines) == [(FEED, "Team")]
