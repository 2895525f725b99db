"""The events of one calendar: which there are, which changed, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

from extract.raw import CALENDAR, UNKNOWN, RawItem
from ingest.calendar_reading import mark_of
from ingest.errors import Malformed
from ingest.protocol import Refused
from ingest.sources.caldav import questions
from ingest.sources.caldav.calendars import Calendar, unescaped
from ingest.sources.caldav.conversation import Conversation
from ingest.sources.caldav.multistatus import CALDAV, DAV, ODD, Answered, Multistatus

LARGEST: Final = 1024 * 1024  # bytes of an event that is read
TOO_LARGE: Final = "This calendar entry is larger than 1 MB."
NOT_GIVEN: Final = "The calendar server lists this entry and does not hand it over. It is asked for again."
POINTER: Final = 512
ROUNDS: Final = 1_000  # of one answer that comes in parts
ANSWER: Final = 12 * 1024 * 1024  # bytes of an answer with contents


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it is listed.

    Attributes:
        remote_id: its path below the calendar's.
        changed: when it was changed last, where the server says so.
        version: the server's word for its content (RFC 9110 section 8.8.3); empty where it has none.
        size: in bytes, where the server says so.
    """

    remote_id: str
    changed: datetime | None
    version: str
    size: int | None

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands among all: what changed last comes first."""
        return (int(self.changed.timestamp()) if self.changed else 0, mark_of(self.remote_id))


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to a calendar since a token, and the token to ask with the next time."""

    entries: tuple[Entry, ...]
    gone: tuple[str, ...]
    token: str


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a calendar, asked for in a conversation."""

    conversation: Conversation
    calendar: Calendar

    def listed(self) -> list[Entry]:
        """Everything that may be an event, what changed last first."""
        asked = questions.properties((*questions.LYING, "D:getcontenttype"))
        _, found = self.conversation.properties(self.calendar.url, asked, "1")
        lying = (each for each in found.answers if _may_be_event(each.text(f"{DAV}getcontenttype")))
        entries = {entry.remote_id: entry for each in lying if (entry := self._entry(each))}
        return sorted(entries.values(), key=lambda entry: entry.place, reverse=True)

    def wanted(self, listed: Sequence[Entry], since: date | None) -> list[Entry]:
        """Of these what takes place on a day or later, by the server's word; without a day all."""
        if since is None:
            return list(listed)
        found = self.conversation.report(self.calendar.url, questions.events(since))
        there = {self._pointer(each.href) for each in found.answers}
        return [entry for entry in listed if entry.remote_id in there]

    def changes(self, token: str) -> Changes:
        """What happened since a token; an answer in parts is asked for to its end (RFC 6578 section 3.6).

        Raises:
            CursorExpired: the server does not know the token any more.
        """
        entries: dict[str, Entry] = {}
        gone: dict[str, None] = {}
        for _ in range(ROUNDS):
            answered = self.conversation.report(self.calendar.url, questions.changes(token))
            for each in answered.answers:
                self._note(each, entries, gone)
            if not answered.sync_token:
                raise Malformed(ODD)
            more = self._is_part(answered) and answered.sync_token != token
            token = answered.sync_token
            if not more:
                return Changes(tuple(entries.values()), tuple(gone), token)
        raise Malformed(ODD)

    def contents(self, entries: Sequence[Entry]) -> Iterator[RawItem | Refused | str]:
        """What events say, in their order; a pointer where one is not there any more."""
        asked = [entry for entry in entries if (entry.size or 0) <= LARGEST]
        came = self._contents(asked) if asked else {}
        for entry in entries:
            if (entry.size or 0) > LARGEST:
                yield Refused(entry.remote_id, TOO_LARGE)
            else:
                yield came.get(entry.remote_id) or self._alone(entry)

    def _contents(self, entries: Sequence[Entry]) -> dict[str, RawItem | Refused | str]:
        hrefs = [self._href(entry.remote_id) for entry in entries]
        try:
            answered = self.conversation.report(self.calendar.url, questions.contents(hrefs), ANSWER)
        except Malformed:
            if len(entries) == 1:
                raise
            half = len(entries) // 2
            return self._contents(entries[:half]) | self._contents(entries[half:])
        found: dict[str, RawItem | Refused | str] = {}
        wanted = {entry.remote_id: entry for entry in entries}
        for each in answered.answers:
            entry = wanted.get(self._pointer(each.href) or "")
            if entry and each.status == HTTPStatus.NOT_FOUND:
                found[entry.remote_id] = entry.remote_id
            elif entry and (data := each.found.get(f"{CALDAV}calendar-data")) is not None:
                told = self._entry(each) or entry
                found[entry.remote_id] = _item(
                    entry.remote_id, told.changed or entry.changed, (data.text or "").encode()
                )
        return found

    def _alone(self, entry: Entry) -> RawItem | Refused | str:
        """One that an answer about many left out."""
        try:
            answer = self.conversation.content(self.calendar.url.join(self._href(entry.remote_id)), ANSWER)
        except Malformed:
            return Refused(entry.remote_id, NOT_GIVEN, again=True)
        return entry.remote_id if answer is None else _item(entry.remote_id, entry.changed, answer.body)

    def _note(self, each: Answered, entries: dict[str, Entry], gone: dict[str, None]) -> None:
        pointer = self._pointer(each.href)
        if pointer is None:
            return
        if each.status == HTTPStatus.NOT_FOUND:
            entries.pop(pointer, None)
            gone[pointer] = None
        elif entry := self._entry(each):
            gone.pop(pointer, None)
            entries[pointer] = entry

    def _is_part(self, answered: Multistatus) -> bool:
        whole = self.calendar.remote_id
        return any(
            each.status == HTTPStatus.INSUFFICIENT_STORAGE
            and unescaped(self.calendar.url.join(each.href).path) == whole
            for each in answered.answers
        )

    def _entry(self, each: Answered) -> Entry | None:
        pointer = self._pointer(each.href)
        if pointer is None:
            return None
        size = each.text(f"{DAV}getcontentlength")
        said = int(size) if size.isascii() and size.isdigit() and len(size) < 12 else None  # noqa: PLR2004 - a terabyte
        return Entry(pointer, _moment(each.text(f"{DAV}getlastmodified")), each.text(f"{DAV}getetag"), said)

    def _pointer(self, href: str) -> str | None:
        """The path below the calendar's; None for the calendar itself, and for what lies elsewhere."""
        url, own = self.calendar.url.join(href), self.calendar.remote_id
        path = unescaped(url.path)
        if url.origin != self.calendar.url.origin or not path.startswith(own) or path.endswith("/"):
            return None
        pointer = path[len(own) :]
        return pointer if len(pointer.encode()) <= POINTER else None

    def _href(self, remote_id: str) -> str:
        return self.calendar.remote_id + remote_id


def _may_be_event(content_type: str) -> bool:
    """Whether what is listed is not plainly something else, such as a task (RFC 5545 section 8.1)."""
    _, named, kind = content_type.casefold().replace(" ", "").partition("component=")
    return not named or kind.strip('"') == "vevent"


def _item(remote_id: str, changed: datetime | None, data: bytes) -> RawItem | Refused:
    """Lines end as the standard has it, whichever way they came: XML does not keep that apart."""
    if len(data) > LARGEST:
        return Refused(remote_id, TOO_LARGE)
    payload = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    kind = CALENDAR if b"BEGIN:VEVENT" in payload.upper() else UNKNOWN
    return RawItem(kind, payload, changed, remote_id)


def _moment(written: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(written)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
