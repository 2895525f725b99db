"""The command ``boswell``: one module a group of commands, each with a ``register``.

A module is loaded for the command that somebody gives: all of them and what they stand on take over a second.
"""

from __future__ import annotations

import sys
from importlib import import_module

import typer
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from api.cli.logs import quiet_logs
from api.settings import WebSettings
from ingest.errors import SourceError
from ingest.settings import IngestSettings
from store.errors import DISK_FULL as DISK_FULL_NUMBERS
from store.errors import StoreError, database_is_full
from store.settings import StoreSettings

CANNOT = 1
INTERRUPTED = 130
UNREACHABLE = (
    "The database does not answer, or broke off. Check that it runs and that its disk has room, then run this again: "
    "nothing is lost and nothing is done twice."
)
DISK_FULL = "The disk is full. Free some space and run this again: nothing is lost and nothing is done twice."
PREFIXES = {
    each.__name__: each.model_config.get("env_prefix", "") for each in (StoreSettings, WebSettings, IngestSettings)
}

MODULES = {  # by command
    "up": "serving",
    "serve": "serving",
    "work": "serving",
    "listen": "serving",
    "demo": "demo",
    "import": "files",
    "read": "files",
    "connect": "connecting",
    "user": "users",
    "migrate": "database",
    "init": "database",
    "key": "keys",
    "objection": "objections",
    "erase": "erasing",
    "leave": "erasing",
    "doctor": "doctor",
}


def app_for(words: list[str]) -> typer.Typer:
    """The command line with the command that ``words`` begin with, or with all where they begin with none."""
    app = typer.Typer(
        name="boswell",
        help="A CRM that writes itself: it reads mail and calendars, and their owner approves the notes.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    app.callback()(lambda: None)  # a line with one command keeps its name
    wanted = [MODULES[word] for word in words[:1] if word in MODULES]
    for name in wanted or dict.fromkeys(MODULES.values()):
        import_module(f"api.cli.{name}").register(app)
    return app


def main() -> None:
    """Run one command. Exit codes: 0 done, 1 it could not be done (one sentence says why), 2 wrong usage."""
    quiet_logs()
    try:
        app_for(sys.argv[1:])()
    except (StoreError, SourceError) as error:
        _end(str(error), CANNOT)
    except DBAPIError as error:
        _end(DISK_FULL if database_is_full(error) else UNREACHABLE, CANNOT)
    except ValidationError as error:
        if error.title not in PREFIXES:
            raise
        _end(_odd_setting(error), CANNOT)
    except OSError as error:
        if error.errno not in DISK_FULL_NUMBERS:
            raise
        _end(DISK_FULL, CANNOT)
    except KeyboardInterrupt:
        _end("Stopped. What was done so far stays.", INTERRUPTED)


def _odd_setting(error: ValidationError) -> str:
    """Which variable is wrong and how; never its value, which may be secret."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = f"{PREFIXES[error.title]}{'.'.join(map(str, first['loc']))}".upper()
    return (
        f"{name} is not as it must be: {first['msg']}. Correct it or unset it; docs/operations.md lists all settings."
    )


def _end(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)
    raise SystemExit(code)
