"""Messages that spoil a conversation: it goes on in another session, without them or with each by itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.sources.imap.contents import TOO_SLOW, UNDERSTATED, Slow
from ingest.sources.imap.session import Oversized

MOST = 20  # in one pass over a folder; the next pass goes on
MOST_SLOW = 4  # waits in vain in one pass over a folder, after which it is the others' turn


@dataclass(slots=True)
class Spoilt:
    """What was met while one folder was read.

    Attributes:
        alone: messages come one by one, so that it is known which is slow, and what came before it is kept.
        aside: messages that are not asked for, each with the reason, by UID.
        waits: how often a message was waited for in vain.
    """

    alone: bool = False
    aside: dict[int, str] = field(default_factory=dict)
    waits: int = 0

    def note_oversized(self, error: Oversized) -> None:
        """A message proved far larger than the server says. Raises ``error`` when there were too many."""
        if error.uid is None or len(self.aside) >= MOST:
            raise error
        self.aside[error.uid] = UNDERSTATED

    def note_slow(self, error: Slow) -> None:
        """A message did not come in time: among others it has another try alone.

        Raises ``error`` when there were too many.
        """
        self.waits += 1
        if self.waits > MOST_SLOW:
            raise error
        if self.alone:
            self.aside[error.uid] = TOO_SLOW
        self.alone = True
