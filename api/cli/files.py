"""``import`` and ``read``: mail and calendars that lie in files."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from api.cli import stack
from api.cli.progress import Meter, told
from extract.errors import Unreadable
from extract.raw import UNKNOWN, RawItem, ReadingContext
from extract.report import as_json
from ingest.importing import Import
from ingest.pipeline import Desk
from ingest.protocol import Refused
from ingest.reading import Read, ReadingPool
from ingest.settings import IngestSettings
from ingest.sources.files import items_at
from store import people

AT_ONCE = 64
NEITHER = "It is neither a mail nor a calendar."
NOBODY = ReadingContext(own_addresses=frozenset(), own_domains=frozenset(), timezone="UTC", language="en")

Where = Annotated[Path, typer.Argument(help="An mbox, a Maildir, a Takeout, a folder of messages, or a calendar.")]
Who = Annotated[str, typer.Option("--as", help="Whose mail it is: their address or name.")]
ForPrograms = Annotated[bool, typer.Option("--json", help="For a program to read.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_files)
    app.command()(read)


def import_files(path: Where, who: Who, json_: ForPrograms = False) -> None:
    """Read mail and calendars from files into one person's queue. Running it again changes nothing."""
    with stack.opened() as opened, ReadingPool.of(IngestSettings()) as pool, Meter(sys.stderr) as meter:
        with opened.app.transaction() as session:
            user = people.find_user(session, who)
        desk = Desk(opened.worker, pool, opened.company_key)
        summary = Import(desk, user.id, opened.keyed_hash, meter.show).run(path, datetime.now(UTC))
    print(json.dumps(asdict(summary), indent=2) if json_ else told(summary, user.name))


def read(paths: Annotated[list[Path], typer.Argument(help="Files or folders.")], json_: ForPrograms = False) -> None:
    """Read files and print what they say, without keeping anything."""
    with ReadingPool.of(IngestSettings()) as pool:
        for path in paths:
            for found in _readings(pool, items_at(path)):
                print(json.dumps(found, ensure_ascii=False) if json_ else _line(found), flush=True)


def _readings(pool: ReadingPool, found: Iterable[tuple[str, RawItem | Refused]]) -> Iterator[dict[str, object]]:
    waiting = iter(found)
    while batch := list(islice(waiting, AT_ONCE)):
        known = [(path, item) for path, item in batch if isinstance(item, RawItem) and item.media_type != UNKNOWN]
        readings = dict(
            zip((id(item) for _, item in known), pool.read([item for _, item in known], NOBODY), strict=True)
        )
        for path, item in batch:
            result = readings.get(id(item))
            if isinstance(result, Read):
                yield as_json(result.extraction, sha256=_sha256(item), path=path, seconds=result.seconds)
            else:
                reason = result.reason if result else _reason(item)
                seconds = result.seconds if result else 0.0
                yield as_json(Unreadable(reason), sha256=_sha256(item), path=path, seconds=seconds)


def _reason(item: RawItem | Refused) -> str:
    return item.reason if isinstance(item, Refused) else NEITHER


def _sha256(item: RawItem | Refused) -> str:
    return item.sha256 if isinstance(item, RawItem) else hashlib.sha256(item.remote_id.encode()).hexdigest()


def _line(found: dict[str, object]) -> str:
    kind = found["class"]
    said = kind["kind"] if isinstance(kind, dict) else found["reason"]
    return f"{found['path']}: {said}"
