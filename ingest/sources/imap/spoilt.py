"""Messages that spoil a conversation: it goes on in another session, without them or with each by itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.sources.imap.contents import TOO_SLOW, UNDERSTATED, Slow
from ingest.sources.imap.session import Oversized

MOST = 20  # in one pass over a folder; the next pass goes on


@dataclass(slots=True)
class Spoilt:
    """What was met while one folder was read.

    Attributes:
        alone: messages come one by one, so that it is known which is slow, and what came before it is kept.
        aside: messages that are not asked for, each with the reason, by UID.
    """

    alone: bool = False
    aside: dict[int, str] = field(default_factory=dict)

    def note_oversized(self, error: Oversized) -> None:
        """A message proved far larger than the server says. Raises ``error`` when there were too many."""
        if error.uid is None or len(self.aside) >= MOST:
            raise error
        self.aside[error.uid] = UNDERSTATED

    def note_slow(self, error: Slow) -> None:
        """A message did not come in time: among others it has another try alone."""
        if self.alone:
            self.aside[error.uid] = TOO_SLOW
        self.alone = True
