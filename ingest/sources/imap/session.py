"""One conversation with a mail server: commands out, answers in, several commands on their way at once.

The server may send what it likes when it likes, so nothing is taken for the answer to a command only because it comes
after it: contents are kept by UID and offset, outcomes by tag.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from ingest.errors import Malformed, Unavailable
from ingest.sources.imap import answers
from ingest.sources.imap.answers import Answer, Continue, Data, Status
from ingest.sources.imap.arguments import guarded
from ingest.sources.imap.crowding import crowded
from ingest.wire import MAX_LINE, Wire

MEGABYTE = 1024 * 1024
PATIENCE = 30.0
SLOWEST = 32 * 1024  # bytes a second, under which a server counts as stuck
TOO_MUCH = "The mail server sends far more than it was asked for."
NO_IMAP = "What answers there is no IMAP server. Check the name and the port."
WENT = "The mail server ended the conversation. It is tried again by itself."

Part = bytes | tuple[bytes]
_UID = re.compile(rb"[( ]UID (\d{1,10})[ )]", re.IGNORECASE)
_OFFSET = re.compile(rb"BODY\[\](?:<(\d{1,10})>)?")


class Oversized(Malformed):
    """A content is far larger than the server said; ``uid`` is its message's, None where the server did not tell."""

    def __init__(self, uid: int | None) -> None:
        super().__init__(TOO_MUCH)
        self.uid = uid


