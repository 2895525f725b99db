"""A mailbox on an IMAP server as a Source. It only reads: folders are opened read-only, contents are peeked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from urllib.parse import quote, unquote_to_bytes

from ingest.errors import CollectionUnavailable, CursorExpired, Unavailable
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor, Survey
from ingest.sources.imap import folders, mailboxes, window
from ingest.sources.imap.changes import Folder, as_it_was
from ingest.sources.imap.contents import Slow
from ingest.sources.imap.folders import GMAIL, Choice
from ingest.sources.imap.handing import Handing
from ingest.sources.imap.known import Known as Known
from ingest.sources.imap.known import Nothing as Nothing
from ingest.sources.imap.known import OfFolder
from ingest.sources.imap.mailboxes import Opened, Unnumbered
from ingest.sources.imap.offering import FolderFound, offered
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.position import uid_of
from ingest.sources.imap.session import Declined, Oversized, Session
from ingest.sources.imap.spoilt import Spoilt
from ingest.wire import TimedOut

MOST_SLOW = 4  # folders that are left in one pass because they are slow, after which the server itself counts as slow
FIRST_PART = 16 * 1024  # bytes of a message of which no more comes in time
NOT_THERE = "A folder that is read is not on the mail server any more, or was renamed just now. It is tried again."


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of an account, and how much at once.

    Attributes:
        without: names of folders that their owner leaves out.
        also: names of other people's folders that their owner wants read.
        since: what their server received before that day is left alone; None: nothing is.
    """

    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    since: date | None = None
    limits: BatchLimits = field(default_factory=BatchLimits)


