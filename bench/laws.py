"""Whether reading keeps its laws and limits on any mail: every file of a folder, in a child as production has it.

Segments joined in order are the text; every quote stands at its span; reading twice gives the same; no item takes more
than its seconds, and no item takes the child more than its memory above that of an idle one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from bench.figures import Row, told
from extract.facts import TEXT, Evidence, Extraction
from extract.raw import UNKNOWN, RawItem
from ingest.errors import SourceError
from ingest.looking import NOBODY
from ingest.reading.codec import decode
from ingest.reading.pool import READER, Limits
from ingest.reading.process import Child, Died, TooSlow
from ingest.sources.files import items_at

SECONDS: Final = 2.0
MEGABYTES: Final = 256
QUICK: Final = 200


class Watched:
    """A reading child whose peak memory is known for each item."""

    def __init__(self) -> None:
        limits = Limits()
        self.child = Child.start(READER, limits.seconds, limits.memory, warm_up=True)
        self.idle = self._peak()
        self.slowest = self.largest = 0.0

    def ask(self, item: RawItem) -> dict[str, Any]:
        """The child's answer; its time and memory are kept where they are the highest so far."""
        Path(f"/proc/{self.child.process.pid}/clear_refs").write_text("5")
        before = self.spent()
        answer = self.child.ask(item, NOBODY)
        self.slowest = max(self.slowest, self.spent() - before)
        self.largest = max(self.largest, self._peak() - self.idle)
        return answer

    def _peak(self) -> float:
        status = Path(f"/proc/{self.child.process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def spent(self) -> float:
        """Seconds of processor time that the child has taken."""
        return self.child._processor_seconds()  # noqa: SLF001 - the child's own clock, not ours

    def anew(self) -> Watched:
        """A fresh child that keeps the highest figures so far."""
        self.child.close()
        fresh = Watched()
        fresh.slowest, fresh.largest = self.slowest, self.largest
        return fresh


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("folder", type=Path, help="mail and calendars to read")


def run(asked: argparse.Namespace) -> int:
    """Read everything twice; print what was broken, the slowest item and the largest."""
    try:
        items = [item for _, item in items_at(asked.folder) if isinstance(item, RawItem) and item.media_type != UNKNOWN]
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    items = items[:: max(1, len(items) // QUICK)] if asked.quick else items
    watched, broken, unread = Watched(), list[str](), 0
    for item in items:
        try:
            first, second = watched.ask(item), watched.ask(item)
        except (Died, TooSlow) as error:
            broken.append(f"{item.remote_id}: {type(error).__name__}")
            watched = watched.anew()
            continue
        unread += "extraction" not in first
        broken += [f"{item.remote_id}: {law}" for law in _broken(first, second)]
    print(*broken, sep="\n")
    print(f"{len(items)} items, {unread} of them kept unread with a reason.\n")
    rows = [
        Row("laws broken", len(broken), target=0, at_most=True),
        Row("slowest item", watched.slowest, "s", target=SECONDS, at_most=True),
        Row("memory above an idle child, largest item", watched.largest, "MB", target=MEGABYTES, at_most=True),
    ]
    return told("laws", rows, asked.json)


def _broken(first: dict[str, Any], second: dict[str, Any]) -> Iterator[str]:
    if first != second:
        yield "read twice, read otherwise"
    if "failed" in first:
        yield f"the reader failed: {first['failed']}"
    if "extraction" in first:
        found = decode(Extraction, first["extraction"])
        text = found.source(TEXT)
        if found.segments and "".join(text[each.span.start : each.span.end] for each in found.segments) != text:
            yield "segments do not give the text back"
        for evidence in _evidence(found):
            if found.source(evidence.source)[evidence.span.start : evidence.span.end] != evidence.quote:
                yield f"{evidence.field} is not where it is said to stand"


def _evidence(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from _evidence(getattr(value, part.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _evidence(part)
