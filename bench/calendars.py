"""How calendars are read: each file of a folder in a child as production has it, and events from Google.

A file is read, refused with a reason, or over a limit; none may take more than its seconds, or the child more than its
memory above that of an idle one. Recurring events are worked out over the years around today as well.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time, thread_time
from typing import Final

from bench.figures import Row, told
from bench.laws import MEGABYTES, SECONDS, Watched
from extract.errors import Unreadable
from extract.facts import CALENDAR_TEXT, Extraction
from extract.meetings.recurrence import read_series
from extract.raw import CALENDAR, RawItem
from ingest.errors import SourceError
from ingest.google.allowance import Unlimited
from ingest.protocol import Refused
from ingest.reading.codec import decode
from ingest.reading.process import Died, TooSlow
from ingest.sources.files import items_at
from ingest.sources.google_calendar.source import GoogleCalendarSource
from tests.peers.google import server
from tests.peers.google.clients import client

READ, REFUSED, OVER = "read", "refused with a reason", "over a limit"
_LIMITS: Final = ("larger than", "more than", "too many", "too large")
EVENTS: Final = 5_000
YEARS: Final = timedelta(days=2 * 366)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("folder", type=Path, help="calendar files to read")


def run(asked: argparse.Namespace) -> int:
    """Print how many files were read, at what rate, the slowest and the largest."""
    try:
        shelf = _Shelf(asked.folder)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    shelf.read_all()
    return told("calendars", [*shelf.rows(), _from_google()], asked.json)


class _Shelf:
    """The calendar files of a folder, read one after another."""

    def __init__(self, place: Path) -> None:
        self.files: dict[str, list[RawItem | Refused]] = {}
        for path, item in items_at(place):
            if isinstance(item, Refused) or item.media_type == CALENDAR or path.endswith((".ics", ".vcs")):
                self.files.setdefault(path, []).append(item)
        self.watched = Watched()
        self.outcomes: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.events = self.series = self.followed = 0
        self.seconds = self.slowest_series = 0.0
        self.ended = 0

    def read_all(self) -> None:
        """Every file, in the child."""
        for items in self.files.values():
            reasons = [reason for reason in map(self._read, items) if reason]
            self.reasons.update(reasons)
            refused = OVER if any(word in reason for reason in reasons for word in _LIMITS) else REFUSED
            self.outcomes[refused if reasons else READ] += 1

    def _read(self, item: RawItem | Refused) -> str | None:
        """Why it was not read, if it was not."""
        if isinstance(item, Refused):
            return item.reason
        if item.media_type != CALENDAR:
            return "It is no calendar."
        before = self.watched.spent()
        try:
            answer = self.watched.ask(item)
        except (Died, TooSlow) as error:
            self.ended += 1
            self.watched = self.watched.anew()
            return type(error).__name__
        self.seconds += self.watched.spent() - before
        if "extraction" not in answer:
            return str(answer.get("unreadable") or answer.get("failed"))
        self._work_out(decode(Extraction, answer["extraction"]))
        return None

    def _work_out(self, found: Extraction) -> None:
        self.events += len(found.meetings)
        now = datetime.now(UTC)
        for uid in {fact.uid for fact in found.meetings if fact.rule}:
            self.series += 1
            began = process_time()
            try:
                series = read_series(found.source(CALENDAR_TEXT), uid, "Europe/Berlin")
            except Unreadable:
                series = None
            if series:
                self.followed += 1
                series.between(now - YEARS, now + YEARS)
            self.slowest_series = max(self.slowest_series, process_time() - began)

    def rows(self) -> list[Row]:
        """The figures; the reasons are printed above them."""
        print(*(f"{count} × {reason}" for reason, count in self.reasons.most_common()), sep="\n")
        total = f"n {len(self.files)}"
        outcomes = [Row(f"files {name}", self.outcomes[name], certainty=total) for name in (READ, REFUSED, OVER)]
        return [
            *outcomes,
            Row("files that ended the child", self.ended, target=0, at_most=True),
            Row("slowest file", self.watched.slowest, "s", target=SECONDS, at_most=True),
            Row("memory above an idle child, largest file", self.watched.largest, "MB", target=MEGABYTES, at_most=True),
            Row("events read", self.events / self.seconds if self.seconds else None, "/CPU-s", f"n {self.events}"),
            Row("recurring events that are followed", self.followed, certainty=f"n {self.series}"),
            Row("slowest of them, four years", self.slowest_series, "s", target=SECONDS, at_most=True),
        ]


def _from_google() -> Row:
    """Events from Google as its own client hands them over, made into calendar entries: of this thread alone."""
    with server.serving() as google:
        google.add(server.SOMEBODY)
        shelf = google.calendars[server.SOMEBODY].shelf[server.SOMEBODY]
        for number in range(EVENTS):
            start = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)).isoformat()
            times = {"start": {"dateTime": start}, "end": {"dateTime": start}}
            shelf.put(f"e{number}", summary=f"Review {number}", attendees=[{"email": "greta@halden.example"}], **times)
        source = GoogleCalendarSource(client(google, server.SOMEBODY, "calendar.v3"), Unlimited())
        began = thread_time()
        (collection,) = source.collections()
        read = sum(len(batch.items) for batch in source.changes(collection, None))
        seconds = thread_time() - began
        source.close()
    return Row("events from Google", read / seconds, "/CPU-s", f"n {read}")
