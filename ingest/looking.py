"""Reads what lies at a path without keeping anything: what ``boswell read`` stands on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from extract.errors import Unreadable
from extract.facts import Extraction
from extract.raw import UNKNOWN, RawItem, ReadingContext
from extract.reader import reader_version as reader_version
from ingest.protocol import Refused
from ingest.reading import Read, ReadingPool
from ingest.sources.files import items_at

AT_ONCE = 64
NEITHER = "It is neither a mail nor a calendar."
NOBODY = ReadingContext(own_addresses=frozenset(), own_domains=frozenset(), timezone="UTC", language="en")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one item. ``sha256`` is of its bytes, or of its pointer where its bytes may not be read."""

    path: str
    sha256: str
    found: Extraction | Unreadable
    seconds: float


def look_at(pool: ReadingPool, path: Path) -> Iterator[Looked]:
    """Read everything at a path, some items at a time.

    Raises:
        SourceError: there is nothing at the path, or it cannot be opened.
    """
    items = items_at(path)
    while batch := list(islice(items, AT_ONCE)):
        readable = [item for _, item in batch if isinstance(item, RawItem) and item.media_type != UNKNOWN]
        readings = iter(pool.read(readable, NOBODY))
        for where, item in batch:
            if isinstance(item, Refused):
                digest = hashlib.sha256(item.remote_id.encode()).hexdigest()
                yield Looked(where, digest, Unreadable(item.reason), 0.0)
            elif item.media_type == UNKNOWN:
                yield Looked(where, item.sha256, Unreadable(NEITHER), 0.0)
            else:
                reading = next(readings)
                found = reading.extraction if isinstance(reading, Read) else Unreadable(reading.reason)
                yield Looked(where, item.sha256, found, reading.seconds)
