"""The fake does what Google does, seen through Google's own client; and a client that trusts it loses mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from googleapiclient.errors import HttpError

from ingest.google.service import Interface, scope
from tests.peers.google import shapes
from tests.peers.google.clients import Naive, client
from tests.peers.google.levers import BROKEN, CROWDED
from tests.peers.google.mailbox import Mailbox
from tests.peers.google.quota import Limits
from tests.peers.google.server import SOMEBODY, Google

ADDRESS = SOMEBODY
RAW = b"From: Ada Brandt <ada@nordlicht.example>\nSubject: Offer\n\nShall we meet on Thursday?\n"


@pytest.fixture
def mailbox(google: Google) -> Mailbox:
    return google.mailboxes[ADDRESS]


Dial = Callable[..., Any]


@pytest.fixture
def dial(google: Google) -> Iterator[Dial]:
    """A client of the user for an interface, with scopes where it is not all of them."""
    opened = []

    def open_one(interface: Interface = "gmail.v1", *scopes: str) -> Any:
        opened.append(client(google, ADDRESS, interface, *scopes))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def naive(dial: Dial, mailbox: Mailbox) -> Naive:
    return Naive(dial())


def reason_of(error: pytest.ExceptionInfo[HttpError]) -> tuple[int, str]:
    return error.value.resp.status, error.value.error_details[0]["reason"]


def test_answers_have_the_shapes_of_the_discovery_documents(google: Google, mailbox: Mailbox, dial: Dial) -> None:
    ids = [mailbox.put(RAW) for _ in range(3)]
    mailbox.user_labels["Label_1"] = "Customers"
    mailbox.trash(ids[0])
    mailbox.delete(ids[1])
    calendar = google.calendars[ADDRESS].shelf[ADDRESS]
    calendar.put("e1", summary="Call", start={"dateTime": "2026-11-26T10:00:00+01:00", "timeZone": "Europe/Berlin"})
    users, calendars = dial().users(), dial("calendar.v3")
    gmail, events = shapes.document("gmail.v1")["schemas"], shapes.document("calendar.v3")["schemas"]
    answers = [
        (gmail, "Profile", users.getProfile(userId="me")),
        (gmail, "ListMessagesResponse", users.messages().list(userId="me", maxResults=1)),
        (gmail, "Message", users.messages().get(userId="me", id=ids[2], format="raw")),
        (gmail, "Message", users.messages().get(userId="me", id=ids[2], format="metadata")),
        (gmail, "ListHistoryResponse", users.history().list(userId="me", startHistoryId="4711")),
        (gmail, "ListLabelsResponse", users.labels().list(userId="me")),
        (gmail, "WatchResponse", users.watch(userId="me", body={"topicName": "projects/p/topics/t"})),
        (events, "CalendarList", calendars.calendarList().list()),
        (events, "Events", calendars.events().list(calendarId=ADDRESS)),
        (
            events,
            "Channel",
            calendars.events().watch(
                calendarId=ADDRESS, body={"id": "c-1", "token": "t", "address": "https://crm.example/"}
            ),
        ),
        (events, "Event", calendars.events().get(calendarId=ADDRESS, eventId="e1")),
    ]
    for schemas, name, call in answers:
        assert list(shapes.faults(schemas, name, call.execute())) == []
    assert list(shapes.faults(gmail, "Profile", {"historyId": 7, "extra": 1})) == [
        "Profile.historyId: no string", "Profile.extra: not in the document",
    ]  # fmt: skip


def test_empty_lists_are_left_out(google: Google, dial: Dial) -> None:
    users = dial().users()
    assert users.messages().list(userId="me").execute() == {"resultSizeEstimate": 0}
    assert users.history().list(userId="me", startHistoryId="4711").execute() == {"historyId": "4711"}


def test_what_arrives_between_pages_neither_repeats_nor_hides_others(
    google: Google, mailbox: Mailbox, naive: Naive
) -> None:
    before = [mailbox.put(RAW) for _ in range(5)]
    google.levers.most = 2
    late: list[str] = []
    google.levers.between_pages = lambda _: late.append(mailbox.put(RAW))
    naive.list_all()
    assert naive.seen == before[::-1]
    naive.catch_up()
    assert set(late) - set(naive.seen) == set(late)  # taken after the listing, the history id hides them for ever


def test_more_than_one_page_of_history_is_lost_on_who_reads_one(google: Google, mailbox: Mailbox, naive: Naive) -> None:
    naive.list_all()
    late = [mailbox.put(RAW) for _ in range(5)]
    google.levers.most = 2
    naive.catch_up()
    naive.catch_up()
    assert naive.seen == late[:2]


def test_a_forgotten_history_is_not_found(google: Google, mailbox: Mailbox, naive: Naive) -> None:
    naive.list_all()
    mailbox.put(RAW)
    mailbox.expire_history()
    with pytest.raises(HttpError) as error:
        naive.gmail.users().history().list(userId="me", startHistoryId=naive.history_id).execute()
    assert reason_of(error) == (404, "notFound")
    naive.catch_up()
    naive.catch_up()
    assert naive.seen == []


def test_a_part_of_a_batch_fails_alone(google: Google, mailbox: Mailbox, naive: Naive) -> None:
    ids = [mailbox.put(RAW) for _ in range(4)]
    google.levers.parts = {1: CROWDED, 2: BROKEN}
    assert list(naive.read(*ids)) == [ids[0], ids[3]]
    assert google.meter.spent["messages.get"] == 40
    assert len(naive.read(*ids)) == 4


def test_a_part_may_be_missing_from_the_answer(google: Google, mailbox: Mailbox, naive: Naive) -> None:
    ids = [mailbox.put(RAW) for _ in range(2)]
    google.levers.parts = {1: None}
    with pytest.raises(KeyError):
        naive.read(*ids)


def test_calls_cost_units_and_are_refused_over_the_limit(google: Google, mailbox: Mailbox, naive: Naive) -> None:
    id_ = mailbox.put(RAW)
    google.meter.limits = Limits(user=45)
    naive.list_all()
    naive.read(id_)
    with pytest.raises(HttpError) as error:
        naive.gmail.users().messages().get(userId="me", id=id_).execute()
    assert reason_of(error) == (403, "userRateLimitExceeded")
    assert (google.meter.total, google.meter.refused) == (26, 1)
    google.late = 61
    naive.gmail.users().messages().get(userId="me", id=id_).execute()
    for limits, reason in ((Limits(project=30), "rateLimitExceeded"), (Limits(day=46), "dailyLimitExceeded")):
        google.meter.limits = limits
        with pytest.raises(HttpError) as error:
            naive.gmail.users().messages().get(userId="me", id=id_).execute()
        assert reason_of(error) == (403, reason)


def test_a_call_can_be_made_to_fail(google: Google, mailbox: Mailbox, naive: Naive) -> None:
    google.levers.fail("messages.list", BROKEN, after=1)
    naive.list_all()
    with pytest.raises(HttpError) as error:
        naive.list_all()
    assert reason_of(error) == (503, "backendError")
    naive.list_all()
    google.levers.down = True
    with pytest.raises(HttpError):
        naive.list_all()


def test_without_the_scope_nothing_is_told(google: Google, dial: Dial) -> None:
    narrow = dial("gmail.v1", scope("calendar.v3", "calendar.readonly"))
    with pytest.raises(HttpError) as error:
        narrow.users().getProfile(userId="me").execute()
    assert reason_of(error) == (403, "insufficientPermissions")


def test_a_revoked_token_opens_nothing(google: Google, naive: Naive) -> None:
    google.grants.revoke()
    with pytest.raises(HttpError) as error:
        naive.list_all()
    assert reason_of(error) == (401, "authError")


def test_sync_tokens_come_last_and_expire(google: Google, dial: Dial) -> None:
    calendar = google.calendars[ADDRESS].shelf[ADDRESS]
    for number in range(3):
        calendar.put(f"e{number}", summary="Call")
    events = dial("calendar.v3").events()
    google.levers.most = 2
    first = events.list(calendarId=ADDRESS).execute()
    assert "nextSyncToken" not in first
    last = events.list(calendarId=ADDRESS, pageToken=first["nextPageToken"]).execute()
    calendar.cancel("e1")
    (cancelled,) = events.list(calendarId=ADDRESS, syncToken=last["nextSyncToken"]).execute()["items"]
    assert (cancelled["id"], cancelled["status"]) == ("e1", "cancelled")
    assert [each["id"] for each in events.list(calendarId=ADDRESS).execute()["items"]] == ["e0", "e2"]
    calendar.expire()
    with pytest.raises(HttpError) as error:
        events.list(calendarId=ADDRESS, syncToken=last["nextSyncToken"]).execute()
    assert reason_of(error) == (410, "fullSyncRequired")
    with pytest.raises(HttpError) as error:
        events.list(calendarId=ADDRESS, syncToken=last["nextSyncToken"], q="Call").execute()
    assert error.value.resp.status == 400
