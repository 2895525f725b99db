"""What every command stands on: the database, the embedded one started where none is named, and the key."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from store import home, keys
from store.crypto import Sealer
from store.embedded import EmbeddedPostgres
from store.engine import WORKER_LIMITS, Database
from store.errors import NotReady
from store.installation import LOST_KEY, Unlocked, is_locked, unlock
from store.migrate import HEAD, is_current, migrate
from store.settings import StoreSettings

NEEDS_MIGRATION = "The database has another form than this release needs. Run: boswell migrate"
VERSION = text("select version_num from alembic_version")


@dataclass(frozen=True, slots=True)
class Addresses:
    """One SQLAlchemy address for each role. ``owner`` is None where this process need not know it.

    Attributes:
        stopped: what to do when a server that this process started is gone; None while there is nothing to do.
    """

    app: str = field(repr=False)
    worker: str = field(repr=False)
    owner: str | None = field(repr=False)
    stopped: Callable[[], NotReady | None] = lambda: None


@dataclass(frozen=True, slots=True)
class Opened:
    """A checked stack: both roles' databases and the unlocked installation."""

    settings: StoreSettings
    addresses: Addresses
    app: Database
    worker: Database
    unlocked: Unlocked

    @property
    def company_key(self) -> bytes:
        """The company's key for exchanges."""
        return self.unlocked.company_key

    @property
    def keyed_hash(self) -> Callable[[str], bytes]:
        """The installation's keyed hash."""
        return self.unlocked.sealer.keyed_hash


@contextmanager
def addresses(settings: StoreSettings) -> Iterator[Addresses]:
    """The database's addresses: those that are set, else those of the embedded server, which runs meanwhile.

    Raises:
        NotReady: settings are missing, or the embedded server cannot start.
    """
    if settings.database_url is not None:
        yield _set_addresses(settings)
        return
    with EmbeddedPostgres(settings.home) as postgres:
        server = postgres.start()
        if not is_current(server.owner):
            migrate(server.owner)
        yield Addresses(server.app, server.worker, server.owner, postgres.why_died)


@contextmanager
def opened(settings: StoreSettings | None = None) -> Iterator[Opened]:
    """The whole stack, checked: the roles have no more power than they need, the key fits.

    Raises:
        NotReady: one sentence that says what to do.
    """
    settings = settings or StoreSettings()
    with addresses(settings) as found:
        app, worker = Database(found.app), Database(found.worker, limits=WORKER_LIMITS)
        try:
            for database in (app, worker):
                database.refuse_too_much_power()
                _refuse_another_form(database)
            yield Opened(settings, found, app, worker, _unlocked(settings, app))
        finally:
            app.close()
            worker.close()


def say_phrase(key: keys.Key) -> None:
    """Show the recovery phrase of a key that was made just now: the only time without being asked."""
    if key.fresh:
        words = key.phrase.split()
        lines = "\n".join("    " + " ".join(words[start : start + 6]) for start in range(0, len(words), 6))
        print(
            "I made a key that seals what must stay secret. These 24 words bring it back if its file is lost; write "
            f"them down and keep them away from this machine:\n\n{lines}\n",
            file=sys.stderr,
        )


def _set_addresses(settings: StoreSettings) -> Addresses:
    if settings.database_url is None or settings.worker_database_url is None:
        raise NotReady("DATABASE_URL is set and WORKER_DATABASE_URL is not. Set both, or neither for the embedded one.")
    owner = settings.owner_database_url
    return Addresses(
        driver_address(settings.database_url.get_secret_value()),
        driver_address(settings.worker_database_url.get_secret_value()),
        driver_address(owner.get_secret_value()) if owner else None,
    )


def driver_address(url: str) -> str:
    """The address as SQLAlchemy wants it: ``postgresql://`` and ``postgres://`` mean our driver.

    Raises:
        NotReady: it is the address of something else.
    """
    scheme, found, rest = url.partition("://")
    if not found or scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise NotReady("A database address begins with postgresql://. Correct DATABASE_URL and its two sisters.")
    return f"postgresql+psycopg://{rest}"


def _unlocked(settings: StoreSettings, app: Database) -> Unlocked:
    if settings.boswell_key_file is None:
        home.prepare(settings.home)
    key = _key(settings, app)
    with app.transaction() as session:
        unlocked = unlock(session, Sealer(key.secret))
    say_phrase(key)
    return unlocked


def _key(settings: StoreSettings, app: Database) -> keys.Key:
    """The key; a new one for a new database alone, since a second one would only be in the way of the first."""
    with app.transaction() as session:
        locked = is_locked(session)  # asked first: another process writes its key before it locks
    if locked and keys.load(settings.key_file) is None:
        raise NotReady(LOST_KEY.format(path=settings.key_file))
    return keys.load_or_create(settings.key_file)


def _refuse_another_form(database: Database) -> None:
    try:
        with database.engine.connect() as connection:
            if connection.execute(VERSION).scalar_one_or_none() == HEAD:
                return
    except ProgrammingError as error:
        raise NotReady(NEEDS_MIGRATION) from error
    raise NotReady(NEEDS_MIGRATION)
