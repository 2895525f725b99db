from __future__ import annotations

import pytest

from extract.raw import INBOX, MESSAGE, RawItem
from ingest.errors import CursorExpired, Unavailable
from ingest.protocol import MAX_ITEM_BYTES, CollectionRef, Refused, Source
from ingest.sources.memory import MemoryServer, MemorySource, remote_id_of
from tests.ingest.source_contract import Place, SourceContract, payload, sent_at

REF = CollectionRef("inbox", "Inbox", "mailbox_folder", INBOX)


class MemoryPlace(Place):
    def __init__(self) -> None:
        self.server = MemoryServer()
        self.server.add_collection(REF)

    def open(self) -> MemorySource:
        return MemorySource(self.server)

    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        for number in numbers:
            self._put(number, payload(number, body, size))

    def _put(self, number: int, data: bytes) -> None:
        if len(data) > MAX_ITEM_BYTES:
            self.server.put("inbox", Refused(str(number), "It is larger than 25 MB."))
        else:
            self.server.put("inbox", RawItem(MESSAGE, data, sent_at(number), str(number), (INBOX,)))

    def take(self, number: int) -> None:
        self.server.remove("inbox", str(number))

    def hide(self) -> None:
        self.server.down = True

    def fingerprint(self) -> str:
        return repr(self.server.shelves)


@pytest.fixture
def place() -> MemoryPlace:
    return MemoryPlace()


class TestMemorySource(SourceContract):
    @pytest.fixture
    def place(self) -> MemoryPlace:
        return MemoryPlace()


def test_a_renumbered_folder_expires_its_cursors(place: MemoryPlace) -> None:
    place.put(1)
    source = place.open()
    (batch,) = source.changes(REF, None)
    place.server.expire("inbox")
    with pytest.raises(CursorExpired):
        list(source.changes(REF, batch.cursor))


def test_a_server_that_is_down_says_when_to_come_back(place: MemoryPlace) -> None:
    place.server.down = True
    with pytest.raises(Unavailable) as raised:
        list(place.open().collections())
    assert raised.value.retry_after == 1


def test_what_went_before_the_first_listing_is_not_mentioned(place: MemoryPlace) -> None:
    place.put(1, 2)
    place.take(1)
    (batch,) = place.open().changes(REF, None)
    assert batch.gone == ()


def test_a_pointer_stands_for_what_is_gone() -> None:
    assert remote_id_of("7") == "7"
    assert remote_id_of(Refused("8", "It is larger than 25 MB.")) == "8"


def test_it_satisfies_the_protocol(place: MemoryPlace) -> None:
    source: Source = place.open()
    assert [ref.remote_id for ref in source.collections()] == ["inbox"]
