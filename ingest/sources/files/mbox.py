"""An mbox of any size: found by its From_ lines, one message in memory at a time.

It takes what mboxo, mboxrd, mboxcl and mboxcl2 writers leave behind, with either kind of line end. A message is known
by the hash of its bytes as they stand in the file, so that taking one out of the middle leaves the others what they
were.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

import re2

from extract.raw import RawItem
from ingest.errors import Unavailable
from ingest.protocol import Refused
from ingest.sources.files.kinds import leading, media_type_of, starts_message
from ingest.sources.files.listing import Entry, token_of
from ingest.sources.files.names import gmail_labels
from ingest.sources.files.opening import read_at

CHUNK = 1024 * 1024
LINE = 512
HEAD = 16 * 1024
_SIGN = b"From "
_QUOTED = re2.compile(rb"(?m)^>(>*From )")
_HEADER_END = re2.compile(rb"\r?\n\r?\n")
_LENGTH = re2.compile(rb"(?im)^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$")
_DAY_FIRST = re2.compile(rb"(?:[A-Z][a-z]{2}),? +(\d{1,2}) +([A-Z][a-z]{2}) ")
_CLOCK = re2.compile(
    rb"([A-Z][a-z]{2}) +(\d{1,2}) +(\d{1,2}:\d{2}(?::\d{2})?) *([A-Z+-][A-Z0-9]*)? *(\d{4})(?: +([+-]\d{4}))?"
)


@dataclass(frozen=True, slots=True)
class MboxEntry(Entry):
    """One message: where its From_ line begins, where the message begins, and the hash of its bytes in the file."""

    line: int
    start: int
    sha256: str


class MboxShelf:
    """The messages of an open mbox."""

    def __init__(self, descriptor: int, use: str | None) -> None:
        self._descriptor = descriptor
        self._labels = (use,) if use else ()

    def entries(self) -> Sequence[MboxEntry]:
        """One entry a message, in the order of the file."""
        seen: Counter[str] = Counter()
        found = []
        for number, (line, start, end) in enumerate(stretches(self._descriptor)):
            sha256 = self._sha256(start, end - start)
            pointer = f"{sha256}.{seen[sha256]}"
            seen[sha256] += 1
            found.append(
                MboxEntry(
                    pointer=pointer,
                    token=token_of(pointer),
                    arrival=number,
                    age=number,
                    size=end - start,
                    refused=None,
                    line=line,
                    start=start,
                    sha256=sha256,
                )
            )
        return found

    def load(self, entry: MboxEntry, limit: int) -> RawItem | Refused | None:  # noqa: ARG002 - the size is known
        """Read one message."""
        raw = read_at(self._descriptor, entry.start, entry.size)
        if hashlib.sha256(raw).hexdigest() != entry.sha256:
            raise Unavailable("The mailbox changed while it was read. Close the mail program and import it again.")
        payload = unquoted(raw)
        labels = tuple(dict.fromkeys((*self._labels, *gmail_labels(payload))))
        received = time_of(read_at(self._descriptor, entry.line, LINE).split(b"\n", 1)[0])
        return RawItem(media_type_of(payload), payload, received, entry.pointer, labels)

    def _sha256(self, start: int, size: int) -> str:
        digest = hashlib.sha256()
        for offset in range(start, start + size, CHUNK):
            digest.update(read_at(self._descriptor, offset, min(CHUNK, start + size - offset)))
        return digest.hexdigest()


def stretches(descriptor: int) -> Iterator[tuple[int, int, int]]:
    """Where each message's From_ line begins, where the message begins and where it ends, in bytes."""
    size = os.fstat(descriptor).st_size
    previous: tuple[int, int] | None = None
    for line, start in _separators(descriptor, size):
        if previous:
            yield *previous, _end(descriptor, previous[1], line)
        previous = line, start
    if previous:
        yield *previous, _end(descriptor, previous[1], size)


def _separators(descriptor: int, size: int) -> Iterator[tuple[int, int]]:
    """Each From_ line's offset and that of the line after it, leaping over bodies whose length is told rightly."""
    clear = 0
    for offset in _candidates(descriptor, size):
        if offset < clear:
            continue
        before = read_at(descriptor, max(0, offset - 4), min(4, offset))
        line, found, _ = read_at(descriptor, offset, LINE).partition(b"\n")
        after_blank = before.endswith((b"\n\n", b"\n\r\n")) or not before.strip(b"\r\n\xef\xbb\xbf")
        if starts_message(line, after_blank=after_blank):
            start = min(size, offset + len(line) + len(found))
            clear = _told_end(descriptor, start, size)
            yield offset, start


def _candidates(descriptor: int, size: int) -> Iterator[int]:
    """Offsets of all lines that begin with ``From ``."""
    first = leading(read_at(descriptor, 0, LINE))
    if read_at(descriptor, first, len(_SIGN)) == _SIGN:
        yield first
    overlap = len(_SIGN)
    for offset in range(0, size, CHUNK):
        chunk = read_at(descriptor, offset, CHUNK + overlap)
        found = chunk.find(b"\n" + _SIGN)
        while found >= 0:
            if offset + found + 1 > first:
                yield offset + found + 1
            found = chunk.find(b"\n" + _SIGN, found + 1)


def _told_end(descriptor: int, start: int, size: int) -> int:
    """Where the body ends by its Content-Length (mboxcl), if a From_ line or the end of the file does follow there."""
    head = read_at(descriptor, start, HEAD)
    end_of_header = _HEADER_END.search(head)
    if not end_of_header:
        return start
    length = _LENGTH.search(head[: end_of_header.end()])
    if not length:
        return start
    end = start + end_of_header.end() + int(length[1])
    if end > size:
        return start
    following = read_at(descriptor, end, 16).lstrip(b"\r\n")
    return end if following.startswith(_SIGN) or not following else start


def _end(descriptor: int, start: int, end: int) -> int:
    """Without the empty line that a writer adds behind every message."""
    tail = read_at(descriptor, max(start, end - 4), min(4, end - start))
    if tail.endswith(b"\r\n\r\n"):
        return end - 2
    return end - 1 if tail.endswith(b"\n\n") else end


def unquoted(raw: bytes) -> bytes:
    """The message without the ``>`` that the writer put before ``From `` lines of its body (mboxrd)."""
    if b">From " not in raw:
        return raw
    header_end = _HEADER_END.search(raw)
    start = header_end.end() if header_end else 0
    return raw[:start] + bytes(_QUOTED.sub(rb"\1", raw[start:]))


def time_of(line: bytes) -> datetime | None:
    """When the message came, by its From_ line, in UTC where it names no zone (RFC 4155); None when it does not say."""
    found = _CLOCK.search(_DAY_FIRST.sub(rb"\2 \1 ", line))
    if not found:
        return None
    month, day, clock, zone, year, trailing = (part.decode("ascii") if part else "" for part in found.groups())
    parsed = parsedate_tz(f"{day} {month} {year} {clock} {zone or trailing or '+0000'}")
    try:
        return _moment(parsed) if parsed else None
    except (ValueError, OverflowError):
        return None


def _moment(parsed: tuple[int | None, ...]) -> datetime:
    """In UTC. Raises ValueError for a day or time that does not exist."""
    year, month, day, hour, minute, second, *_, offset = (part or 0 for part in parsed)
    zone = timezone(timedelta(seconds=offset))
    return datetime(year, month, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
