"""What happened in one folder since a cursor.

Messages on a server never change and UIDs only grow, so a folder is known by three numbers: where UIDs go on, how many
messages lie below, and how far the first listing came. When the count below still fits, nothing went. When it does not,
what went is asked of the server where it keeps account (QRESYNC), else found by comparing its UIDs with what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.raw import MESSAGE, RawItem
from ingest.errors import CursorExpired
from ingest.protocol import Batch, BatchLimits, Cursor, Refused
from ingest.sources.imap import mailboxes
from ingest.sources.imap.contents import Content, Contents
from ingest.sources.imap.mailboxes import Lying, Opened
from ingest.sources.imap.position import Position, position_of, remote_id, uid_of
from ingest.sources.imap.session import MEGABYTE, Session

AT_ONCE = 1_000  # messages whose sizes are asked for together
MOST_GONE = 1_000_000
RENUMBERED = "The folder was renumbered: it is listed again from the beginning."
UNTOLD = "Something in the folder went: it is listed again."

Stored = Callable[[], Collection[str] | None]


def as_it_was(numbers: Opened, since: Cursor | None) -> bool:
    """Whether a folder's numbers say that nothing came, nothing went and nothing is left to list."""
    if since is None:
        return False
    position = position_of(since)
    now = (numbers.validity, numbers.uid_next, numbers.messages)
    return now == (position.validity, position.known_below, position.held) and not position.listing_below


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is open in a session.

    Attributes:
        stored: the pointers that its caller keeps, or None where the caller says nothing.
        labels: a message's labels, from what the server has for it.
        understated: UIDs of messages that proved far larger than the server says.
    """

    session: Session
    opened: Opened
    limits: BatchLimits
    labels: Callable[[Lying], tuple[str, ...]]
    stored: Stored
    gmail: bool = False
    understated: frozenset[int] = frozenset()

    def changes(self, since: Cursor | None) -> Iterator[Batch]:
        """What ``Source.changes`` yields."""
        if since is None:
            yield from self._first_listing()
            return
        position = position_of(since)
        if position.validity != self.opened.validity or position.known_below > self.opened.uid_next:
            raise CursorExpired(RENUMBERED)
        fresh = mailboxes.search(self.session, position.known_below, self.opened.uid_next - 1)
        position = replace(position, modseq=position.modseq or self.opened.modseq)
        if self.opened.messages != position.held + len(fresh):
            for batch in self._gone(position):
                position = position_of(batch.cursor)
                yield batch
        position = replace(position, modseq=self.opened.modseq)
        for batch in self._fresh(fresh, position):
            position = position_of(batch.cursor)
            yield batch
        if position.listing_below:
            left = mailboxes.search(self.session, 1, position.listing_below - 1)
            yield from self._listing(left, position)

    def _first_listing(self) -> Iterator[Batch]:
        everything = mailboxes.search(self.session, 1, self.opened.uid_next - 1)
        uid_next, modseq = self.opened.uid_next, self.opened.modseq
        position = Position(self.opened.validity, uid_next, len(everything), modseq, uid_next)
        if not everything:
            yield Batch((), (), replace(position, listing_below=0).cursor())
        yield from self._listing(everything, position)

    def _listing(self, uids: Sequence[int], position: Position) -> Iterator[Batch]:
        """The newest first."""
        for run, contents in self._loaded(uids[::-1]):
            below = 0 if run[-1] == uids[0] else run[-1]
            yield self._batch(contents, replace(position, listing_below=below))

    def _fresh(self, uids: Sequence[int], position: Position) -> Iterator[Batch]:
        """In the order in which they came."""
        for run, contents in self._loaded(uids):
            position = replace(position, known_below=run[-1] + 1, held=position.held + len(run))
            yield self._batch(contents, position)

    def _gone(self, position: Position) -> Iterator[Batch]:
        """What went; the cursor moves with the last of it."""
        left = mailboxes.search(self.session, 1, position.known_below - 1)
        if len(left) == position.held:
            return
        pointers = self._told_gone(position, left)
        reached = replace(position, held=len(left), modseq=self.opened.modseq)
        stretches = [pointers[at : at + self.limits.items] for at in range(0, len(pointers), self.limits.items)]
        for stretch in stretches[:-1]:
            yield Batch((), tuple(stretch), position.cursor())
        yield Batch((), tuple(stretches[-1]) if stretches else (), reached.cursor())

    def _told_gone(self, position: Position, left: Sequence[int]) -> list[str]:
        there = set(left)
        told = mailboxes.vanished(self.session, position.known_below, position.modseq, self.opened.messages)
        if told is not None and sum(last - first + 1 for first, last in told) <= MOST_GONE:
            gone = {uid for first, last in told for uid in range(first, last + 1)} - there
            if len(gone) >= position.held - len(left) > 0:
                return [remote_id(position.validity, uid) for uid in sorted(gone)]
        stored = self.stored()
        if stored is None:
            raise CursorExpired(UNTOLD)
        return sorted(each for each in stored if uid_of(each, position.validity) not in there)

    def _loaded(self, uids: Sequence[int]) -> Iterator[tuple[Sequence[int], list[Content]]]:
        """Stretches that fit in a batch each, with what became of their messages."""
        for at in range(0, len(uids), AT_ONCE):
            wanted = uids[at : at + AT_ONCE]
            found = mailboxes.lying(self.session, sorted(wanted), gmail=self.gmail)
            runs = list(self._runs(wanted, found))
            present = ([found[uid] for uid in run if uid in found] for run in runs)
            yield from zip(runs, Contents(self.session, self.limits.item, self.understated).of(present), strict=True)

    def _runs(self, uids: Sequence[int], found: dict[int, Lying]) -> Iterator[list[int]]:
        run: list[int] = []
        size = 0
        for uid in uids:
            weight = found[uid].size if uid in found and found[uid].size <= self.limits.item else 0
            if run and (len(run) == self.limits.items or size + weight > self.limits.size):
                yield run
                run, size = [], 0
            run.append(uid)
            size += weight
        if run:
            yield run

    def _batch(self, contents: Sequence[Content], position: Position) -> Batch:
        items = (self._item(each) for each in contents if each.payload is not None)
        refused = (self._refused(each) for each in contents if each.refused or each.too_large)
        return Batch(tuple(items), (), position.cursor(), tuple(refused))

    def _item(self, content: Content) -> RawItem:
        message = content.message
        pointer = remote_id(self.opened.validity, message.uid)
        return RawItem(MESSAGE, content.payload or b"", message.received_at, pointer, self.labels(message))

    def _refused(self, content: Content) -> Refused:
        pointer = remote_id(self.opened.validity, content.message.uid)
        too_large = f"It is larger than {self.limits.item // MEGABYTE} MB, the most that is read."
        return Refused(pointer, content.refused or too_large)
