"""Everything that can go wrong at Gmail, once for a first draft, which loses or doubles mail, and once for us."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

import pytest

from ingest.errors import Unavailable
from ingest.google.service import service
from ingest.sources.gmail.position import Position
from ingest.sources.gmail.source import Reading
from tests.ingest.source_contract import expected, payload
from tests.ingest.sources.gmail.mailbox import GmailPlace, keeping
from tests.peers.google.clients import Given, roots
from tests.peers.google.levers import BROKEN
from tests.peers.google.naive import NaiveMail
from tests.peers.google.quota import Limits
from tests.peers.google.server import SOMEBODY, Google

PRICE = 20


@pytest.fixture
def place(google: Google) -> Iterator[GmailPlace]:
    made = GmailPlace(google)
    yield made
    made.close()


@pytest.fixture
def naive(google: Google) -> Iterator[NaiveMail]:
    gmail = service("gmail.v1", roots(google), Given(google.token(SOMEBODY)))
    yield NaiveMail(gmail)
    gmail.close()


def test_a_quota_that_others_use_up_loses_nothing(google: Google, place: GmailPlace, naive: NaiveMail) -> None:
    place.put(*range(12))
    google.meter.limits = Limits(user=6 * PRICE, window=60)
    naive.load(*place.ids.values())
    assert len(naive.got) == 6
    google.meter.limits = replace(google.meter.limits, window=0.4)
    time.sleep(0.5)  # what the others used up counts no more
    place.reading = Reading(pause=lambda _: time.sleep(0.5))
    refused = google.meter.refused
    mirror = keeping(place)
    mirror.follow()
    assert google.meter.refused > refused
    assert mirror.payloads() == expected(*range(12))
    assert len(mirror.order) == 12


def test_a_day_s_units_that_are_used_up_are_waited_for(google: Google, place: GmailPlace, naive: NaiveMail) -> None:
    place.put(*range(4))
    naive.list_all()
    mirror = keeping(place)
    mirror.follow()
    place.put(*range(4, 8))
    google.meter.limits = replace(google.meter.limits, day=google.meter.total + 2 + 3 * PRICE)
    naive.catch_up()
    naive.load(*naive.seen[4:])
    google.meter.limits = replace(google.meter.limits, day=google.meter.total + 3 * PRICE)
    with pytest.raises(Unavailable) as waits:
        mirror.follow()
    assert (waits.value.retry_after or 0) >= 3_600
    google.meter.limits = replace(google.meter.limits, day=10**9)
    naive.catch_up()
    mirror.follow()
    assert mirror.payloads() == expected(*range(8))
    assert len(mirror.order) == 8
    assert len(naive.got) == 3


def test_a_message_that_many_records_are_about_is_one(place: GmailPlace, naive: NaiveMail) -> None:
    naive.list_all()
    mirror = keeping(place)
    mirror.follow()
    place.put(1)
    place.mailbox.label(place.ids[1], ("STARRED",))
    place.mailbox.label(place.ids[1], ("IMPORTANT",), ("UNREAD",))
    naive.touched()
    mirror.follow()
    assert naive.seen == [place.ids[1]] * 4
    assert mirror.order == [place.ids[1]]


def test_what_is_put_into_the_bin_is_gone(place: GmailPlace, naive: NaiveMail) -> None:
    place.put(1, 2)
    naive.list_all()
    mirror = keeping(place)
    mirror.follow()
    place.mailbox.trash(place.ids[1])
    naive.catch_up()
    mirror.follow()
    assert place.ids[1] in naive.seen
    assert mirror.payloads() == expected(2)


def test_what_came_and_went_holds_up_nothing_behind_it(place: GmailPlace, naive: NaiveMail) -> None:
    naive.list_all()
    mirror = keeping(place)
    mirror.follow()
    place.put(*range(5))
    naive.touched()
    place.take(1)
    naive.load(*naive.seen)
    mirror.follow()
    assert len(naive.got) == 1
    assert mirror.payloads() == expected(0, 2, 3, 4)


def test_a_listing_that_breaks_off_doubles_nothing(google: Google, place: GmailPlace, naive: NaiveMail) -> None:
    place.put(*range(6))
    google.levers.most = 2
    google.levers.fail("messages.list", BROKEN, after=1)
    naive.list_with_patience()
    assert len(naive.seen) == 8
    google.levers.fail("messages.list", BROKEN, after=3)  # the first looks for large ones
    mirror = keeping(place)
    with pytest.raises(Unavailable):
        mirror.follow()
    mirror.follow()
    assert mirror.payloads() == expected(*range(6))
    assert len(mirror.order) == 6


def test_a_batch_may_have_so_many_parts_and_no_more(place: GmailPlace, naive: NaiveMail) -> None:
    place.put(*range(101))
    with pytest.raises(Exception, match="too many parts"):
        naive.read(*place.ids.values())
    mirror = keeping(place)
    mirror.follow()
    assert len(mirror.order) == 101


def test_a_history_id_of_the_future_hides_nothing(place: GmailPlace, naive: NaiveMail) -> None:
    place.put(1)
    naive.list_all()
    mirror = keeping(place)
    mirror.follow()
    assert mirror.cursor
    naive.history_id = "99999999"
    mirror.cursor = replace(Position.of(mirror.cursor), history=naive.history_id).cursor()
    place.put(2)
    naive.catch_up()
    naive.catch_up()
    mirror.follow()
    assert place.ids[2] not in naive.seen
    assert mirror.payloads() == expected(1, 2)
    assert len(mirror.order) == 2


def test_what_google_calls_an_attachment_is_no_name(place: GmailPlace, naive: NaiveMail) -> None:
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Offer", "Ada Brandt <ada@nordlicht.example>"
    letter.set_content("Attached.")
    letter.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="offer.pdf")
    id_ = place.mailbox.put(letter.as_bytes())
    assert len(naive.attachments(id_) | naive.attachments(id_)) == 2
    first, second = keeping(place), keeping(place)
    first.follow()
    second.follow()
    assert first.items[id_] == second.items[id_]


def test_an_empty_answer_leaves_out_its_lists(place: GmailPlace, naive: NaiveMail) -> None:
    with pytest.raises(KeyError):
        naive.gmail.users().messages().list(userId="me").execute()["messages"]
    mirror = keeping(place)
    mirror.follow()
    place.mailbox.put(payload(1), ("DRAFT",))
    mirror.follow()
    assert mirror.payloads() == []


def test_a_draft_is_another_message_with_each_edit_and_no_mail_until_it_is_sent(
    place: GmailPlace, naive: NaiveMail
) -> None:
    naive.list_all()
    mirror = keeping(place)
    mirror.follow()
    draft = ""
    for _ in range(3):
        if draft:
            place.mailbox.delete(draft)
        draft = place.mailbox.put(payload(1), ("DRAFT",))
        naive.touched()
        mirror.follow()
        assert mirror.payloads() == expected()
    place.mailbox.delete(draft)
    sent = place.mailbox.put(payload(1), ("SENT",))
    naive.touched()
    mirror.follow()
    assert (list(mirror.items), mirror.order) == ([sent], [sent])
    assert len(set(naive.seen)) == 4  # of one letter
