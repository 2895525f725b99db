"""A real mailbox on a real server, through the contract and beyond it."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from extract.raw import INBOX, SENT
from ingest.errors import CursorExpired, SourceError, Unavailable
from ingest.hosts import HostGuard, allowed_networks
from ingest.protocol import BatchLimits, CollectionRef, Cursor, Head
from ingest.sources.imap.known import Sample
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.source import ImapSource, Nothing, Reading
from tests.ingest.source_contract import Mirror, Place, SourceContract, payload
from tests.ingest.sources.imap.mailbox import InboxPlace, Mailbox
from tests.peers.cutting import cutting

SMALL = Reading(limits=BatchLimits(items=10))


class TestInbox(SourceContract):
    many = 3_000
    line_end = b"\r\n"

    @pytest.fixture
    def place(self, mailbox: Mailbox) -> Place:
        return InboxPlace(mailbox)


class TestInboxOfAnOldServer(SourceContract):
    """Without CONDSTORE, QRESYNC, SPECIAL-USE and all that."""

    many = 1_000
    line_end = b"\r\n"

    @pytest.fixture
    def place(self, old_mailbox: Mailbox) -> Place:
        return InboxPlace(old_mailbox)


class Keeper:
    """A caller that remembers what it followed, folder by folder."""

    def __init__(self) -> None:
        self.mirrors: dict[str, Mirror] = {}

    def cursors(self) -> Mapping[str, Cursor | None]:
        return {pointer: mirror.cursor for pointer, mirror in self.mirrors.items()}

    def stored(self, folder: str) -> Collection[str] | None:
        return set(self.mirrors[folder].items)

    def samples(self, folder: str) -> Sequence[Sample]:
        items = self.mirrors[folder].items.values()
        return [Sample(item.remote_id, item.received_at, item.full_size or len(item.payload)) for item in items][:5]

    def recognises(self, folder: str) -> bool:
        return False

    def recognise(self, folder: str, heads: Sequence[Head]) -> Collection[str]:
        return ()

    def follow(self, mailbox: Mailbox, reading: Reading | None = None) -> int:
        """Catch up with everything; how many items were handed over."""
        source = mailbox.source(self, reading)
        handed = 0
        for ref in source.collections():
            mirror = self.mirrors.setdefault(ref.remote_id, Mirror(source, ref, line_end=b"\r\n"))
            mirror.source, mirror.collection = source, ref
            handed += sum(len(batch.items) for batch in mirror.follow())
        return handed

    def subjects(self, name: str) -> set[int]:
        (mirror,) = [each for each in self.mirrors.values() if each.collection.name == name]
        return {int(each.split(b"Subject: Number ")[1].split()[0]) for each in mirror.payloads()}


@pytest.fixture(params=["mailbox", "old_mailbox"])
def either(request: pytest.FixtureRequest) -> Mailbox:
    """A mailbox on a server of today, and on an old one."""
    found: Mailbox = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def unchanged(either: Mailbox) -> Iterator[None]:
    """Nothing at the server is another after the test than before it."""
    either.append(payload(number) for number in range(30))
    before = either.state()
    yield
    assert either.state() == before


def inbox(source: ImapSource) -> CollectionRef:
    return next(iter(source.collections()))


@pytest.mark.usefixtures("unchanged")
def test_reading_leaves_no_trace(either: Mailbox) -> None:
    keeper = Keeper()
    assert keeper.follow(either, SMALL) == 30
    assert keeper.follow(either, SMALL) == 0


def test_folders_are_read_and_others_are_not(mailbox: Mailbox) -> None:
    mailbox.create("Kunden/Nord")
    mailbox.append([payload(1)], "Kunden/Nord")
    mailbox.append([payload(2)], "Junk")
    mailbox.append([payload(3)], "Sent")
    refs = list(mailbox.source().collections())
    assert [(ref.name, ref.special_use) for ref in refs[:2]] == [("INBOX", INBOX), ("Sent", SENT)]
    assert {ref.name for ref in refs} == {"INBOX", "Sent", "Archive", "Kunden/Nord"}
    source = mailbox.source(reading=Reading(("Archive", "kunden/nord")))
    assert [ref.name for ref in source.collections()] == ["INBOX", "Sent"]
    (batch,) = source.changes(refs[1], None)
    assert [item.labels for item in batch.items] == [(SENT,)]


def test_what_went_is_found_out_without_loading_anything_again(either: Mailbox) -> None:
    uids = either.append(payload(number) for number in range(40))
    keeper = Keeper()
    keeper.follow(either, SMALL)
    either.expunge(uids[3:20])
    either.append([payload(40)])
    assert keeper.follow(either, SMALL) == 1
    assert keeper.subjects("INBOX") == {*range(3), *range(20, 41)}
    assert keeper.follow(either, SMALL) == 0


def test_a_move_is_gone_here_and_new_there(either: Mailbox) -> None:
    uids = either.append(payload(number) for number in range(5))
    keeper = Keeper()
    keeper.follow(either)
    either.client.select("INBOX")
    either.client.uid("COPY", str(uids[2]), "Archive")
    either.client.unselect()
    either.expunge([uids[2]])
    assert keeper.follow(either) == 1
    assert (keeper.subjects("INBOX"), keeper.subjects("Archive")) == ({0, 1, 3, 4}, {2})


def test_a_renamed_folder_is_not_read_again(either: Mailbox) -> None:
    either.create("Alt")
    either.append([payload(1), payload(2)], "Alt")
    keeper = Keeper()
    keeper.follow(either)
    pointers = set(keeper.mirrors)
    either.client.rename("Alt", "Neu")
    either.append([payload(3)], "Neu")
    assert keeper.follow(either) == 1
    assert set(keeper.mirrors) == pointers
    assert keeper.subjects("Neu") == {1, 2, 3}


@pytest.mark.parametrize("lie", [{"size": 7}, {"received_at": None}, {"remote_id": "1/1"}])
def test_a_folder_that_does_not_hold_what_was_known_is_no_renamed_one(either: Mailbox, lie: dict[str, object]) -> None:
    either.create("Alt")
    either.append([payload(1), payload(2)], "Alt")
    keeper = Keeper()
    keeper.follow(either)
    either.client.rename("Alt", "Neu")

    class Misled(Keeper):
        def samples(self, folder: str) -> Sequence[Sample]:
            return [replace(each, **lie) for each in super().samples(folder)]  # type: ignore[arg-type]

    misled = Misled()
    misled.mirrors = dict(keeper.mirrors)
    assert misled.follow(either) == 2
    assert len(misled.mirrors) == len(keeper.mirrors) + 1


def test_a_renumbered_folder_is_listed_again(either: Mailbox) -> None:
    either.create("Projekt")
    either.append([payload(1), payload(2)], "Projekt")
    keeper = Keeper()
    keeper.follow(either)
    pointers = set(keeper.mirrors)
    either.client.delete("Projekt")
    either.create("Projekt")
    either.append([payload(2), payload(3)], "Projekt")
    source = either.source(keeper)
    (ref,) = [each for each in source.collections() if each.name == "Projekt"]
    with pytest.raises(CursorExpired):
        list(source.changes(ref, keeper.mirrors[ref.remote_id].cursor))
    keeper.follow(either)
    assert keeper.subjects("Projekt") == {2, 3}
    assert set(keeper.mirrors) == pointers


def test_what_is_expunged_while_it_is_read_is_not_there(either: Mailbox) -> None:
    uids = either.append(payload(number) for number in range(60))
    keeper = Keeper()
    source = either.source(keeper, SMALL)
    mirror = keeper.mirrors.setdefault(inbox(source).remote_id, Mirror(source, inbox(source), line_end=b"\r\n"))
    batches = source.changes(mirror.collection, None)
    mirror.apply(next(batches))
    either.expunge(uids[:50:7])
    for batch in batches:
        mirror.apply(batch)
    keeper.follow(either)
    assert keeper.subjects("INBOX") == set(range(60)) - set(range(0, 50, 7))


def test_a_session_that_was_ended_is_an_error_and_the_next_goes_on(mailbox: Mailbox) -> None:
    mailbox.append(payload(number, size=30_000).replace(b"\n", b"\r\n") for number in range(600))
    source = mailbox.source()
    collection = inbox(source)
    batches = source.changes(collection, None)
    mirror = Mirror(source, collection, line_end=b"\r\n")
    mirror.apply(next(batches))
    mailbox.dovecot.kick(mailbox.user)
    with pytest.raises(Unavailable):
        deque(map(mirror.apply, batches))
    mirror.follow()
    assert len(mirror.items) == 600


@pytest.mark.parametrize("reset", [False, True])
def test_a_connection_cut_anywhere_loses_and_doubles_nothing(mailbox: Mailbox, *, reset: bool) -> None:
    mailbox.append(payload(number, size=2_000).replace(b"\n", b"\r\n") for number in range(40))
    before = mailbox.state()
    with cutting(mailbox.dovecot.tls_port, reset=reset) as cut:
        opener = Opener(HostGuard(allowed_networks(f"127.0.0.0/8={cut.port}")), mailbox.dovecot.trust())
        account = Account("localhost", cut.port, mailbox.account.credential)
        mirror, handed, allowed = Mirror(mailbox.source(), inbox(mailbox.source()), line_end=b"\r\n"), list[str](), 100
        while len(mirror.items) < 40:
            cut.after, allowed = allowed, allowed + 4_001
            mirror.source = ImapSource(account, opener, Nothing(), SMALL)
            try:
                for batch in mirror.source.changes(mirror.collection, mirror.cursor):
                    mirror.apply(batch)
                    handed += [item.remote_id for item in batch.items]
            except SourceError as error:
                assert isinstance(error, Unavailable)  # noqa: PT017 - each cut is one
            mirror.source.close()
    assert sorted(handed) == sorted(mirror.items)
    assert mailbox.state() == before


def test_a_folder_that_is_not_there_any_more_is_an_error_and_not_empty(mailbox: Mailbox) -> None:
    mailbox.create("Weg")
    source = mailbox.source()
    (ref,) = [each for each in source.collections() if each.name == "Weg"]
    mailbox.client.delete("Weg")
    with pytest.raises(Unavailable):
        list(source.changes(ref, None))
    with pytest.raises(Unavailable):
        list(mailbox.source().changes(ref, None))


def test_payloads_are_what_the_server_has(mailbox: Mailbox) -> None:
    (uid,) = mailbox.append([payload(1)])
    mailbox.client.select("INBOX", readonly=True)
    _, fetched = mailbox.client.uid("FETCH", str(uid), "(BODY.PEEK[])")
    mailbox.client.unselect()
    source = mailbox.source()
    (batch,) = source.changes(inbox(source), None)
    assert isinstance(fetched[0], tuple)
    assert batch.items[0].payload == fetched[0][1]


def test_a_folder_whose_numbers_are_the_same_is_not_opened(mailbox: Mailbox) -> None:
    mailbox.append([payload(1)])
    keeper = Keeper()
    keeper.follow(mailbox)
    source = mailbox.source(keeper)
    ref = inbox(source)
    mailbox.append([payload(2)])
    cursor = keeper.mirrors[ref.remote_id].cursor
    assert list(source.changes(ref, cursor)) == []  # by the list, which is a moment old
    assert [len(batch.items) for batch in source.changes(ref, cursor)] == [1]
