"""The command ``boswell``: one module a group of commands, each with a ``register``."""

from __future__ import annotations

import sys

import typer
from sqlalchemy.exc import DBAPIError

from api.cli import database, demo, doctor, files, keys, serving, users
from api.cli.logs import quiet_logs
from ingest.errors import SourceError
from store.errors import DISK_FULL as DISK_FULL_NUMBERS
from store.errors import StoreError

CANNOT = 1
INTERRUPTED = 130
UNREACHABLE = (
    "The database does not answer, or broke off. Check that it runs and that its disk has room, then run this again: "
    "nothing is lost and nothing is done twice."
)
NO_ROOM = "53100"  # PostgreSQL's code for a full disk
DISK_FULL = "The disk is full. Free some space and run this again: nothing is lost and nothing is done twice."

app = typer.Typer(
    name="boswell",
    help="A CRM that writes itself: it reads mail and calendars, and their owner approves the notes.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for group in (serving, demo, files, users, database, keys, doctor):
    group.register(app)


def main() -> None:
    """Run one command. Exit codes: 0 done, 1 it could not be done (one sentence says why), 2 wrong usage."""
    quiet_logs()
    try:
        app()
    except (StoreError, SourceError) as error:
        _end(str(error), CANNOT)
    except DBAPIError as error:
        _end(DISK_FULL if getattr(error.orig, "sqlstate", "") == NO_ROOM else UNREACHABLE, CANNOT)
    except OSError as error:
        if error.errno not in DISK_FULL_NUMBERS:
            raise
        _end(DISK_FULL, CANNOT)
    except KeyboardInterrupt:
        _end("Stopped. What was done so far stays.", INTERRUPTED)


def _end(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)
    raise SystemExit(code)
