"""An inbox on the server that more mail can be put into."""

from __future__ import annotations

import imaplib
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.peers.dovecot import PASSWORD, Dovecot

TOGETHER = 100


@dataclass(frozen=True, slots=True)
class Inbox:
    """A new user's inbox, with ``first`` in it from the start."""

    server: Dovecot
    first: Sequence[bytes]
    user: str = field(init=False)

    def __post_init__(self) -> None:
        """Make the user and deliver the first messages."""
        object.__setattr__(self, "user", self.server.add_user())
        self.deliver(self.first)

    def deliver(self, messages: Sequence[bytes]) -> None:
        """Put messages into it, in their order."""
        client = imaplib.IMAP4("localhost", self.server.port)
        client.starttls(self.server.trust())
        client.login(self.user, PASSWORD)
        for start in range(0, len(messages), TOGETHER):
            together = messages[start : start + TOGETHER]
            client.send(b"A1 APPEND INBOX %s\r\n" % b" ".join(b"{%d+}\r\n%s" % (len(one), one) for one in together))
            while not (line := client.readline()).startswith(b"A1 "):
                pass
            if not line.startswith(b"A1 OK"):
                raise SystemExit("The server did not take the messages.")
        client.shutdown()
