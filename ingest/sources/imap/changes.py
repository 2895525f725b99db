"""What happened in one folder since a cursor.

Messages on a server never change and UIDs only grow, so a folder is known by four numbers: where UIDs go on, how many
messages lie below, how far the first listing came and how far back it is to go. When the count below still fits,
nothing went. When it does not, what went is asked of the server where it keeps account (QRESYNC), else found by
comparing its UIDs with what is stored.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from ingest.errors import CursorExpired
from ingest.protocol import Batch, BatchLimits, Cursor, Head, Survey
from ingest.sources.imap import mailboxes, window
from ingest.sources.imap.handing import Handing
from ingest.sources.imap.heads import heads
from ingest.sources.imap.mailboxes import Opened
from ingest.sources.imap.position import Position, remote_id, uid_of
from ingest.sources.imap.session import Session

MOST_GONE = 1_000_000
MANY = 50  # new messages at once, of which some may have been moved here
RENUMBERED = "The folder was renumbered: it is listed again from the beginning."
UNTOLD = "Something in the folder went: it is listed again."


class Keeper(Protocol):
    """What the caller keeps of this folder."""

    def stored(self) -> Collection[str] | None:
        """The pointers of what is kept; None: it is not known."""
        ...

    def stored_before(self) -> Collection[str] | None:
        """The same as it was when the pass came to the first listing."""
        ...

    def recognises(self) -> bool:
        """Whether some of a listing may be known under other pointers, so that asking for heads is worth it."""
        ...

    def recognise(self, heads: Sequence[Head]) -> Collection[str]:
        """Take over what is known by its head; the pointers that need not be loaded."""
        ...


def as_it_was(numbers: Opened, since: Cursor | None, floor: int = 0) -> bool:
    """Whether a folder's numbers say that nothing came, nothing went and nothing is left to list."""
    if since is None:
        return False
    position = Position.of(since)
    now = (numbers.validity, numbers.uid_next, numbers.messages)
    then = (position.validity, position.known_below, position.held)
    return now == then and not position.listing_below and not window.wider(floor, position.floor)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is open in a session.

    Attributes:
        handing: turns UIDs into batches.
        floor: what is wanted of it, as ``window`` counts.
    """

    session: Session
    opened: Opened
    handing: Handing
    keeper: Keeper
    limits: BatchLimits = field(default_factory=BatchLimits)
    floor: int = 0

    def changes(self, since: Cursor | None) -> Iterator[Batch]:
        """What ``Source.changes`` yields."""
        if since is None:
            yield from self._first_listing()
            return
        position = Position.of(since)
        if position.validity != self.opened.validity or position.known_below > self.opened.uid_next:
            raise CursorExpired(RENUMBERED)
        fresh = self._search(position.known_below, self.opened.uid_next - 1)
        position = replace(position, modseq=position.modseq or self.opened.modseq)
        if self.opened.messages != position.held + len(fresh):
            for batch in self._gone(position):
                position = Position.of(batch.cursor)
                yield batch
        position = replace(position, modseq=self.opened.modseq)
        for batch in self._fresh(fresh, position):
            position = Position.of(batch.cursor)
            yield batch
        yield from self._rest(position)

    def survey(self, since: Cursor | None) -> Survey:
        """What is there, and what of it a cursor claims."""
        there = self._search(1, self.opened.uid_next - 1)
        wanted = self._wanted(1, self.opened.uid_next - 1, self.floor) if self.floor else there
        claimed: Sequence[int] = ()
        position = Position.of(since) if since is not None else None
        if position is not None and position.validity == self.opened.validity:
            claimed = self._wanted(max(1, position.listing_below), position.known_below - 1, position.floor)
        return Survey(self._pointers(there), self._pointers(claimed), len(there) - len(wanted))

    def items(self, remote_ids: Collection[str]) -> Iterator[Batch]:
        """These messages, newest first."""
        asked = (uid_of(each, self.opened.validity) for each in remote_ids)
        uids = sorted((uid for uid in asked if uid is not None), reverse=True)
        for _, batch in self.handing.batches(uids):
            yield batch

    def _first_listing(self) -> Iterator[Batch]:
        held = len(self._search(1, self.opened.uid_next - 1))
        uid_next, modseq = self.opened.uid_next, self.opened.modseq
        yield from self._rest(Position(self.opened.validity, uid_next, held, modseq, uid_next, self.floor))

    def _rest(self, position: Position) -> Iterator[Batch]:
        """What the first listing left over, and what a wider window adds to it: the newest first."""
        if window.wider(self.floor, position.floor):
            position = replace(position, listing_below=position.known_below)
        if not position.listing_below:
            return
        position = replace(position, floor=self.floor)
        left = self._not_yet(self._wanted(1, position.listing_below - 1, self.floor))
        if not left:
            yield Batch((), (), replace(position, listing_below=0).cursor(), left=0)
        yield from self._listing(left, position)

    def _listing(self, uids: Sequence[int], position: Position) -> Iterator[Batch]:
        """As much as is handed over in one go. What is recognised is not loaded; the cursor moves past it."""
        stretch, left = uids[::-1], 0
        if self.limits.history is not None:
            stretch, left = stretch[: self.limits.history], max(0, len(uids) - self.limits.history)
        known = self._recognised(stretch) if stretch and self.keeper.recognises() else frozenset[int]()
        load = [uid for uid in stretch if uid not in known]
        done = 0
        for run, batch in self.handing.batches(load):
            done += len(run)
            below = run[-1] if done < len(load) else self._end(stretch, left)
            yield replace(batch, cursor=replace(position, listing_below=below).cursor(), left=left + len(load) - done)
        if stretch and not load:
            below = self._end(stretch, left)
            yield Batch((), (), replace(position, listing_below=below).cursor(), left=left)

    @staticmethod
    def _end(stretch: Sequence[int], left: int) -> int:
        return stretch[-1] if left else 0

    def _fresh(self, uids: Sequence[int], position: Position) -> Iterator[Batch]:
        """In the order in which they came."""
        if not uids:
            return
        before, last = position.held, uids[-1]
        wanted = self._wanted(uids[0], last, position.floor) if position.floor else uids
        known = self._recognised(wanted) if len(wanted) >= MANY else frozenset[int]()
        for run, batch in self.handing.batches([uid for uid in wanted if uid not in known]):
            held = before + bisect_right(uids, run[-1])
            position = replace(position, known_below=run[-1] + 1, held=held)
            yield replace(batch, cursor=position.cursor())
        if position.known_below <= last:
            yield Batch((), (), replace(position, known_below=last + 1, held=before + len(uids)).cursor())

    def _gone(self, position: Position) -> Iterator[Batch]:
        """What went; the cursor moves with the last of it."""
        left = self._search(1, position.known_below - 1)
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
        stored = self.keeper.stored()
        if stored is None:
            raise CursorExpired(UNTOLD)
        return sorted(each for each in stored if uid_of(each, position.validity) not in there)

    def _search(self, first: int, last: int) -> list[int]:
        return mailboxes.search(self.session, first, last)

    def _wanted(self, first: int, last: int, floor: int) -> list[int]:
        return mailboxes.search(self.session, first, last, window.keys(floor))

    def _not_yet(self, uids: Sequence[int]) -> Sequence[int]:
        """Without what is stored, such as what a narrower window has brought."""
        stored = self.keeper.stored_before() if uids else None
        if not stored:
            return uids
        known = {uid_of(each, self.opened.validity) for each in stored}
        return [uid for uid in uids if uid not in known]

    def _recognised(self, uids: Sequence[int]) -> frozenset[int]:
        found = self.keeper.recognise(heads(self.session, self.opened.validity, uids))
        return frozenset(uid for each in found if (uid := uid_of(each, self.opened.validity)) is not None)

    def _pointers(self, uids: Sequence[int]) -> frozenset[str]:
        return frozenset(remote_id(self.opened.validity, uid) for uid in uids)
