"""``migrate`` and ``init``: the commands that change the database's form. They alone use the owner's address."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import psycopg
import typer
from sqlalchemy import make_url

from api.cli.stack import addresses, driver_address
from store.embedded.furnish import DATABASE, furnish
from store.embedded.passwords import Passwords
from store.errors import NotReady
from store.migrate import is_current
from store.migrate import migrate as migrate_database
from store.settings import StoreSettings

MISSING_OWNER = "Set OWNER_DATABASE_URL to the address of boswell_owner: only that role may change the database's form."


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(migrate)
    app.command()(init)


def migrate() -> None:
    """Bring the database to the form that this release needs. Running it again does nothing."""
    settings = StoreSettings()
    if settings.owner_database_url is not None:
        _migrate(driver_address(settings.owner_database_url.get_secret_value()))
        return
    if not settings.is_embedded:
        raise NotReady(MISSING_OWNER)
    with addresses(settings) as found:
        _migrate(found.owner or "")


def init(
    superuser_url: Annotated[
        str, typer.Option(envvar="SUPERUSER_DATABASE_URL", help="Address of a superuser on the new server, used once.")
    ],
    passwords: Annotated[
        Path, typer.Option(help="Folder with one file a role: boswell_owner, boswell_app, boswell_worker.")
    ],
) -> None:
    """Prepare an empty PostgreSQL 18 of your own: roles, extensions and the database. Running it again does nothing."""
    url = make_url(driver_address(superuser_url)).set(drivername="postgresql", database="")
    kept = Passwords("", *(_password(passwords / f"boswell_{name}") for name in ("owner", "app", "worker")))
    try:
        furnish(url.render_as_string(hide_password=False), kept)
    except psycopg.OperationalError as error:
        raise NotReady("I cannot reach that PostgreSQL. Check its address, user and password.") from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise NotReady("That role may not create roles and databases. Give the address of a superuser.") from error
    print(f"The database {DATABASE} and its roles are there. Next: boswell migrate")


def _password(path: Path) -> str:
    try:
        found = path.read_text().strip()
    except OSError as error:
        raise NotReady(f"I cannot read the password in {path} ({error.strerror}). Write it there.") from error
    if not found:
        raise NotReady(f"{path} is empty: write the password for that role into it.")
    return found


def _migrate(owner_url: str) -> None:
    current = is_current(owner_url)
    if not current:
        migrate_database(owner_url)
    print("The database already has this release's form." if current else "The database has this release's form now.")
