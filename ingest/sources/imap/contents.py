"""Gets the contents of messages, several commands on their way at once, and accounts for every one that was asked for.

A message that went between the listing and here is not there any more; one that the server lists and does not hand
over is told so, and is never taken for gone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.sources.imap.arguments import uid_sets
from ingest.sources.imap.mailboxes import Lying, still_there
from ingest.sources.imap.session import MEGABYTE, PLAIN, SLOWEST, Allowance, Declined, Sent, Session
from ingest.wire import TimedOut

DEPTH = 4  # commands on their way
LARGE = MEGABYTE  # bytes; larger messages come in slices of so many
HELD_BACK = "The server lists it but does not hand it over."
UNDERSTATED = "The server says that it is small and begins to send far more, so it was not read."
TOO_SLOW = "The server sends it too slowly, so it was not read yet. It is asked for again by itself, a few times."


class Slow(TimedOut):
    """A content does not come in time; ``uid`` is its message's."""

    def __init__(self, uid: int, why: TimedOut) -> None:
        super().__init__(str(why))
        self.uid = uid


@dataclass(frozen=True, slots=True)
class Content:
    """What became of one message: its bytes, or ``refused``, or neither when it is gone.

    Attributes:
        full_size: bytes of the whole message where ``payload`` is the first part of it.
    """

    message: Lying
    payload: bytes | None = field(default=None, repr=False)
    refused: str | None = None
    full_size: int | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """Commands that were sent for one run of messages."""

    run: Sequence[Lying]
    sent: Sequence[Sent]


class Contents:
    """Contents of the mailbox that is open in a session."""

    def __init__(self, session: Session, limit: int, part: int, aside: Mapping[int, str] | None = None) -> None:
        """Of a session.

        Args:
            limit, part: of a message of more than ``limit`` bytes the first ``part`` bytes are wanted.
            aside: messages that are not asked for, each with the reason why it is refused, by UID.
        """
        self._session = session
        self._limit = limit
        self._part = part
        self._aside = aside or {}

    def of(self, runs: Iterable[Sequence[Lying]]) -> Iterator[list[Content]]:
        """The contents of one run after another, in the order of the run."""
        loads: deque[Load] = deque()
        for run in runs:
            loads.append(self._ask(run))
            if len(loads) >= DEPTH:
                yield self._collect(loads.popleft())
        while loads:
            yield self._collect(loads.popleft())

    def _ask(self, run: Sequence[Lying]) -> Load:
        whole = sorted(each.uid for each in run if self._comes_whole(each))
        self._session.within(PLAIN)
        self._session.awaits((uid, 0) for uid in whole)
        return Load(run, [self._session.send(b"UID", b"FETCH", each, b"(BODY.PEEK[])") for each in uid_sets(whole)])

    def _comes_whole(self, message: Lying) -> bool:
        return message.size <= min(LARGE, self._limit) and message.uid not in self._aside

    def _collect(self, load: Load) -> list[Content]:
        whole = [each for each in load.run if self._comes_whole(each)]
        size = sum(each.size for each in whole)
        allow = Allowance(1, size / SLOWEST, len(whole) + 10_000, literal=4 * LARGE, size=16 * LARGE)
        try:
            for sent in load.sent:
                self._wait(sent, allow)
        except TimedOut as error:  # servers send them in this order
            missing = sorted(each.uid for each in whole if not self._session.has(each.uid))
            raise (Slow(missing[0], error) if missing else error) from error
        again = {each.uid for each in self._still([each for each in whole if not self._session.has(each.uid)])}
        return [self._one(each, again) for each in load.run]

    def _one(self, message: Lying, again: Collection[int]) -> Content:
        if message.uid in self._aside:
            return Content(message, refused=self._aside[message.uid])
        content = self._session.taken(message.uid)
        if message.size > min(LARGE, self._limit) or message.uid in again:
            return self._in_slices(message)
        return Content(message, content)

    def _still(self, missing: Sequence[Lying]) -> Sequence[Lying]:
        if not missing:
            return ()
        there = set(still_there(self._session, [each.uid for each in missing]))
        return [each for each in missing if each.uid in there]

    def _in_slices(self, message: Lying) -> Content:
        wanted = self._limit if message.size <= self._limit else self._part
        parts, size = [], 0
        while size < wanted:
            asked = min(LARGE, wanted - size)
            part = self._slice(message.uid, size, asked)
            if part is None and size < max(message.size, 1):
                refused = HELD_BACK if still_there(self._session, [message.uid]) else None
                return Content(message, refused=refused)
            parts.append(part or b"")
            size += len(parts[-1])
            if len(parts[-1]) < asked:
                return Content(message, b"".join(parts))
        return self._cut(message, b"".join(parts))

    def _cut(self, message: Lying, payload: bytes) -> Content:
        """Whole when its server said so; the first part of what is larger than is read, or than its server said."""
        if len(payload) == message.size:
            return Content(message, payload)
        return Content(message, payload[: self._part], full_size=max(message.size, len(payload)))

    def _slice(self, uid: int, offset: int, size: int) -> bytes | None:
        items = b"(BODY.PEEK[]<%d.%d>)" % (offset, size)
        self._session.within(PLAIN)
        self._session.awaits([(uid, offset)])
        sent = self._session.send(b"UID", b"FETCH", b"%d" % uid, items)
        try:
            self._wait(sent, Allowance(1, size / SLOWEST, literal=2 * LARGE, size=16 * LARGE))
        except TimedOut as error:
            raise Slow(uid, error) from error
        return self._session.taken(uid, offset)

    def _wait(self, sent: Sent, allow: Allowance) -> None:
        """Until a command is through. A server may decline it because of one message in it that went (RFC 5530)."""
        self._session.within(allow)
        try:
            self._session.outcome(sent, allow)
        except Declined:
            return
