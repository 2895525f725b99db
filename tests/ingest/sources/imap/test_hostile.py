"""Servers that do what none should: each ends in time, in little memory and in the right words; the rest is read."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import CollectionUnavailable, CursorExpired, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard, allowed_networks
from ingest.protocol import Cursor
from ingest.sources.imap.contents import UNDERSTATED
from ingest.sources.imap.opening import Account, Opener, trusting
from ingest.sources.imap.signing_in import Password
from ingest.sources.imap.source import ImapSource
from ingest.wire import TimedOut
from tests.peers import certificates
from tests.peers.hostile import HOSTILE, floods, lies
from tests.peers.obedient import Obedient, Pair, Served, serving

SHORT, LONG = 1.0, 20.0  # seconds that a server gets for an answer: one that says nothing, one that says too much
SECONDS, MEMORY = 60.0, 64 * 1024 * 1024
INBOX, OTHER = {1, 2, 3, 4, 5}, {11, 12, 13}
Met = dict[str, set[int] | type[SourceError]]

# What comes of each: an error before any folder is there, or folder by folder the messages or the error.
ENDS: dict[type[Obedient], Met] = {
    floods.AnnouncesGigabytes: {"INBOX": INBOX - {3}, "Other": OTHER},
    floods.Drips: {"INBOX": CollectionUnavailable, "Other": set()},
    floods.DripsOne: {"INBOX": INBOX - {3}, "Other": OTHER},
    floods.DripsGreeting: {"": Unavailable},
    floods.Silent: {"": Unavailable},
    floods.FloodsUntagged: {"INBOX": Malformed, "Other": Malformed},
    floods.FloodsLongLines: {"INBOX": Malformed, "Other": Malformed},
    floods.FloodsFlags: {"INBOX": Malformed, "Other": Malformed},
    floods.EndlessLine: {"": Malformed},
    floods.EndlessSearch: {"INBOX": Malformed, "Other": Malformed},
    floods.Parentheses: {"INBOX": Malformed, "Other": Malformed},
    floods.NeverDone: {"INBOX": CollectionUnavailable, "Other": CollectionUnavailable},
    floods.FloodsContents: {"INBOX": Malformed, "Other": Malformed},
    floods.ManyFolders: {"": Malformed},
    lies.UnderstatesSizes: {"INBOX": INBOX - {3}, "Other": OTHER},
    lies.OverstatesSizes: {"INBOX": INBOX, "Other": OTHER},
    lies.WrongTag: {"INBOX": Malformed, "Other": Malformed},
    lies.OtherUids: {"INBOX": INBOX, "Other": OTHER},
    lies.TwiceEach: {"INBOX": INBOX, "Other": OTHER},
    lies.NilContents: {"INBOX": INBOX - {3}, "Other": OTHER},
    lies.NegativeNumbers: {"INBOX": Malformed, "Other": Malformed},
    lies.HugeNumbers: {"INBOX": Malformed, "Other": OTHER},
    lies.OddDigits: {"INBOX": Malformed, "Other": OTHER},
    lies.OddOffsets: {"INBOX": INBOX, "Other": OTHER},
    lies.HugeModseq: {"INBOX": INBOX, "Other": OTHER},
    lies.SaysGoodbye: {"INBOX": Unavailable, "Other": Unavailable},
    lies.BadToEverything: {"": Unavailable},
    lies.Boasts: {"INBOX": INBOX, "Other": OTHER},
    lies.AsksOutOfTurn: {"INBOX": INBOX, "Other": OTHER},
    lies.RenumbersAlways: {"INBOX": INBOX, "Other": OTHER},
    lies.CountsDown: {"INBOX": INBOX, "Other": OTHER},
    lies.GrowsAlways: {"INBOX": INBOX, "Other": OTHER},
    lies.OddNames: {"INBOX": INBOX, "Other": OTHER},
    lies.OpensNothing: {"INBOX": CollectionUnavailable, "Other": OTHER},
    lies.Unnumbered: {"Other": OTHER},
    lies.OddDates: {"INBOX": INBOX, "Other": OTHER},
    lies.NoMail: {"": Malformed},
}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return certificates.write(tmp_path_factory.mktemp("tls"))


def opened(served: Served, authority: Path, patience: float = LONG) -> ImapSource:
    guard = HostGuard(allowed_networks(f"127.0.0.0/8={served.port}"))
    account = Account("localhost", served.port, Password("ada", "open sesame"))
    return ImapSource(account, Opener(guard, trusting(authority), patience))


def kind(error: SourceError) -> type[SourceError]:
    return Unavailable if isinstance(error, TimedOut) else type(error)


def met(served: Served, authority: Path, patience: float = LONG) -> tuple[Met, dict[str, Cursor]]:
    """What a pass over everything brings, and where it got in each folder."""
    source = opened(served, authority, patience)
    found: Met = {}
    cursors: dict[str, Cursor] = {}
    try:
        for ref in source.collections():
            try:
                for batch in source.changes(ref, None):
                    uids = {int(item.remote_id.partition("/")[2]) for item in batch.items}
                    before = found.get(ref.name, set())
                    assert isinstance(before, set)
                    found[ref.name] = before | uids
                    cursors[ref.remote_id] = batch.cursor
            except SourceError as error:
                found[ref.name] = kind(error)
    except SourceError as error:
        found[""] = kind(error)
    finally:
        source.close()
    return found, cursors


@pytest.fixture
def small() -> Iterator[None]:
    """Whatever happens in the test happens in little memory, and in time."""
    began = time.monotonic()
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()
    assert time.monotonic() - began < SECONDS


def test_every_one_of_them_is_met() -> None:
    assert set(ENDS) == set(HOSTILE)
    assert len(HOSTILE) >= 20


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda each: each.__name__)
def test_it_ends_and_the_rest_is_read(hostile: type[Obedient], pair: Pair) -> None:
    is_slow = hostile in {floods.Drips, floods.DripsOne, floods.NeverDone} or Unavailable in ENDS[hostile].values()
    patience = SHORT if is_slow else LONG
    with serving(hostile(), pair) as served:
        found, _ = met(served, pair[0], patience)
    assert found == ENDS[hostile]


@pytest.mark.usefixtures("small")
def test_one_that_keeps_to_the_protocol_is_read(pair: Pair) -> None:
    with serving(Obedient(), pair) as served:
        found, cursors = met(served, pair[0])
        assert found == {"INBOX": INBOX, "Other": OTHER}
        source = opened(served, pair[0])
        assert [list(source.changes(ref, cursors[ref.remote_id])) for ref in source.collections()] == [[], []]
        source.close()
    commands = [line.split()[1] for line in served.heard]
    assert set(commands) == {b"LOGIN", b"CAPABILITY", b"LIST", b"STATUS", b"EXAMINE", b"UID"}


def test_a_message_that_is_far_larger_than_listed_is_refused_and_the_others_are_read(pair: Pair) -> None:
    with serving(lies.UnderstatesSizes(), pair) as served:
        source = opened(served, pair[0])
        inbox = next(source.collections())
        (batch,) = source.changes(inbox, None)
        source.close()
        assert served.clients == 2
    assert [(each.remote_id, each.reason) for each in batch.refused] == [("7/3", UNDERSTATED)]
    assert len(batch.items) == 4


@pytest.mark.parametrize("hostile", [lies.RenumbersAlways, lies.CountsDown])
def test_a_folder_that_is_another_every_time_is_listed_again_and_no_more(hostile: type[Obedient], pair: Pair) -> None:
    with serving(hostile(), pair) as served:
        _, cursors = met(served, pair[0])
        source = opened(served, pair[0])
        ref = next(source.collections())
        with pytest.raises(CursorExpired):
            list(source.changes(ref, cursors.get(ref.remote_id, Cursor("[7,1000,5,0,0]"))))
        assert sum(len(batch.items) for batch in source.changes(ref, None)) == 5
        source.close()


@pytest.mark.usefixtures("small")
def test_dates_that_nothing_can_hold_are_none(pair: Pair) -> None:
    with serving(lies.OddDates(), pair) as served:
        source = opened(served, pair[0])
        (batch,) = source.changes(next(source.collections()), None)
        source.close()
    assert {item.received_at for item in batch.items} == {None}


def test_names_are_shown_without_what_nothing_can_hold(pair: Pair) -> None:
    with serving(lies.OddNames(), pair) as served:
        source = opened(served, pair[0])
        assert all(ref.name.isprintable() for ref in source.collections())
        source.close()
    assert not any(b"nul" in line or b"bell" in line or b"n" * 801 in line for line in served.heard)
