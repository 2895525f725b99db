"""What is gone at the source: marked here, unless it is most of what there was and its owner has not said so."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from extract.raw import MESSAGE, RawItem
from ingest.protocol import CollectionRef
from store.batches import waiting
from store.inbound import Kept
from store.models.private.connection import Connection
from tests.builders import MONDAY
from tests.ingest.test_sync import House
from tests.ingest.test_sync import house as house

ASKS = ("waiting for its owner", "mostly gone")


def missed(kept: list[Kept]) -> int:
    return sum(each.missed for each in kept)


def test_what_is_gone_at_the_source_is_gone_here(house: House) -> None:
    house.put(1, 2)
    house.follow()
    house.server.remove("inbox", "1")
    house.follow()
    assert house.gone() == {"1": True, "2": False}


def test_what_comes_back_is_there_again(house: House) -> None:
    house.put(1)
    house.follow()
    house.server.remove("inbox", "1")
    house.follow()
    house.put(1)
    assert [kept.fresh for kept in house.follow()] == [1]
    assert house.gone() == {"1": False}


@pytest.mark.parametrize("at_once", [200, 3])
def test_when_most_of_a_collection_is_gone_nothing_is_marked_until_its_owner_says_so(
    house: House, at_once: int
) -> None:
    house.put(*range(12))
    house.follow()
    before = house.cursors()
    house.take(*range(7))
    for _ in range(2):
        assert missed(house.follow(at_once)) == 7
        assert (house.present(), house.cursors()) == (12, before)
        assert house.state() == (*ASKS, 7)
    assert missed(house.follow(at_once, accept_gone=True)) == 0
    assert house.present() == 5
    assert house.state() == ("up to date", "", 0)
    assert house.follow() == []


def test_what_is_new_is_kept_while_most_is_missed(house: House) -> None:
    house.put(*range(12))
    house.follow(3)
    house.take(*range(9))
    house.put(20, 21, 22, 23)
    assert sum(kept.fresh for kept in house.follow(3)) == 4
    assert sum(kept.fresh for kept in house.follow(3)) == 0
    assert house.present() == 16
    house.put(*range(9))  # the disk is mounted again
    house.follow(3)
    assert house.state() == ("up to date", "", 0)
    assert house.follow() == []
    assert house.present() == 16


def test_half_of_a_collection_may_go(house: House) -> None:
    house.put(*range(12))
    house.follow()
    house.take(*range(6))
    assert missed(house.follow(2)) == 0
    assert house.present() == 6


def test_a_listing_that_lacks_most_is_not_believed_either(house: House) -> None:
    house.put(*range(12))
    house.follow()
    house.take(*range(7))
    house.server.expire("inbox")
    for _ in range(2):
        assert missed(house.follow(3)) == 7
        assert house.present() == 12
    house.follow(3, accept_gone=True)
    assert house.present() == 5
    assert house.follow() == []


def test_a_collection_that_is_no_longer_listed_is_gone_with_all_it_held(house: House) -> None:
    house.server.add_collection(CollectionRef("offers", "Offers", "mailbox_folder"))
    house.server.put("offers", RawItem(MESSAGE, b"Subject: offer\n\n", None, "o"))
    house.put(1)
    house.follow()
    shelf = house.server.shelves.pop("offers")
    house.follow()
    assert house.gone() == {"1": False, "o": True}
    house.server.shelves["offers"] = shelf
    assert sum(kept.fresh for kept in house.follow()) == 1
    assert house.gone() == {"1": False, "o": False}


def test_a_large_collection_that_is_no_longer_listed_is_asked_about(house: House) -> None:
    house.put(*range(10))
    house.follow()
    shelf = house.server.shelves.pop("inbox")
    assert missed(house.follow()) == 10
    assert (house.present(), house.state()) == (10, (*ASKS, 10))
    house.server.shelves["inbox"] = shelf
    assert missed(house.follow()) == 0
    assert (house.present(), house.state()) == (10, ("up to date", "", 0))
    del house.server.shelves["inbox"]
    house.follow(accept_gone=True)
    assert house.present() == 0


def test_a_large_collection_that_its_owner_leaves_out_is_not_asked_about(house: House) -> None:
    house.put(*range(10))
    house.follow()
    with house.person.app.transaction(house.person.acting) as session:
        session.execute(update(Connection).values(settings={"without": ["Inbox"]}))
    del house.server.shelves["inbox"]
    assert missed(house.follow()) == 0
    assert (house.present(), house.state()) == (0, ("up to date", "", 0))


def test_a_collection_under_another_name_is_not_missed(house: House) -> None:
    house.put(*range(10))
    house.follow()
    shelf = house.server.shelves.pop("inbox")
    house.server.add_collection(CollectionRef("archive", "Archive", "mailbox_folder"))
    for number in shelf.held():
        house.server.put("archive", shelf.changes[number])  # type: ignore[arg-type]  # those held are items
    assert missed(house.follow()) == 0
    assert house.present() == 10


def test_a_mailbox_that_was_cleared_into_another_is_believed_when_that_one_was_seen(house: House) -> None:
    house.server.add_collection(CollectionRef("archive", "Archive", "mailbox_folder"))
    house.put(*range(10))
    house.follow()
    for number in range(10):
        house.server.put("archive", RawItem(MESSAGE, f"Subject: {number}\n\n\n".encode(), MONDAY, f"a{number}"))
    house.take(*range(10))
    house.follow()
    assert missed(house.follow()) == 0
    assert house.present() == 10


def test_what_goes_and_comes_back_in_one_pass_is_there(house: House) -> None:
    house.put(1, 2)
    house.follow()
    house.take(1)
    house.put(1, body="again")
    house.follow(1)
    assert house.gone() == {"1": False, "2": False}


def test_what_goes_while_it_waits_is_not_read(house: House) -> None:
    house.put(1, 2)
    house.follow()
    house.take(1)
    house.follow()
    with house.person.worker.transaction(house.person.acting) as session:
        assert [row.remote_id for row in waiting(session, house.person.user_id)] == ["2"]