class Declined(Unavailable):
    """The server answered NO or BAD; ``status`` says why."""

    def __init__(self, status: Status) -> None:
        super().__init__("The mail server declined what it was asked for.")
        self.status = status


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much one command may take and bring.

    Attributes:
        patience: how many times the session's patience may pass until its outcome is there.
        seconds: and how many seconds more, for what is large.
        answers: untagged answers.
        line, literal: bytes of one line and of one literal.
        size: bytes of all that comes, together.
        kinds: which data are kept; empty: all.
    """

    patience: float = 1.0
    seconds: float = 0.0
    answers: int = 10_000
    line: int = MAX_LINE
    literal: int = MAX_LINE
    size: int = MEGABYTE
    kinds: frozenset[str] = frozenset()


PLAIN = Allowance()


@dataclass(slots=True)
class Sent:
    """A command on its way. ``outcome`` is None until the server has said how it went."""

    tag: bytes
    outcome: Status | None = None


@dataclass(slots=True)
class Session:
    """A conversation over a wire.

    Attributes:
        capabilities: what the server said that it can, in capitals.
        patience: seconds that the server may take for an ordinary answer.
    """

    wire: Wire
    capabilities: frozenset[str] = frozenset()
    patience: float = PATIENCE
    _contents: dict[tuple[int, int], bytes | None] = field(default_factory=dict, init=False)
    _awaited: set[tuple[int, int]] = field(default_factory=set, init=False)
    _answers: int = field(default=0, init=False)  # since the wait for an outcome began
    _size: int = field(default=0, init=False)
    _numbers: count[int] = field(default_factory=lambda: count(1), init=False)
    _waiting: deque[Sent] = field(default_factory=deque, init=False)

    def greeting(self) -> Status:
        """What the server says first."""
        self.within(PLAIN)
        try:
            said = self._receive(PLAIN)
        except Malformed as error:
            raise Malformed(NO_IMAP) from error
        if not isinstance(said, Status) or said.tag:
            raise Malformed(NO_IMAP)
        self._note(said)
        return said

    def within(self, allow: Allowance) -> None:
        """Give what begins now the time that it is allowed."""
        self.wire.within(self.patience * allow.patience + allow.seconds)

    def run(self, *parts: Part, allow: Allowance = PLAIN) -> list[Data | Status]:
        """Send a command and wait for its outcome; what the server told meanwhile.

        Raises:
            Declined: it was declined.
            Malformed: the server passes its allowance, or speaks another protocol.
            Unavailable: the connection is gone, or time is up.
        """
        self.within(allow)
        return self.outcome(self.send(*parts), allow)

    def send(self, *parts: Part) -> Sent:
        """Send a command. A part in a tuple goes as a literal, after the server has asked for it.

        Raises:
            ValueError: a part holds a control character; nothing of the command was sent.
        """
        for part in parts:
            guarded(part if isinstance(part, bytes) else part[0])
        sent = Sent(b"B%d" % next(self._numbers))
        self._waiting.append(sent)
        line = sent.tag
        for part in parts:
            if isinstance(part, bytes):
                line += b" " + part
                continue
            self.wire.send(line + b" {%d}\r\n" % len(part[0]))
            self.asked_for_more(sent)
            line = part[0]
        self.wire.send(line + b"\r\n")
        return sent

    def asked_for_more(self, sent: Sent) -> bool:
        """Wait until the server asks for the rest of a command; False when the command went well without.

        Raises:
            Declined: it does not want the rest.
        """
        self._answers = self._size = 0
        while True:
            said = self._receive(PLAIN)
            if isinstance(said, Continue):
                return True
            self._take(said)
            if sent.outcome and sent.outcome.kind != "OK":
                raise Declined(sent.outcome)
            if sent.outcome:
                return False

    def outcome(self, sent: Sent, allow: Allowance = PLAIN) -> list[Data | Status]:
        """What the server tells until it says how a command went; the time must have been set. Raises as ``run``."""
        told: list[Data | Status] = []
        self._answers = self._size = 0
        while sent.outcome is None:
            said = self._receive(allow)
            kept = not (allow.kinds and isinstance(said, Data) and said.kind not in allow.kinds)
            if self._take(said) and kept and not isinstance(said, Continue):
                told.append(said)
        if sent.outcome.kind != "OK":
            raise Declined(sent.outcome)
        return told

    def refresh(self) -> None:
        """Ask anew what the server can: what it said before TLS or before signing in does not count."""
        self.capabilities = frozenset()
        self.run(b"CAPABILITY")

    def close(self) -> None:
        """End the conversation without waiting for anything."""
        self.wire.close()

    def awaits(self, contents: Iterable[tuple[int, int]]) -> None:
        """Keep these contents, by UID and offset, when they come. What nobody waits for is let go as it comes."""
        self._awaited.update(contents)

    def taken(self, uid: int, offset: int = 0) -> bytes | None:
        """A content that was waited for; None where the server had none."""
        self._awaited.discard((uid, offset))
        return self._contents.pop((uid, offset), None)

    def has(self, uid: int, offset: int = 0) -> bool:
        """Whether a content has come."""
        return self._contents.get((uid, offset)) is not None

    def _receive(self, allow: Allowance) -> Answer:
        self._answers += 1
        if self._answers > allow.answers:
            raise Malformed(TOO_MUCH)
        text, literals = self._line(allow), list[bytes]()
        size = answers.announced(text)
        while size is not None:
            if size > allow.literal and b"BODY[]" in text:
                raise Oversized(self._concerned(text))
            if size > allow.literal or self._size + size > allow.size:
                raise Malformed(TOO_MUCH)
            self._size += size
            literals.append(self.wire.exactly(size))
            line = self._line(allow)
            text += line
            size = answers.announced(line)
        return answers.answer(text, literals)

    def _line(self, allow: Allowance) -> bytes:
        line = self.wire.line(allow.line)
        self._size += len(line)
        if self._size > allow.size:
            raise Malformed(TOO_MUCH)
        return line

    def _concerned(self, text: bytes) -> int | None:
        """Whose content is about to come: one that is waited for, by the beginning of an answer."""
        waiting = {uid for uid, _ in self._awaited}
        found = _UID.search(text)
        uid = int(found[1]) if found else None
        if uid is None and len(waiting) == 1:
            return next(iter(waiting))
        return uid if uid in waiting else None

    def _take(self, said: Answer) -> bool:
        """Put away what is not the current command's own; False when there is nothing left of it."""
        if isinstance(said, Status):
            self._note(said)
            if said.kind == "BYE":
                raise crowded(said, WENT) or Unavailable(WENT)
            return not (said.tag and self._ended(said))
        if isinstance(said, Data):
            if said.kind == "CAPABILITY":
                self.capabilities = _capabilities(said.values)
            return not (said.kind == "FETCH" and self._keep_content(said))
        return True

    def _ended(self, said: Status) -> bool:
        for sent in self._waiting:
            if sent.tag == said.tag:
                sent.outcome = said
                self._waiting.remove(sent)
                return True
        raise Malformed(answers.ODD)

    def _note(self, said: Status) -> None:
        if said.code == "CAPABILITY":
            self.capabilities = frozenset(said.argument.upper().split())

    def _keep_content(self, said: Data) -> bool:
        """Contents go where they are waited for; without a UID they are nobody's."""
        told = answers.pairs(said.values[0] if said.values else None)
        for name, value in told.items():
            if found := _OFFSET.fullmatch(name):
                place = answers.number(told.get(b"UID")), int(found[1] or 0)
                if place in self._awaited:
                    self._contents[place] = value if isinstance(value, bytes) else None
                return True
        return False


def _capabilities(values: list[answers.Value]) -> frozenset[str]:
    return frozenset(value.decode("ascii", "replace").upper() for value in values if isinstance(value, bytes))
