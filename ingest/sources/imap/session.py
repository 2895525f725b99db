"""One conversation with a mail server: commands out, answers in, several commands on their way at once.

The server may send what it likes when it likes, so nothing is taken for the answer to a command only because it comes
after it: contents are kept by UID and offset, outcomes by tag.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import count

from ingest.errors import Malformed, Unavailable
from ingest.sources.imap import answers
from ingest.sources.imap.answers import Answer, Continue, Data, Status
from ingest.sources.imap.wire import MAX_LINE, Wire

MEGABYTE = 1024 * 1024
SECONDS = 30.0
SLOWEST = 32 * 1024  # bytes a second, under which a server counts as stuck
TOO_MUCH = "The mail server sends far more than it was asked for."
WENT = "The mail server ended the conversation. It is tried again by itself."

Part = bytes | tuple[bytes]


class Declined(Unavailable):
    """The server answered NO or BAD; ``status`` says why."""

    def __init__(self, status: Status) -> None:
        super().__init__("The mail server declined what it was asked for.")
        self.status = status


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much one command may take and bring.

    Attributes:
        seconds: until its outcome is there.
        answers: untagged answers.
        line, literal: bytes of one line and of one literal.
        size: bytes of all literals together.
    """

    seconds: float = SECONDS
    answers: int = 10_000
    line: int = MAX_LINE
    literal: int = MAX_LINE
    size: int = MEGABYTE


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
        contents: contents of messages that came, by UID and offset; None where the server had none.
    """

    wire: Wire
    capabilities: frozenset[str] = frozenset()
    contents: dict[tuple[int, int], bytes | None] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=lambda: count(1), init=False)
    _waiting: deque[Sent] = field(default_factory=deque, init=False)

    def greeting(self) -> Status:
        """What the server says first."""
        said = self._receive(PLAIN)
        if not isinstance(said, Status) or said.tag:
            raise Malformed("What answers there is no IMAP server. Check the name and the port.")
        self._note(said)
        return said

    def run(self, *parts: Part, allow: Allowance = PLAIN) -> list[Data | Status]:
        """Send a command and wait for its outcome; what the server told meanwhile.

        Raises:
            Declined: it was declined.
            Malformed: the server passes its allowance, or speaks another protocol.
            Unavailable: the connection is gone, or time is up.
        """
        self.wire.within(allow.seconds)
        return self.outcome(self.send(*parts), allow)

    def send(self, *parts: Part) -> Sent:
        """Send a command. A part in a tuple goes as a literal, after the server has asked for it."""
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
        most = allow.answers
        while sent.outcome is None:
            said = self._receive(allow)
            if (most := most - 1) < 0:
                raise Malformed(TOO_MUCH)
            if self._take(said) and not isinstance(said, Continue):
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

    def _receive(self, allow: Allowance) -> Answer:
        line = self.wire.line(allow.line)
        size = answers.announced(line)
        if size is None:
            return answers.answer(line)
        text, literals, total = line, list[bytes](), 0
        while size is not None:
            total += size
            if size > allow.literal or total > allow.size:
                raise Malformed(TOO_MUCH)
            literals.append(self.wire.exactly(size))
            line = self.wire.line(allow.line)
            text += line
            size = answers.announced(line)
        return answers.answer(text, literals)

    def _take(self, said: Answer) -> bool:
        """Put away what is not the current command's own; False when there is nothing left of it."""
        if isinstance(said, Status):
            self._note(said)
            if said.kind == "BYE":
                raise Unavailable(WENT)
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
            if name.startswith(b"BODY[]"):
                offset = int(name[7:-1]) if name.endswith(b">") else 0
                content = value if isinstance(value, bytes) else None
                self.contents[answers.number(told.get(b"UID")), offset] = content
                return True
        return False


def _capabilities(values: list[answers.Value]) -> frozenset[str]:
    return frozenset(value.decode("ascii", "replace").upper() for value in values if isinstance(value, bytes))
