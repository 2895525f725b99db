from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ingest.errors import Malformed
from ingest.google.allowance import Unlimited
from ingest.google.service import NotThere
from ingest.sources.gmail.calls import Calls, raw_of
from tests.peers.google.clients import client
from tests.peers.google.server import SOMEBODY, Google


@pytest.fixture
def gmail(google: Google) -> Iterator[Any]:
    made = client(google, SOMEBODY)
    yield made
    made.close()


def test_answers_are_told_in_our_words(google: Google, gmail: Any) -> None:
    mailbox, calls = google.mailboxes[SOMEBODY], Calls(gmail, Unlimited())
    begin = calls.profile().history
    ids = [mailbox.put(b"Subject: Offer\n\nHello") for _ in range(3)]
    assert calls.listed() == tuple(ids[::-1])
    assert (calls.profile().address, calls.profile().messages) == (SOMEBODY, 3)
    mailbox.trash(ids[0])
    mailbox.delete(ids[1])
    told = calls.history(begin, "")
    assert told.changes == {ids[0]: "gone", ids[1]: "gone", ids[2]: "there"}
    assert (told.last, told.token) == (told.reached, "")
    assert calls.labels() == {}
    with pytest.raises(NotThere):
        calls.history("1", "")


def test_what_is_no_message_is_malformed() -> None:
    assert raw_of({"raw": "SGk"}) == b"Hi"
    for odd in ({}, {"raw": 7}, {"raw": "é"}):
        with pytest.raises(Malformed):
            raw_of(odd)