class ImapSource:
    """A Source over an account. A session is opened when it is first needed, and kept."""

    def __init__(
        self, account: Account, opener: Opener, known: Known | None = None, reading: Reading | None = None
    ) -> None:
        self._account = account
        self._opener = opener
        self._known = known or Nothing()
        self._reading = reading or Reading()
        self._idle: Session | None = None
        self._sessions: list[Session] = []
        self._folders: dict[str, Choice] = {}
        self._numbers: dict[str, Opened] = {}
        self._before: dict[str, Collection[str] | None] = {}
        self._slow = 0

    def collections(self) -> Iterator[CollectionRef]:
        """The folders that are read, the inbox first."""
        with self._session() as session:
            self._folders = self._look(session)
        counts = {pointer: numbers.messages for pointer, numbers in self._numbers.items()}
        return iter([folders.reference(pointer, choice, counts[pointer]) for pointer, choice in self._folders.items()])

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        """What is new since the cursor, what went, and then the rest of the first listing, newest first.

        A folder whose numbers in the last list are those of the cursor is not even opened.
        """
        numbers = self._numbers.pop(collection.remote_id, None)
        if numbers and as_it_was(numbers, since, self._floor):
            return
        if since is None:
            self._before.pop(collection.remote_id, None)
        spoilt = Spoilt()
        while True:
            try:
                for batch in self._changes(collection, since, spoilt):
                    since = batch.cursor
                    yield batch
            except Oversized as error:  # its session is lost; in another one the message is left alone
                spoilt.note_oversized(error)
            except Slow as error:
                self._note_slow(spoilt, error)
            else:
                return

    def _changes(self, collection: CollectionRef, since: Cursor | None, spoilt: Spoilt) -> Iterator[Batch]:
        with self._session() as session:
            try:
                yield from self._open(session, collection, self._limits(spoilt), spoilt.aside).changes(since)
            except Slow:
                raise
            except TimedOut as error:
                raise self._left(error) from error

    def _note_slow(self, spoilt: Spoilt, error: Slow) -> None:
        """The folder is read on in another session, unless that was too often."""
        try:
            spoilt.note_slow(error)
        except Slow:
            raise self._left(error) from error

    def _left(self, error: TimedOut) -> Unavailable:
        """What a pass hears of a folder in which it waited in vain: the others are looked at, some times."""
        self._slow += 1
        return (Unavailable if self._slow > MOST_SLOW else CollectionUnavailable)(str(error))

    def _limits(self, spoilt: Spoilt) -> BatchLimits:
        """One by one after one was slow, so that it is known which and what did come is kept."""
        return replace(self._reading.limits, items=1) if spoilt.alone else self._reading.limits

    def survey(self, collection: CollectionRef, since: Cursor | None) -> Survey:
        """What is there, and what of it a cursor claims."""
        with self._session() as session:
            return self._open(session, collection).survey(since)

    def items(self, collection: CollectionRef, remote_ids: Collection[str]) -> Iterator[Batch]:
        """These messages, newest first; what is not there any more is left out."""
        yield from self._single(collection, set(remote_ids), Spoilt(), first_part=False)

    def slow_items(
        self, collection: CollectionRef, remote_ids: Collection[str], *, first_part: bool
    ) -> Iterator[Batch]:
        """The same of messages that were slow before, one by one; ``first_part``: no more than a little of each."""
        yield from self._single(collection, set(remote_ids), Spoilt(alone=True), first_part=first_part)

    def _single(
        self, collection: CollectionRef, left: set[str], spoilt: Spoilt, *, first_part: bool
    ) -> Iterator[Batch]:
        while left:
            limits = self._limits(spoilt)
            limits = replace(limits, item=0, part=FIRST_PART) if first_part else limits
            try:
                with self._session() as session:
                    for batch in self._open(session, collection, limits, spoilt.aside).items(left):
                        yield batch
                        left -= {each.remote_id for each in batch.items} | {each.remote_id for each in batch.refused}
            except Slow as error:
                self._note_slow(spoilt, error)
            else:
                return

    def offered(self) -> tuple[FolderFound, ...]:
        """Every folder that may be opened, with what becomes of it; those that are read first."""
        with self._session() as session:
            return tuple(offered(session, self._reading.without, self._reading.also))

    def close(self) -> None:
        """End every session."""
        for session in self._sessions:
            session.close()
        self._sessions.clear()
        self._idle = None

    @property
    def _floor(self) -> int:
        return window.floor_of(self._reading.since)

    def _open(
        self,
        session: Session,
        collection: CollectionRef,
        limits: BatchLimits | None = None,
        aside: Mapping[int, str] | None = None,
    ) -> Folder:
        limits = limits or self._reading.limits
        if collection.remote_id not in self._folders:
            self._folders = self._look(session)
            self._numbers.pop(collection.remote_id, None)
        choice = self._folders.get(collection.remote_id)
        if choice is None:
            raise Unavailable(NOT_THERE)
        opened = mailboxes.examine(session, choice.name)
        labels = partial(folders.labels, choice.use)
        gmail = GMAIL in session.capabilities
        handing = Handing(session, opened.validity, limits, labels, gmail, aside or {})
        keeper = OfFolder(self._known, collection.remote_id, self._before)
        return Folder(session, opened, handing, keeper, limits, self._floor)

    def _look(self, session: Session) -> dict[str, Choice]:
        known = self._known.cursors()
        names = {folders.name_in(pointer) for pointer in known}
        # The inbox first, and all before the list: then Dovecot answers from its index, afterwards it opens the folder.
        order = sorted(names, key=lambda name: (name.upper() != "INBOX", name))
        asked = mailboxes.statuses(session, [unquote_to_bytes(name) for name in order])
        everything = mailboxes.listed(session, numbered=not asked)
        given = {each.name: asked.get(each.name) or each.numbers for each in everything}
        gmail = GMAIL in session.capabilities
        found = folders.chosen(everything, gmail=gmail, without=self._reading.without, also=self._reading.also)
        numbers = {
            choice.name: told
            for choice in found
            if (told := given[choice.name] or self._told(session, choice, must=quote(choice.name) in names))
        }
        numbered = [
            replace(choice, validity=told.validity, uid_next=told.uid_next)
            for choice in found
            if (told := numbers.get(choice.name))
        ]
        pointers = folders.pointers(numbered, known, partial(self._holds_the_same, session))
        self._numbers = {pointer: numbers[choice.name] for pointer, choice in pointers.items()}
        return pointers

    def _holds_the_same(self, session: Session, pointer: str, choice: Choice) -> bool:
        """Whether a folder under another name has the messages that are known: numbers alone may be a coincidence."""
        samples = self._known.samples(pointer)
        if not samples:
            return True
        opened = mailboxes.examine(session, choice.name)
        uids = {uid: sample for sample in samples if (uid := uid_of(sample.remote_id, opened.validity)) is not None}
        found = mailboxes.lying(session, sorted(uids))
        alike = [
            uid
            for uid, message in found.items()
            if message.received_at == uids[uid].received_at and uids[uid].size in {None, message.size}
        ]
        return 2 * len(alike) > len(found) > 0

    def _told(self, session: Session, choice: Choice, *, must: bool) -> Opened | None:
        """A folder's numbers; None for one that may not be opened and never was, such as a colleague's.

        One that was (``must``) stays in the list with no numbers at all, so that it is told of when it is its turn.
        """
        try:
            return mailboxes.status(session, choice.name)
        except (Declined, Unnumbered):
            return Opened(0, 0, 0) if must else None

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """A session of one's own; one that was left in the middle of something is not used again."""
        session, self._idle = self._idle, None
        if session is None:
            session = self._opener.open(self._account)
            self._sessions.append(session)
        try:
            yield session
        except CursorExpired:
            self._idle = session
            raise
        except BaseException:
            session.close()
            self._sessions = [each for each in self._sessions if each is not session]
            raise
        self._idle = session
