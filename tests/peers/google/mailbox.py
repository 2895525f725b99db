"""A Gmail mailbox: messages with labels, and a history of what happened to them that is forgotten after a while."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from threading import RLock

HIDDEN = {"SPAM", "TRASH"}


@dataclass
class Stored:
    """A message as it lies there."""

    id: str
    thread_id: str
    raw: bytes
    labels: list[str]
    internal_date: int
    history_id: int

    def stub(self, *, labels: bool = False) -> dict[str, object]:
        told: dict[str, object] = {"id": self.id, "threadId": self.thread_id}
        return told | {"labelIds": list(self.labels)} if labels and self.labels else told


@dataclass(frozen=True)
class Record:
    """One thing that happened: ``kind`` is a key of the API's history records."""

    id: int
    kind: str
    message: dict[str, object]
    labels: tuple[str, ...] = ()

    def told(self) -> dict[str, object]:
        event: dict[str, object] = {"message": dict(self.message)}
        if self.labels:
            event["labelIds"] = list(self.labels)
        stub = {"id": self.message["id"], "threadId": self.message["threadId"]}
        return {"id": str(self.id), "messages": [stub], self.kind: [event]}


@dataclass
class Mailbox:
    """The mailbox of one user. History ids grow with gaps, as do those of messages.

    Attributes:
        read: how often each message was handed over, by its id.
    """

    address: str
    messages: dict[str, Stored] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    history_id: int = 4_711
    forgotten: int = 1_000
    user_labels: dict[str, str] = field(default_factory=dict)
    read: Counter[str] = field(default_factory=Counter)
    lock: RLock = field(default_factory=RLock)
    _chance: Random = field(default_factory=lambda: Random(5))
    _last: int = 0x18A0_0000_0000_0000

    def put(
        self, raw: bytes, labels: tuple[str, ...] = ("INBOX", "UNREAD"), *, at: int = 0, thread: str | None = None
    ) -> str:
        """Add a message that was received ``at``, in milliseconds; its id."""
        with self.lock:
            self._last += self._chance.randrange(1, 5_000)
            id_ = f"{self._last:016x}"
            line_ends = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            stored = Stored(id_, thread or id_, line_ends, list(labels), at or self._last // 2**20, 0)
            self.messages[id_] = stored
            self._happened("messagesAdded", stored)
            return id_

    def delete(self, id_: str) -> None:
        """For ever, which is not what the bin is."""
        with self.lock:
            self._happened("messagesDeleted", self.messages.pop(id_))

    def label(self, id_: str, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> None:
        with self.lock:
            stored = self.messages[id_]
            stored.labels = [name for name in stored.labels if name not in remove]
            stored.labels += [name for name in add if name not in stored.labels]
            if add:
                self._happened("labelsAdded", stored, add)
            if remove:
                self._happened("labelsRemoved", stored, remove)

    def trash(self, id_: str) -> None:
        """Into the bin: a label, and not a deletion."""
        self.label(id_, ("TRASH",), ("INBOX",))

    def expire_history(self) -> None:
        """Everything that happened until now is forgotten: ids handed out before are answered with 404."""
        with self.lock:
            self._tick()
            self.forgotten = self.history_id
            self.records.clear()

    def listed(self, *, hidden: bool = False) -> list[Stored]:
        """Newest first."""
        seen = [each for each in self.messages.values() if hidden or not HIDDEN & set(each.labels)]
        return sorted(seen, key=lambda each: (each.internal_date, each.id), reverse=True)

    def _happened(self, kind: str, stored: Stored, labels: tuple[str, ...] = ()) -> None:
        stored.history_id = self._tick()
        self.records.append(Record(self.history_id, kind, stored.stub(labels=True), labels))

    def _tick(self) -> int:
        self.history_id += self._chance.randrange(1, 97)
        return self.history_id
