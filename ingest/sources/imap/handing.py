"""Hands messages over: UIDs become batches that keep their limits, each message as what it is or why it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.raw import MESSAGE, RawItem
from ingest.protocol import Batch, BatchLimits, Cursor, Refused
from ingest.sources.imap import mailboxes
from ingest.sources.imap.contents import TOO_SLOW, Content, Contents
from ingest.sources.imap.mailboxes import Lying
from ingest.sources.imap.position import remote_id
from ingest.sources.imap.session import Session

AT_ONCE = 1_000  # messages whose sizes are asked for together
NOWHERE = Cursor("")


@dataclass(frozen=True, slots=True)
class Handing:
    """Of one folder that is open in a session.

    Attributes:
        labels: a message's labels, from what the server has for it.
        aside: messages that are not asked for, each with the reason why it is refused, by UID.
    """

    session: Session
    validity: int
    limits: BatchLimits
    labels: Callable[[Lying], tuple[str, ...]]
    gmail: bool = False
    aside: Mapping[int, str] = field(default_factory=dict)

    def batches(self, uids: Sequence[int]) -> Iterator[tuple[Sequence[int], Batch]]:
        """Stretches of the UIDs that fit in a batch each, with the batch; its cursor is the caller's to say."""
        for at in range(0, len(uids), AT_ONCE):
            wanted = uids[at : at + AT_ONCE]
            found = mailboxes.lying(self.session, sorted(wanted), gmail=self.gmail)
            runs = list(self._runs(wanted, found))
            present = ([found[uid] for uid in run if uid in found] for run in runs)
            contents = self._contents().of(present)
            for run, loaded in zip(runs, contents, strict=True):
                yield run, self._batch(loaded)

    def _contents(self) -> Contents:
        return Contents(self.session, self.limits.item, self.limits.part, self.aside)

    def _runs(self, uids: Sequence[int], found: Mapping[int, Lying]) -> Iterator[list[int]]:
        run: list[int] = []
        size = 0
        for uid in uids:
            weight = self._weight(found[uid]) if uid in found else 0
            if run and (len(run) == self.limits.items or size + weight > self.limits.size):
                yield run
                run, size = [], 0
            run.append(uid)
            size += weight
        if run:
            yield run

    def _weight(self, message: Lying) -> int:
        return message.size if message.size <= self.limits.item else self.limits.part

    def _batch(self, contents: Sequence[Content]) -> Batch:
        items = (self._item(each) for each in contents if each.payload is not None)
        refused = (
            Refused(remote_id(self.validity, each.message.uid), each.refused, again=each.refused == TOO_SLOW)
            for each in contents
            if each.refused
        )
        return Batch(tuple(items), (), NOWHERE, tuple(refused))

    def _item(self, content: Content) -> RawItem:
        message = content.message
        pointer = remote_id(self.validity, message.uid)
        full_size = content.full_size
        return RawItem(MESSAGE, content.payload or b"", message.received_at, pointer, self.labels(message), full_size)
