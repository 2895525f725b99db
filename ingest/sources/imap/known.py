"""What the caller of a mailbox keeps of it, as far as the mailbox has to know."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ingest.protocol import Cursor, Head


@dataclass(frozen=True, slots=True)
class Sample:
    """A message as it is known here: its pointer, when its server received it, and its size in bytes, if known."""

    remote_id: str
    received_at: datetime | None
    size: int | None


class Known(Protocol):
    """What the caller keeps of a mailbox.

    With it a renamed folder stays what it is, and what went is found out without loading anything again.
    """

    def cursors(self) -> Mapping[str, Cursor | None]:
        """Each folder's cursor, by the folder's pointer."""
        ...

    def stored(self, folder: str) -> Collection[str] | None:
        """The pointers of what is kept of a folder; None: it is not known."""
        ...

    def samples(self, folder: str) -> Sequence[Sample]:
        """A few messages of a folder, by which it is recognised under another name."""
        ...

    def recognises(self, folder: str) -> bool:
        """Whether some of a listing of a folder may be known under other pointers."""
        ...

    def recognise(self, folder: str, heads: Sequence[Head]) -> Collection[str]:
        """Take over what is known by its head; the pointers that need not be loaded."""
        ...


@dataclass(frozen=True, slots=True)
class Nothing:
    """Of a caller that keeps nothing."""

    def cursors(self) -> Mapping[str, Cursor | None]:
        """None."""
        return {}

    def stored(self, folder: str) -> Collection[str] | None:  # noqa: ARG002 - the protocol's
        """Not known."""
        return None

    def samples(self, folder: str) -> Sequence[Sample]:  # noqa: ARG002 - the protocol's
        """None."""
        return ()

    def recognises(self, folder: str) -> bool:  # noqa: ARG002 - the protocol's
        """No."""
        return False

    def recognise(self, folder: str, heads: Sequence[Head]) -> Collection[str]:  # noqa: ARG002 - the protocol's
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class OfFolder:
    """What the caller keeps of one folder.

    Attributes:
        pointer: the folder's.
        before: by folder, what was kept of it when the pass came to its first listing.
    """

    known: Known
    pointer: str
    before: dict[str, Collection[str] | None] = field(default_factory=dict)

    def stored(self) -> Collection[str] | None:
        """As ``Known`` says."""
        return self.known.stored(self.pointer)

    def stored_before(self) -> Collection[str] | None:
        """What was kept when the pass came to the first listing: asked for once, not for each of its stretches."""
        if self.pointer not in self.before:
            self.before[self.pointer] = self.known.stored(self.pointer)
        return self.before[self.pointer]

    def recognises(self) -> bool:
        """As ``Known`` says."""
        return self.known.recognises(self.pointer)

    def recognise(self, heads: Sequence[Head]) -> Collection[str]:
        """As ``Known`` says."""
        return self.known.recognise(self.pointer, heads)
