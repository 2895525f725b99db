"""``doctor``: is everything as it must be, and if not, what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Annotated

import typer
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from api.cli.ports import listening
from api.cli.stack import opened
from api.settings import WebSettings
from deliver.settings import DeliverSettings
from ingest.looking import reader_version
from ingest.reading import sandbox_level
from store import keys
from store.errors import NotReady
from store.settings import StoreSettings


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and a sentence about it."""

    name: str
    good: bool
    sentence: str


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(doctor)


def doctor(as_json: Annotated[bool, typer.Option("--json", help="For a program to read.")] = False) -> None:
    """Look at database, key, reader, port, sandbox and mail, and say what to do. Exit code 1: do something."""
    findings = [_looked(name, look) for name, look in LOOKS.items()]
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            print(f"{'ok ' if finding.good else 'bad'}  {finding.name:9} {finding.sentence}")
    raise typer.Exit(0 if all(finding.good for finding in findings) else 1)


def _looked(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, good=True, sentence=look())
    except NotReady as error:
        return Finding(name, good=False, sentence=error.sentence)
    except DBAPIError:
        return Finding(name, good=False, sentence="The database does not answer. Check that it runs.")


def _key() -> str:
    settings = StoreSettings()
    if keys.load(settings.key_file) is None:
        return f"There is none in {settings.key_file} yet; the first start makes it."
    return f"{settings.key_file} is there and closed to others."


def _database() -> str:
    settings = StoreSettings()
    with opened(settings) as stack, stack.app.transaction() as session:
        version = session.execute(text("show server_version")).scalar_one()
    where = f"embedded, in {settings.home}" if settings.is_embedded else "the one that DATABASE_URL names"
    return f"PostgreSQL {version}, {where}; form, roles and key fit."


def _reader() -> str:
    return f"Version {reader_version()}."


def _port() -> str:
    settings = WebSettings()
    with listening(settings.host, settings.port):
        return f"{settings.host}, port {settings.port}, is free."


def _sandbox() -> str:
    level = sandbox_level()
    if not level.without_network:
        raise NotReady(level.sentence)
    return level.sentence


def _mail() -> str:
    settings = DeliverSettings()
    settings.refuse_half_set()
    if not settings.mails:
        return "BOSWELL_SMTP_HOST is not set: what waits for an owner stands on the pages alone, nothing is mailed."
    return f"Notices are mailed through {settings.smtp_host}, port {settings.port}, from {settings.smtp_from}."


LOOKS: dict[str, Callable[[], str]] = {
    "key": _key,
    "database": _database,
    "reader": _reader,
    "port": _port,
    "sandbox": _sandbox,
    "mail": _mail,
}
