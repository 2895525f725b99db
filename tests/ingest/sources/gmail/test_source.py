"""Gmail over a socket through its own client: the contract, and every way in which a first draft loses mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from extract.raw import INBOX, THREAD, RawItem
from ingest.errors import CredentialsRejected, CursorExpired, Unavailable
from ingest.google.service import service
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor
from ingest.sources.gmail.source import GmailSource, Nothing, Reading
from tests.ingest.source_contract import Mirror, Place, SourceContract, expected, payload
from tests.ingest.sources.gmail.mailbox import STRETCHES, GmailPlace, keeping
from tests.peers.google.clients import Given, Naive, roots
from tests.peers.google.levers import BROKEN, CROWDED, NOT_FOUND
from tests.peers.google.server import SOMEBODY, Google


@pytest.fixture
def place(google: Google) -> Iterator[GmailPlace]:
    made = GmailPlace(google)
    yield made
    made.close()


class TestAllMail(SourceContract):
    many = 2_000
    line_end = b"\r\n"

    @pytest.fixture
    def place(self, google: Google) -> Iterator[Place]:
        made = GmailPlace(google)
        yield made
        made.close()


@pytest.fixture
def naive(google: Google) -> Iterator[Naive]:
    gmail = service("gmail.v1", roots(google), Given(google.token(SOMEBODY)))
    yield Naive(gmail)
    gmail.close()


def batches(place: GmailPlace, since: str | None = None) -> Iterator[Batch]:
    source = place.open()
    return source.changes(next(iter(source.collections())), Cursor(since) if since else None)


def test_what_arrives_while_it_is_listed_is_not_lost(google: Google, place: GmailPlace, naive: Naive) -> None:
    place.put(*range(5))
    google.levers.most = 2
    numbers = iter(range(5, 100))
    google.levers.between_pages = lambda method: place.put(next(numbers)) if method == "messages.list" else None
    naive.list_all()
    naive.catch_up()
    mirror = keeping(place)
    mirror.follow()
    google.levers.between_pages = lambda _: None
    mirror.follow()
    assert mirror.payloads() == expected(*place.ids)
    assert not set(place.ids.values()) <= set(naive.seen)


def test_every_page_of_a_history_is_read(google: Google, place: GmailPlace, naive: Naive) -> None:
    mirror = keeping(place)
    mirror.follow()
    naive.list_all()
    google.levers.most = 3
    place.put(*range(10))
    naive.catch_up()
    naive.catch_up()
    mirror.follow()
    assert mirror.payloads() == expected(*range(10))
    assert len(mirror.order) == 10
    assert len(naive.seen) == 3


def test_a_history_that_breaks_off_in_the_middle_goes_on_there(google: Google, place: GmailPlace) -> None:
    mirror = keeping(place)
    mirror.follow()
    google.levers.most = 2
    place.put(*range(6))
    google.levers.fail("history.list", BROKEN, after=2)
    with pytest.raises(Unavailable):
        mirror.follow()
    assert len(mirror.order) == 4
    mirror.follow()
    assert mirror.payloads() == expected(*range(6))
    assert len(mirror.order) == 6


def test_a_forgotten_history_is_made_good_without_loading_anything_twice(
    google: Google, place: GmailPlace, naive: Naive
) -> None:
    place.put(*range(30))
    mirror = keeping(place)
    mirror.follow()
    naive.list_all()
    place.put(30, 31)
    place.take(7)
    place.mailbox.expire_history()
    google.meter.spent.clear()
    mirror.follow()
    naive.catch_up()
    naive.catch_up()
    assert mirror.payloads() == expected(*set(range(32)) - {7})
    assert google.meter.spent["messages.get"] == 2 * 20
    assert place.ids[30] not in naive.seen
    assert not mirror.follow()


def test_what_arrives_while_a_forgotten_history_is_made_good_is_not_lost(google: Google, place: GmailPlace) -> None:
    place.put(*range(5))
    mirror = keeping(place)
    mirror.follow()
    place.put(5)
    place.mailbox.expire_history()
    google.levers.most = 2
    numbers = iter(range(6, 12))
    google.levers.between_pages = lambda _: place.put(number) if (number := next(numbers, None)) else None
    mirror.follow()
    mirror.follow()
    assert mirror.payloads() == expected(*range(12))


def test_whoever_keeps_nothing_is_told_to_list_again(place: GmailPlace) -> None:
    place.put(1)
    *_, last = batches(place)
    place.mailbox.expire_history()
    with pytest.raises(CursorExpired):
        list(batches(place, last.cursor))
    with pytest.raises(CursorExpired):
        list(batches(place, "nonsense"))
    with pytest.raises(CursorExpired):
        list(batches(place, "[1]"))


def test_parts_that_fail_are_asked_for_again_alone(google: Google, place: GmailPlace, naive: Naive) -> None:
    place.put(*range(6))
    google.levers.parts = {0: CROWDED, 3: BROKEN}
    mirror = keeping(place)
    mirror.follow()
    assert mirror.payloads() == expected(*range(6))
    assert google.meter.spent["messages.get"] == 6 * 20
    google.levers.parts = {0: CROWDED, 3: BROKEN}
    assert len(naive.read(*place.ids.values())) == 4


def test_an_answer_that_lacks_a_part_loses_none(google: Google, place: GmailPlace) -> None:
    place.put(*range(6))
    google.levers.parts = {4: None}
    mirror = keeping(place)
    mirror.follow()
    assert mirror.payloads() == expected(*range(6))


def test_a_message_that_is_not_handed_over_holds_up_nobody(google: Google, place: GmailPlace) -> None:
    place.put(*range(3))
    google.levers.parts = {1: BROKEN}
    google.levers.fail("messages.get", BROKEN, BROKEN, BROKEN, after=2)
    (batch,) = batches(place)
    assert len(batch.items) == 2
    (refused,) = batch.refused
    assert refused.again
    source = place.open()
    (again,) = source.slow_items(CollectionRef("all", "Gmail", "mailbox_folder"), [refused.remote_id], first_part=False)
    assert [item.remote_id for item in again.items] == [refused.remote_id]
    assert not list(source.slow_items(CollectionRef("all", "Gmail", "mailbox_folder"), ["1"], first_part=True))


def test_when_nothing_is_handed_over_it_is_google_that_is_ill(google: Google, place: GmailPlace) -> None:
    place.put(*range(30))
    google.levers.fail("messages.get", *[BROKEN] * 60)
    with pytest.raises(Unavailable):
        list(batches(place))
    google.levers.fail("messages.get", *[CROWDED] * 60)
    with pytest.raises(Unavailable):
        list(batches(place))


def test_what_came_and_went_is_gone(google: Google, place: GmailPlace) -> None:
    place.put(1)
    mirror = keeping(place)
    mirror.follow()
    place.put(2, 3)
    google.levers.parts = {0: NOT_FOUND}
    place.take(3)
    mirror.follow()
    assert mirror.payloads() == expected(1)


def test_the_bin_is_no_place_and_what_is_taken_out_of_it_is_back(place: GmailPlace) -> None:
    place.put(*range(3))
    place.mailbox.put(payload(7), ("SPAM",))
    mirror = keeping(place)
    mirror.follow()
    place.mailbox.trash(place.ids[1])
    place.mailbox.put(payload(8), ("DRAFT",))
    mirror.follow()
    assert mirror.payloads() == expected(0, 2)
    place.mailbox.label(place.ids[1], ("INBOX",), ("TRASH",))
    place.mailbox.label(place.ids[0], ("STARRED",))
    mirror.order.clear()
    mirror.follow()
    assert mirror.payloads() == expected(0, 1, 2)
    assert mirror.order == [place.ids[1]]


def test_labels_are_those_that_every_source_has_and_the_owner_s_own(place: GmailPlace) -> None:
    place.mailbox.user_labels["Label_4"] = "Customers"
    place.mailbox.put(payload(1), ("INBOX", "UNREAD", "Label_4", "CATEGORY_PERSONAL"), thread="18a0")
    (batch,) = batches(place)
    assert batch.items[0].labels == (INBOX, "Customers", "CATEGORY_PERSONAL", f"{THREAD}18a0")


def test_a_listing_comes_in_stretches_and_what_is_new_comes_between(place: GmailPlace) -> None:
    place.reading = STRETCHES
    place.put(*range(50))
    mirror = keeping(place)
    assert [batch.left for batch in mirror.follow()] == [30]
    place.put(50)
    mirror.order.clear()
    assert next(iter(mirror.follow())).left is None
    assert mirror.order[0] == place.ids[50]
    mirror.follow()
    assert mirror.payloads() == expected(*range(51))


def test_after_a_kill_no_more_than_one_page_is_listed_again(google: Google, place: GmailPlace) -> None:
    place.put(*range(60))
    google.levers.most = 25
    place.reading = Reading(limits=BatchLimits(items=10))
    mirror = keeping(place)
    for number, batch in enumerate(batches(place)):
        mirror.apply(batch)
        if number == 3:
            break
    google.meter.spent.clear()
    mirror.follow()
    assert mirror.payloads() == expected(*range(60))
    assert google.meter.spent["messages.get"] == 20 * 20
    assert google.levers.calls["messages.list"] - google.meter.spent["messages.list"] // 5 <= 4


def test_only_what_is_wanted_is_read_and_more_when_more_is(place: GmailPlace) -> None:
    place.put(*range(3))
    late = int(date(2026, 5, 1).strftime("%s")) * 1000
    new = place.mailbox.put(payload(9), at=late)
    place.reading = Reading(since=date(2026, 4, 1))
    mirror = keeping(place)
    mirror.follow()
    assert list(mirror.items) == [new]
    survey = mirror.source.survey(mirror.collection, mirror.cursor)  # type: ignore[attr-defined]
    assert (len(survey.there), survey.claimed, survey.older) == (4, {new}, 3)
    place.reading = Reading()
    wider = keeping(place)
    wider.items, wider.cursor = mirror.items, mirror.cursor
    wider.follow()
    assert wider.payloads() == expected(0, 1, 2, 9)
    assert len(wider.order) == 3


def test_a_revoked_sign_in_is_its_owner_s_matter(google: Google, place: GmailPlace) -> None:
    source = place.open()
    google.grants.revoke()
    with pytest.raises(CredentialsRejected):
        source.collections()


def test_a_mirror_without_memory_gets_the_same(place: GmailPlace) -> None:
    place.put(*range(4))
    source = place.open(Nothing())
    assert isinstance(source, GmailSource)
    mirror = Mirror(source, next(iter(source.collections())), line_end=b"\r\n")
    mirror.follow()
    assert mirror.payloads() == expected(*range(4))
    assert all(isinstance(item, RawItem) for item in mirror.items.values())
    assert replace(place.reading).since is None


def test_what_is_under_a_label_that_is_left_out_is_not_read(place: GmailPlace) -> None:
    place.mailbox.user_labels["Label_7"] = "Family/School"
    place.put(1)
    place.mailbox.put(payload(2, "Private"), labels=("INBOX", "Label_7"))
    place.reading = replace(place.reading, without=frozenset({"family/school"}))
    mirror = keeping(place)
    mirror.follow()
    place.put(3)
    came = place.mailbox.put(payload(4, "Private"), labels=("INBOX", "Label_7"))
    mirror.follow()
    assert mirror.payloads() == expected(1, 3)
    assert place.mailbox.read[came] == 0
    source = place.open()
    collection = next(iter(source.collections()))
    survey = source.survey(collection, None)
    assert (len(survey.there), survey.older, source.labels) == (4, 2, frozenset({"Family/School"}))
    assert [batch.items for batch in source.items(collection, [came])] == [()]
    place.mailbox.label(came, remove=("Label_7",))
    mirror.follow()
    assert mirror.payloads() == sorted([*expected(1, 3), payload(4, "Private")])
