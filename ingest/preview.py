"""What connecting a mailbox would bring, before its owner says yes: how much, from when on, and how long it takes.

How long is measured: by what the server handed over in earlier passes, else by a short sample. A mailbox of which too
little can be measured is said to be one, since a wrong time is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session as Transaction

from ingest.errors import Unavailable
from ingest.protocol import BatchLimits
from ingest.sources.imap import folders, mailboxes, window
from ingest.sources.imap.arguments import readable
from ingest.sources.imap.handing import Handing
from ingest.sources.imap.mailboxes import Lying, Opened
from ingest.sources.imap.session import Session
from store.models.private.connection import Connection

SAMPLE: Final = 50  # messages
SAMPLE_BYTES: Final = 2 * 1024 * 1024
ENOUGH: Final = 20  # messages, of which fewer say nothing about time
_LIMITS: Final = BatchLimits(size=SAMPLE_BYTES)


@dataclass(frozen=True, slots=True)
class FolderPreview:
    """A folder that will be read: of how many messages how many are wanted, and when the oldest of these came."""

    name: str
    messages: int
    wanted: int
    oldest: date | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be read.

    Attributes:
        rate: messages a second; None where too little could be measured.
        sampled: whether the rate is that of a short sample.
        by: in words what else the rate is known by; empty: the server was measured.
    """

    folders: tuple[FolderPreview, ...]
    rate: float | None = None
    sampled: bool = False
    by: str = ""

    @property
    def wanted(self) -> int:
        """How many messages would be read."""
        return sum(folder.wanted for folder in self.folders)

    @property
    def oldest(self) -> date | None:
        """When the oldest of them came."""
        return min((folder.oldest for folder in self.folders if folder.oldest), default=None)

    @property
    def seconds(self) -> float | None:
        """How long that would take."""
        return self.wanted / self.rate if self.rate else None

    def sentence(self) -> str:
        """How long it takes, in words."""
        if not self.wanted:
            return "There is nothing to read yet."
        if self.seconds is None:
            return "How long that takes I cannot tell: there is too little here to measure it by."
        measured = "a short sample" if self.sampled else "what this server handed over so far"
        return f"That takes {span(self.seconds)}, by {self.by or measured}; the newest are there first."


def span(seconds: float) -> str:
    """A time in words, as exact as it deserves."""
    for unit, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 1.5 * unit:
            return f"about {round(seconds / unit)} {name}"
    return "about a minute" if seconds >= 30 else "less than a minute"  # noqa: PLR2004 - half of one


def known_rate(session: Transaction, owner_id: UUID, host: str) -> float | None:
    """Messages a second that a server handed over to an owner's connections, the newest of them first."""
    asked = select(Connection.items_per_second).where(
        Connection.owner_id == owner_id,
        Connection.items_per_second.is_not(None),
        Connection.settings["host"].astext == host,
    )
    return session.scalar(asked.order_by(Connection.id.desc()).limit(1))


def preview_of(
    session: Session,
    since: date | None = None,
    rate: float | None = None,
    without: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
) -> Preview:
    """Look at what there is to read since a day, with nothing kept and nothing changed.

    Args:
        rate: messages a second, where that is known from earlier.
        without, also: folders that are left out or read besides.
    """
    gmail = folders.GMAIL in session.capabilities
    found: list[FolderPreview] = []
    fullest: tuple[int, bytes] = (0, b"")
    for choice in folders.chosen(mailboxes.listed(session), gmail=gmail, without=without, also=also):
        try:
            opened = mailboxes.examine(session, choice.name)
        except Unavailable:
            continue  # a colleague's folder that may be seen and not read
        wanted = _wanted(session, opened, since)
        found.append(FolderPreview(readable(choice.name), opened.messages, len(wanted), _oldest(session, wanted)))
        fullest = max(fullest, (len(wanted), choice.name))
    sampled = _rate(session, fullest[1], since) if rate is None and fullest[0] >= ENOUGH else None
    return Preview(tuple(found), rate or sampled, sampled=sampled is not None)


def _wanted(session: Session, opened: Opened, since: date | None) -> list[int]:
    return mailboxes.search(session, 1, opened.uid_next - 1, window.keys(window.floor_of(since)))


def _oldest(session: Session, uids: list[int]) -> date | None:
    """UIDs come in the order of arrival, so the first few tell."""
    times = [each.received_at for each in mailboxes.lying(session, uids[:5]).values()]
    return min((each.date() for each in times if each is not None), default=None)


def _rate(session: Session, name: bytes, since: date | None) -> float | None:
    """Messages a second of the newest in a folder; None when they are too few or too large to say."""
    opened = mailboxes.examine(session, name)
    newest = _wanted(session, opened, since)[: -SAMPLE - 1 : -1]
    handing = Handing(session, opened.validity, _LIMITS, _unlabelled)
    began = monotonic()
    _, batch = next(handing.batches(newest), (newest, None))
    seconds = monotonic() - began
    loaded = len(batch.items) if batch else 0
    return loaded / seconds if loaded >= ENOUGH and seconds else None


def _unlabelled(_: Lying) -> tuple[str, ...]:
    return ()
