"""A calendar of any size parted by event: found by its BEGIN and END lines (RFC 5545 section 3.6), one event in memory.

An item is all of one UID: the event and its changed instances, wherever they stand in the file. Zone definitions stay
behind, since the reader never runs them. What only tells when the file was written stays behind too, so that the same
event is the same bytes in every export.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import re2

from ingest.disk import read_at

EVENTS: Final = 200_000
EVENTS_OF_ONE: Final = 200
BYTES_OF_ONE: Final = 960 * 1024
TOO_MANY: Final = f"It holds more than {EVENTS:,} events, the most of one file. Export it in parts, a year each."
CHUNK: Final = 1024 * 1024
LINE: Final = 4 * 1024
Stretch = tuple[int, int]

_KEPT = ("METHOD", "X-WR-TIMEZONE")
_NAMES = b"BEGIN|END|UID|DTSTART|METHOD|X-WR-TIMEZONE"
_SIGN = re2.compile(rb"(?i)[\r\n](?:" + _NAMES + rb")[ \t]*[;:]")
_LONGEST_SIGN = 64
_LINE_END = re2.compile(rb"\r?\n(?:[^ \t]|$)|\r(?:[^ \t\n]|$)")
_DAY = re2.compile(rb"\s*(\d{4})-?(\d{2})-?(\d{2})")
_FOLD = re2.compile(rb"(?:\r\n|\r|\n)[ \t]")
_CLOSED = re2.compile(rb"(?i)END[ \t]*:[ \t]*VEVENT[ \t]*[\r\n]*\z")
_PARTS = re2.compile(rb'(?s)([A-Za-z-]+)(?:[^":]|"[^"]*")*?:(.*)')
# RFC 5545 section 3.8.7.2: without a METHOD it is said to be the time of the last change; Google and Outlook write the
# time of the export into every event, and Google's feeds say METHOD:PUBLISH besides.
_STAMP = re2.compile(rb"(?i)(^|[\r\n])DTSTAMP[ \t]*[;:][^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Event:
    """All of one UID, or a part of it where that is more than the reader takes at once.

    Attributes:
        token: a short hash of method, UID and part; it stands for the event in its remote id.
        head: the lines of the calendar's own that say how to read it.
        day: of its last start, in nanoseconds since 1970 on no zone's clock; 0 where that cannot be told.
        pieces: where its VEVENTs begin and end in the file, in bytes.
    """

    token: str
    head: bytes
    day: int
    pieces: tuple[Stretch, ...]

    @property
    def size(self) -> int:
        """In bytes, as it stands in the file."""
        return sum(end - start for start, end in self.pieces)


class TooMany(Exception):  # noqa: N818 - says what is wrong with the file
    """More events than one file may hold."""


def events_of(descriptor: int, size: int) -> list[Event]:
    """The events of an open calendar, in the order in which their UIDs first stand there; none when it has none.

    Raises:
        TooMany: there are more than EVENTS.
    """
    groups: dict[tuple[bytes, bytes], list[_Found]] = {}
    for number, found in enumerate(_Scan().over(descriptor, size)):
        if number == EVENTS:
            raise TooMany
        groups.setdefault((found.method, found.uid), []).append(found)
    return [event for (method, uid), group in groups.items() for event in _events(method + b"\0" + uid, group)]


def calendar_of(descriptor: int, event: Event) -> bytes:
    """A calendar with this event alone."""
    pieces = b"".join(_closed(read_at(descriptor, start, end - start)) for start, end in event.pieces)
    if b"METHOD:" not in event.head or b"METHOD:PUBLISH\r" in event.head.upper():
        pieces = bytes(_STAMP.sub(rb"\1", pieces))
    return b"BEGIN:VCALENDAR\r\n" + event.head + pieces + b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class _Found:
    """One VEVENT."""

    method: bytes
    head: bytes
    uid: bytes
    day: int
    start: int
    end: int


@dataclass(slots=True)
class _Scan:
    """One pass over a file. What is nested in an event counts; what is wrong with the nesting ends with the event."""

    head: dict[str, bytes] = field(default_factory=dict)
    start: int | None = None
    uid: bytes | None = None
    day: int = 0
    inside: int = 0

    def over(self, descriptor: int, size: int) -> Iterator[_Found]:
        """Every VEVENT in the order of the file. One that nobody closed ends where the next thing begins."""
        for offset in _signs(descriptor, size):
            name, value, length = _line(descriptor, offset)
            word = value.strip().upper()
            if name == "BEGIN" and word in {b"VEVENT", b"VCALENDAR"}:
                yield from self._end(offset)
                self._begin(offset, word)
            elif name == "END" and word in {b"VEVENT", b"VCALENDAR"}:
                yield from self._end(offset + length if word == b"VEVENT" else offset)
            else:
                self._note(name, value)
        yield from self._end(size)

    def _begin(self, offset: int, word: bytes) -> None:
        if word == b"VEVENT":
            self.start, self.uid, self.day, self.inside = offset, None, 0, 0
        else:
            self.head = {}

    def _note(self, name: str, value: bytes) -> None:
        if self.start is None:
            if name in _KEPT:
                self.head[name] = name.encode() + b":" + value.strip() + b"\r\n"
        elif name in {"BEGIN", "END"}:
            self.inside = max(0, self.inside + (1 if name == "BEGIN" else -1))
        elif not self.inside and name == "UID" and self.uid is None:
            self.uid = value.strip()
        elif not self.inside and name == "DTSTART":
            self.day = _day(value)

    def _end(self, offset: int) -> Iterator[_Found]:
        if self.start is not None:
            head = b"".join(self.head.values())
            yield _Found(self.head.get("METHOD", b""), head, self.uid or b"", self.day, self.start, offset)
        self.start = None


def _signs(descriptor: int, size: int) -> Iterator[int]:
    """Offsets of all lines that begin, end or name a component."""
    for offset in range(0, size, CHUNK):
        before = read_at(descriptor, offset - 1, 1) if offset else b"\n"
        chunk = before + read_at(descriptor, offset, CHUNK + _LONGEST_SIGN)
        for found in _SIGN.finditer(chunk):
            if found.start() < CHUNK:
                yield offset + found.start()


def _line(descriptor: int, offset: int) -> tuple[str, bytes, int]:
    """Name and value of the content line there, unfolded, and its length in the file; the first 4 KB of a long one."""
    raw = read_at(descriptor, offset, LINE)
    end = _LINE_END.search(raw)
    length = len(raw) if end is None else end.end() - (1 if end.group()[-1:] not in b"\r\n" else 0)
    parts = _PARTS.match(_FOLD.sub(b"", raw[:length]))
    return (parts[1].decode().upper(), parts[2], length) if parts else ("", b"", length)


def _events(said: bytes, group: list[_Found]) -> Iterator[Event]:
    for number, part in enumerate(_parts((found.start, found.end) for found in group)):
        token = hashlib.sha256(b"%s\0%d" % (said, number)).hexdigest()[:32]
        yield Event(token, group[0].head, max(found.day for found in group), tuple(part))


def _parts(pieces: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """No more together than the reader takes at once; a single larger one is its own."""
    part: list[Stretch] = []
    size = 0
    for start, end in pieces:
        if part and (len(part) == EVENTS_OF_ONE or size + end - start > BYTES_OF_ONE):
            yield part
            part, size = [], 0
        part.append((start, end))
        size += end - start
    if part:
        yield part


def _day(value: bytes) -> int:
    written = _DAY.match(value)
    if not written:
        return 0
    try:
        day = datetime(int(written[1]), int(written[2]), int(written[3]), tzinfo=UTC)
    except ValueError:
        return 0
    return max(0, int(day.timestamp())) * 10**9


def _closed(piece: bytes) -> bytes:
    """The piece with its end, which a file that was cut off lacks."""
    whole = piece if piece.endswith((b"\n", b"\r")) else piece + b"\r\n"
    return whole if _CLOSED.search(whole[-LINE:]) else whole + b"END:VEVENT\r\n"
