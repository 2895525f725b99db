"""A Gmail mailbox as the contract's place, and as a caller that keeps what it was given sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field

from ingest.google.allowance import Unlimited
from ingest.google.service import service
from ingest.protocol import BatchLimits, Source
from ingest.sources.gmail.source import GmailSource, Known, Nothing, Reading
from tests.ingest.source_contract import Mirror, Place, payload, sent_at
from tests.peers.google.clients import Given, roots
from tests.peers.google.mailbox import Mailbox
from tests.peers.google.quota import Limits
from tests.peers.google.server import SOMEBODY, Google


@dataclass
class GmailPlace(Place):
    """Messages are put into the inbox; a change is another message, since Gmail's do not change."""

    google: Google
    reading: Reading = field(default_factory=lambda: Reading(pause=lambda _: None))
    opened: list[GmailSource] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.google.meter.limits = Limits(user=10**9, project=10**9, day=10**9)

    def open(self, known: Known | None = None) -> GmailSource:
        gmail = service("gmail.v1", roots(self.google), Given(self.google.token(SOMEBODY)))
        self.opened.append(GmailSource(gmail, Unlimited(), known or Nothing(), self.reading))
        return self.opened[-1]

    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        for number in numbers:
            if number in self.ids:
                self.take(number)
            at = int(sent_at(number).timestamp() * 1000)
            self.ids[number] = self.mailbox.put(payload(number, body, size), at=at)

    def take(self, number: int) -> None:
        self.mailbox.delete(self.ids.pop(number))

    def hide(self) -> None:
        self.google.levers.down = True

    def fingerprint(self) -> str:
        told = [(each.id, each.labels, each.raw) for each in self.mailbox.messages.values()]
        return hashlib.sha256(repr((told, self.mailbox.history_id)).encode()).hexdigest()

    @property
    def mailbox(self) -> Mailbox:
        return self.google.mailboxes[SOMEBODY]

    def close(self) -> None:
        for each in self.opened:
            each.close()


@dataclass
class Keeper:
    """A caller that remembers what it followed."""

    mirror: Mirror

    def stored(self, collection: str) -> Collection[str]:
        return {*self.mirror.items, *self.mirror.refused}


def keeping(place: GmailPlace) -> Mirror:
    """A mirror that says what it keeps."""
    source: Source = place.open()
    mirror = Mirror(source, next(iter(source.collections())), line_end=b"\r\n")
    mirror.source = place.open(Keeper(mirror))
    return mirror


STRETCHES = Reading(limits=BatchLimits(history=20), pause=lambda _: None)
