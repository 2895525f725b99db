from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from extract.raw import RawItem
from ingest.google.allowance import Unlimited
from ingest.protocol import BatchLimits
from ingest.sources.gmail.calls import Calls
from ingest.sources.gmail.contents import PARTS, Contents
from tests.peers.google.clients import client
from tests.peers.google.levers import BROKEN, CROWDED
from tests.peers.google.server import SOMEBODY, Google


@pytest.fixture
def gmail(google: Google) -> Iterator[Any]:
    made = client(google, SOMEBODY)
    yield made
    made.close()


def test_a_large_message_comes_by_itself_and_of_one_that_is_too_large_what_it_says(google: Google, gmail: Any) -> None:
    mailbox, limits = google.mailboxes[SOMEBODY], BatchLimits(item=2_000)
    sizes = (10, 1_500, 5_000, 5_000)
    ids = [mailbox.put(b"Subject: Offer\n\n" + b"x" * size) for size in sizes]
    contents = Contents(Calls(gmail, Unlimited()), limits, {}, large=frozenset(ids[1:3]))
    told = dict(contents.of(ids, history=True))
    assert list(told) == ids
    items = [each for each in told.values() if isinstance(each, RawItem)]
    assert [(each.full_size or 0) > 5_000 for each in items] == [False, False, True, True]
    assert all(b"Subject: Offer\r\n" in each.payload for each in items)
    assert google.meter.spent["messages.get"] == (2 + 2 + 1 + 1 + 1) * 20


def test_in_requests_of_so_many_and_what_is_refused_waits_as_long_as_was_said(google: Google, gmail: Any) -> None:
    ids = [google.mailboxes[SOMEBODY].put(b"Subject: Offer\n\nHello") for _ in range(PARTS + 1)]
    google.levers.parts = {3: CROWDED, 5: BROKEN}
    google.levers.fail("messages.get", BROKEN, after=PARTS - 2)
    waited: list[float] = []
    told = dict(Contents(Calls(gmail, Unlimited()), BatchLimits(), {}, waited.append).of(ids, history=False))
    assert all(told.values())
    assert waited == [0.5]
    assert google.levers.calls["batch"] == 2
