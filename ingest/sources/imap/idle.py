"""Waiting in an inbox (RFC 2177): what the server says meanwhile, a line at a time, and how the waiting is renewed.

What a server tells unasked is never taken for the state of a mailbox: it only says that a look is worth it. So a line
that is misunderstood costs one look too many or waits for the next one, and loses nothing.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import Literal

from ingest.errors import Malformed, Unavailable
from ingest.sources.imap import mailboxes
from ingest.sources.imap.session import WENT, Session

INBOX = b"INBOX"
MAX_LINE = 8 * 1024
MOST_LINES = 50_000  # between two renewals; a mailbox where more happens is better asked than heard
NO_IDLE = "The mail server cannot tell of new mail by itself, so it is asked every few minutes."
TALKS = "The mail server talks without an end. It is tried again by itself."
WORTH_A_LOOK = frozenset({b"EXISTS", b"EXPUNGE", b"RECENT"})

Stage = Literal["waiting", "ending", "beginning"]


class CannotWait(Exception):  # noqa: N818 - what the server is like
    """The server has no IDLE: ask it now and then instead."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What some bytes said: whether something may have changed, and what is to be answered."""

    changed: bool = False
    answer: bytes = b""


class Waiting:
    """One inbox that is waited in: bytes in, what they mean out. It knows neither sockets nor time."""

    __slots__ = ("_lines", "_number", "_stage", "_tag", "_unfinished")

    def __init__(self, tag: bytes) -> None:
        self._tag = tag
        self._stage: Stage = "waiting"
        self._unfinished = b""
        self._lines = 0
        self._number = 0

    @property
    def is_settled(self) -> bool:
        """Whether the server has nothing to answer now."""
        return self._stage == "waiting"

    def renew(self) -> bytes:
        """End the waiting and begin it anew; what to send first."""
        self._stage, self._lines = "ending", 0
        return b"DONE\r\n"

    def take(self, came: bytes) -> Heard:
        """What came.

        Raises:
            Unavailable: the server ends the conversation, or waits no more.
            Malformed: it does not speak as its protocol does, or far too much.
        """
        *lines, self._unfinished = (self._unfinished + came).split(b"\n")
        self._lines += len(lines)
        if len(self._unfinished) > MAX_LINE or self._lines > MOST_LINES:
            raise Malformed(TALKS)
        heard = [self._line(line.rstrip(b"\r")) for line in lines]
        return Heard(any(each.changed for each in heard), b"".join(each.answer for each in heard))

    def _line(self, line: bytes) -> Heard:
        first, _, rest = line.partition(b" ")
        if first == b"*":
            return self._untagged(rest.upper().split(b" ", 2))
        if first == b"+":
            self._stage = "waiting" if self._stage == "beginning" else self._stage
        elif first == self._tag:
            return self._ended(rest.upper())
        return Heard()

    def _untagged(self, words: list[bytes]) -> Heard:
        # A NO of its own accord comes from a mailbox that was taken away under the session.
        if words[0] in {b"BYE", b"NO"}:
            raise Unavailable(WENT)
        return Heard(words[0] == b"VANISHED" or (len(words) > 1 and words[1].strip() in WORTH_A_LOOK))

    def _ended(self, outcome: bytes) -> Heard:
        """The end of a waiting, by us or by the server itself, is the beginning of the next."""
        if self._stage == "beginning" or not outcome.startswith(b"OK"):
            raise Unavailable(WENT)
        self._number += 1
        self._stage, self._tag = "beginning", b"W%d" % self._number
        return Heard(answer=self._tag + b" IDLE\r\n")


@dataclass(frozen=True, slots=True)
class Begun:
    """A connection in whose inbox is waited, with what came on it already."""

    socket: socket.socket
    waiting: Waiting
    unread: bytes


def begin(session: Session) -> Begun:
    """Wait in the inbox; the session's connection is given away with it.

    Raises:
        CannotWait: the server has no IDLE.
        SourceError: the inbox cannot be opened now.
    """
    if "IDLE" not in session.capabilities:
        raise CannotWait(NO_IDLE)
    mailboxes.examine(session, INBOX)
    sent = session.send(b"IDLE")
    if not session.asked_for_more(sent):
        raise Unavailable(WENT)
    connected, unread = session.wire.release()
    return Begun(connected, Waiting(sent.tag), unread)
