"""A listing in stretches: how long they are, how much is asked for at once, and what is new between two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ingest.google.allowance import Unlimited
from ingest.protocol import BatchLimits
from ingest.sources.gmail import listing
from ingest.sources.gmail.calls import Calls
from ingest.sources.gmail.contents import PARTS, Contents
from ingest.sources.gmail.listing import LEAST, Listing
from ingest.sources.gmail.position import Position
from ingest.sources.gmail.source import Reading
from tests.ingest.sources.gmail.mailbox import GmailPlace, keeping
from tests.peers.google.clients import client
from tests.peers.google.server import SOMEBODY, Google


@pytest.fixture
def place(google: Google) -> Iterator[GmailPlace]:
    made = GmailPlace(google)
    yield made
    made.close()


class Slow:
    """A clock of which a part passes with each look at it."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def begun(google: Google, place: GmailPlace, stops: int | None = 10_000) -> Listing:
    calls = Calls(client(google, SOMEBODY), Unlimited())
    contents = Contents(calls, place.reading.limits, {}, place.reading.pause)
    return Listing(calls, "", lambda: contents, Position("1"), frozenset(), stops)


def test_a_stretch_ends_after_a_moment_and_asks_for_no_more_than_comes_in_one(
    google: Google, place: GmailPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.put(*range(2 * PARTS))
    monkeypatch.setattr(listing, "monotonic", Slow(2.5))
    found = begun(google, place)
    lengths = []
    while not found.is_over:
        lengths.append(sum(each.outcome is not None for each in found.stretch()))
    found.calls.gmail.close()
    assert lengths[:2] == [PARTS, int(PARTS * 2 / 2.5)]
    assert sum(lengths) == len(place.ids)
    monkeypatch.setattr(listing, "monotonic", Slow(60))
    slow = begun(google, place)
    assert [sum(each.outcome is not None for each in slow.stretch()) for _ in range(2)] == [PARTS, LEAST]
    slow.calls.gmail.close()


def test_what_is_known_is_not_loaded_and_it_goes_on_another_time_where_it_is_to(
    google: Google, place: GmailPlace
) -> None:
    place.put(*range(50))
    found = replace(begun(google, place, stops=PARTS), known=frozenset(place.ids.values()))
    told = list(found.stretch())
    assert [each.outcome for each in told] == [None]
    assert (found.is_over, found.position.done, found.position.listing) == (True, PARTS, True)
    assert google.levers.calls["messages.get"] == 0
    found.calls.gmail.close()


def test_what_arrives_is_looked_for_after_each_stretch_of_one_pass(
    google: Google, place: GmailPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "monotonic", Slow(2.5))
    place.put(*range(3 * PARTS))
    place.reading = Reading(limits=BatchLimits(history=1_000), pause=lambda _: None)
    mirror = keeping(place)
    batches = mirror.source.changes(mirror.collection, None)
    mirror.apply(next(batches))
    place.put(100)
    mirror.apply(next(batches))
    assert mirror.order[-1] == place.ids[100]
    place.mailbox.expire_history()  # in the middle of it: everything is listed again, and nothing loaded twice
    place.put(101)
    for batch in batches:
        mirror.apply(batch)
    assert len(mirror.order) == len(set(mirror.order)) == 3 * PARTS + 2
    assert google.levers.calls["labels.list"] == 1
