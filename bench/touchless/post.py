"""A mailbox that fills day by day: a Maildir and a calendar that hold what had arrived by a moment, and no more."""

from __future__ import annotations

import email.utils
import os
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench.touchless import calendars
from bench.touchless.calendars import Calendar

HEAD = 64 * 1024  # bytes in which the header fields are looked for
MAILDIR, CALENDAR = "Maildir", "calendar.ics"
_STAMP = re.compile(r"\d{9,10}(?=\.)")


@dataclass(frozen=True, slots=True)
class Letter:
    """One file of a Maildir++: its place below it, and when it arrived."""

    path: Path
    at: datetime


@dataclass(slots=True)
class Growing:
    """A rep's mailbox as it was at a moment: ``home`` holds what ``letters`` and ``calendar`` had brought by then."""

    home: Path
    source: Path
    letters: list[Letter]
    calendar: Calendar
    _events: int = field(default=0, init=False)
    _come: int = field(default=0, init=False)

    def fill(self, until: datetime) -> bool:
        """Bring what arrived by then; whether that was anything."""
        due = [letter for letter in self.letters[self._come :] if letter.at <= until]
        for letter in due:
            self._bring(letter)
            self._come += 1
        events = self.calendar.until(until)
        if len(events) > self._events:
            text = self.calendar.text(events)
            (self.home / CALENDAR).write_bytes(text.encode())
        more = bool(due) or len(events) > self._events
        self._events = len(events)
        return more

    def _bring(self, letter: Letter) -> None:
        place = self.home / MAILDIR / letter.path
        for part in ("cur", "new", "tmp"):
            (place.parent.parent / part).mkdir(parents=True, exist_ok=True)
        flags = place.name.partition(":")[2]
        name = f"{int(letter.at.timestamp())}.N{self._come}.replay"  # a name's number is when a server received it
        place = place.with_name(f"{name}:{flags}" if flags else name)
        place.write_bytes((self.source / MAILDIR / letter.path).read_bytes())
        stamp = letter.at.timestamp()
        os.utime(place, (stamp, stamp))


def growing(source: Path, home: Path) -> Growing:
    """The mailbox of a rep, empty still. ``source`` holds all of it, ``home`` will be filled."""
    home.mkdir(parents=True)
    root = source / MAILDIR
    files = [path for path in root.rglob("*") if path.is_file() and path.parent.name in {"cur", "new"}]
    letters = [Letter(path.relative_to(root), arrived(path)) for path in files]
    letters.sort(key=lambda letter: (letter.at, str(letter.path)))
    return Growing(home, source, letters, calendars.read(source / CALENDAR))


def arrived(path: Path) -> datetime:
    """When a file arrived: its newest trace (RFC 5321 section 4.4), its date, its name's, the file's own."""
    with path.open("rb") as file:
        head = file.read(HEAD).decode("latin-1").replace("\r\n", "\n").partition("\n\n")[0]
    fields = re.sub(r"\n[ \t]+", " ", head)
    traced = re.search(r"^Received:.*;(.*)$", fields, re.MULTILINE | re.IGNORECASE)
    dated = re.search(r"^Date:(.*)$", fields, re.MULTILINE | re.IGNORECASE)
    for found in (traced, dated):
        moment = _moment(found[1]) if found else None
        if moment:
            return moment
    named = _STAMP.match(path.name)
    return datetime.fromtimestamp(int(named[0]) if named else path.stat().st_mtime, UTC)


def _moment(text: str) -> datetime | None:
    try:
        moment = email.utils.parsedate_to_datetime(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
