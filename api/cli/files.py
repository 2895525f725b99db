"""``import`` and ``read``: mail and calendars that lie in files."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli import stack
from api.cli.progress import Meter, told
from extract.report import as_json
from ingest.importing import Import
from ingest.looking import look_at
from ingest.reading import ReadingPool
from ingest.settings import IngestSettings
from ingest.tasks import Desk
from store import people

Where = Annotated[Path, typer.Argument(help="An mbox, a Maildir, a Takeout, a folder of messages, or a calendar.")]
Who = Annotated[str, typer.Option("--as", help="Whose mail it is: their address or name.")]
AcceptGone = Annotated[
    bool, typer.Option("--accept-gone", help="What is no longer there was meant to go, even most of a folder at once.")
]
History = Annotated[bool, typer.Option("--history", help="What is older than 14 days is kept and not asked about.")]
ForPrograms = Annotated[bool, typer.Option("--json", help="For a program to read.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_files)
    app.command()(read)


def import_files(
    path: Where, who: Who, accept_gone: AcceptGone = False, history: History = False, json_: ForPrograms = False
) -> None:
    """Read mail and calendars from files into one person's queue. Running it again changes nothing."""
    with stack.opened() as opened, ReadingPool.of(IngestSettings()) as pool, Meter(sys.stderr) as meter:
        with opened.app.transaction() as session:
            user = people.find_user(session, who)
        desk = Desk(opened.worker, pool, opened.company_key, opened.keyed_hash)
        importing = Import(desk, user.id, opened.keyed_hash, meter.show, accept_gone, history)
        summary = importing.run(path, datetime.now(UTC))
    print(json.dumps(asdict(summary), indent=2) if json_ else told(summary, user.name))


def read(paths: Annotated[list[Path], typer.Argument(help="Files or folders.")], json_: ForPrograms = False) -> None:
    """Read files and print what they say, without keeping anything."""
    with ReadingPool.of(IngestSettings()) as pool:
        for path in paths:
            for looked in look_at(pool, path):
                found = as_json(looked.found, sha256=looked.sha256, path=looked.path, seconds=looked.seconds)
                print(json.dumps(found, ensure_ascii=False) if json_ else _line(found), flush=True)


def _line(found: dict[str, object]) -> str:
    kind = found["class"]
    said = kind["kind"] if isinstance(kind, dict) else found["reason"]
    return f"{found['path']}: {said}"
