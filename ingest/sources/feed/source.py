"""A calendar that is published at an address, as a Source: fetched when it changed, and parted by event.

Nothing tells what of it changed, so every event is compared with what is kept of it. A page that is no whole calendar,
such as one that asks to sign in, is an error and never an empty calendar.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Final

from extract.raw import CALENDAR, RawItem
from ingest.calendars import TOO_MANY, Event, TooMany, calendar_of, events_of
from ingest.cursors import AsCursor
from ingest.errors import Busy, CredentialsRejected, CursorExpired, Malformed, SourceError
from ingest.https import MOVED, Answer, Asker, Question, Url
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor, NoVersions, Refused, Versions

FEED: Final = "feed"
REDIRECTS: Final = 5
MOST_BYTES: Final = 32 * 1024 * 1024
LARGEST: Final = 1024 * 1024
VALIDATOR: Final = 200  # characters of an ETag or a date that are kept
NO_CALENDAR: Final = (
    "What is at this address is no calendar, or not a whole one. Open it in a browser: it has to be the address of the "
    "calendar file (.ics) itself."
)
IN_CIRCLES: Final = "The address leads in circles. Ask whoever publishes the calendar for a new one."
NOT_LET_IN: Final = "The address of the calendar is not good any more. Copy the new one from where it is published."
DECLINED: Final = "The server does not hand the calendar over. Check the address."
TOO_LARGE: Final = "This calendar entry is larger than 1 MB."


@dataclass(frozen=True, slots=True)
class Position(AsCursor):
    """What a cursor says.

    Attributes:
        tag, modified: the server's words for what was read (RFC 9110 section 8.8); empty where it has none.
        digest: of all that was in it.
        handed: of a first listing so many were handed over; below 0 when it is complete.
    """

    tag: str = ""
    modified: str = ""
    digest: str = ""
    handed: int = -1


@dataclass(frozen=True, slots=True)
class _Piece:
    """One event of what was fetched."""

    event: Event
    sha256: str


@dataclass(frozen=True, slots=True)
class _Fetched:
    """What was fetched: where it lies, what is in it, and the cursor that says all of it is known."""

    descriptor: int
    pieces: tuple[_Piece, ...]
    position: Position


class FeedSource:
    """A Source over one address."""

    def __init__(
        self,
        address: Url,
        name: str,
        asker: Asker,
        known: Versions | None = None,
        limits: BatchLimits | None = None,
    ) -> None:
        self._address = address
        self._name = name
        self._asker = asker
        self._known = known or NoVersions()
        self._limits = limits or BatchLimits()
        self._fetched: _Fetched | None = None
        self._unchanged = False

    def collections(self) -> Iterator[CollectionRef]:
        """The one calendar; it is asked for, lest one that cannot be reached passes for one that did not change."""
        self._look(self._known.cursors().get(FEED))
        return iter([CollectionRef(FEED, self._name, "calendar")])

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:  # noqa: ARG002 - there is one
        """What differs from what is kept, the events of the latest days first."""
        if self._fetched is None and not self._unchanged:
            self._look(since)
        unchanged, self._unchanged = self._unchanged, False
        if unchanged and since is not None:
            return
        fetched = self._fetched or self._look(None)
        if fetched is None:
            raise Malformed(NO_CALENDAR)
        if since is None:
            yield from self._first(fetched, 0)
            return
        position = Position.of(since)
        if position.digest == fetched.position.digest:
            yield from self._same(fetched, position)
        else:
            yield from self._compared(fetched, position)

    def close(self) -> None:
        """Let go of what was fetched, and hang up."""
        if self._fetched:
            os.close(self._fetched.descriptor)
        self._fetched, self._unchanged = None, False
        self._asker.close()

    def _look(self, since: Cursor | None) -> _Fetched | None:
        """Fetch it, unless the server says that it is what a cursor knows."""
        self.close()
        answer = self._answer(_conditions(since))
        if answer.status == HTTPStatus.NOT_MODIFIED and since is not None:
            self._unchanged = True
            return None
        self._fetched = _parted(answer)
        return self._fetched

    def _answer(self, conditions: dict[str, str]) -> Answer:
        """Redirects are followed one by one, each to a server that may be asked."""
        url = self._address
        headers = {"Accept": "text/calendar", **conditions}
        for _ in range(REDIRECTS + 1):
            answer = self._ask(Question("GET", url, headers, most=MOST_BYTES))
            if answer.status not in MOVED:
                return _checked(answer)
            url = url.join(answer.headers.get("location", ""))
        raise SourceError(IN_CIRCLES)

    def _ask(self, question: Question) -> Answer:
        """Nobody signs in, so that whoever is asked too often means us and not an account."""
        try:
            return self._asker.ask(question)
        except Busy as busy:
            raise Busy(str(busy), busy.retry_after, whole=True) from busy

    def _first(self, fetched: _Fetched, handed: int) -> Iterator[Batch]:
        pieces = fetched.pieces[handed:]
        left = len(pieces)
        if not left:
            yield Batch((), (), fetched.position.cursor(), left=0)
        for run in self._runs(pieces):
            left -= len(run)
            handed += len(run)
            at = replace(fetched.position, handed=handed) if left else fetched.position
            yield replace(_batch(fetched, run), cursor=at.cursor(), left=left)

    def _same(self, fetched: _Fetched, position: Position) -> Iterator[Batch]:
        if position.handed >= 0:
            yield from self._first(fetched, position.handed)
        elif position != fetched.position:
            yield Batch((), (), fetched.position.cursor())

    def _compared(self, fetched: _Fetched, position: Position) -> Iterator[Batch]:
        known = self._known.versions(FEED)
        if known is None:
            raise CursorExpired("The calendar changed: it is listed again.")
        differ = [piece for piece in fetched.pieces if known.get(piece.event.token) != _word_of(piece)]
        gone = sorted(known.keys() - {piece.event.token for piece in fetched.pieces})
        parts = [gone[start : start + self._limits.items] for start in range(0, len(gone), self._limits.items)]
        batches = [
            *(_batch(fetched, run) for run in self._runs(differ)),
            *(Batch((), tuple(p), Cursor("")) for p in parts),
        ]
        for number, batch in enumerate(batches, start=1):
            at = fetched.position if number == len(batches) else position
            yield replace(batch, cursor=at.cursor())
        if not batches:
            yield Batch((), (), fetched.position.cursor())

    def _runs(self, pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
        run: list[_Piece] = []
        size = 0
        for piece in pieces:
            weight = piece.event.size + HEAD
            if run and (len(run) == self._limits.items or size + weight > self._limits.size):
                yield run
                run, size = [], 0
            run.append(piece)
            size += weight
        if run:
            yield run


HEAD: Final = 200  # bytes around an event, more or less


def _conditions(since: Cursor | None) -> dict[str, str]:
    """Nothing is conditional while a first listing goes on: what is left of it has to come."""
    position = Position.of(since) if since is not None else Position(handed=0)
    if position.handed >= 0:
        return {}
    conditions = {"If-None-Match": position.tag, "If-Modified-Since": "" if position.tag else position.modified}
    return {name: value for name, value in conditions.items() if value}


def _checked(answer: Answer) -> Answer:
    status = answer.status
    if status in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
        return answer
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.GONE}:
        raise CredentialsRejected(NOT_LET_IN)
    raise SourceError(DECLINED)


def _parted(answer: Answer) -> _Fetched:
    """The events of a calendar, those of the latest days first."""
    body = answer.body
    if b"BEGIN:VCALENDAR" not in body.upper() or not body.rstrip().upper().endswith(b"END:VCALENDAR"):
        raise Malformed(NO_CALENDAR)
    with tempfile.TemporaryFile() as file:
        file.write(body)
        file.flush()
        descriptor = os.dup(file.fileno())
    try:
        found = sorted(events_of(descriptor, len(body)), key=lambda event: (-event.day, event.token))
        pieces = tuple(_Piece(each, hashlib.sha256(calendar_of(descriptor, each)).hexdigest()) for each in found)
    except TooMany as error:
        os.close(descriptor)
        raise SourceError(TOO_MANY) from error
    told = "".join(f"{piece.event.token} {piece.sha256}\n" for piece in pieces)
    digest = hashlib.sha256(told.encode()).hexdigest()[:32]
    tag, modified = (_kept(answer.headers.get(name, "")) for name in ("etag", "last-modified"))
    return _Fetched(descriptor, pieces, Position(tag, modified, digest))


def _kept(word: str) -> str:
    return word if len(word) <= VALIDATOR else ""


def _word_of(piece: _Piece) -> str:
    return f"sha256 {piece.sha256}"


def _batch(fetched: _Fetched, run: Sequence[_Piece]) -> Batch:
    items: list[RawItem] = []
    refused: list[Refused] = []
    for piece in run:
        payload = calendar_of(fetched.descriptor, piece.event)
        if len(payload) > LARGEST:
            refused.append(Refused(piece.event.token, TOO_LARGE))
        else:
            items.append(RawItem(CALENDAR, payload, None, piece.event.token))
    versions = {piece.event.token: _word_of(piece) for piece in run}
    kept = {item.remote_id: versions[item.remote_id] for item in items}
    return Batch(tuple(items), (), Cursor(""), tuple(refused), versions=kept)
