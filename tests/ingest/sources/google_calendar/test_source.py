"""Google's calendars over a socket through its own client: the contract, and every way to lose or double an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from ingest.calendar_reading import Reading
from ingest.errors import CollectionUnavailable, CredentialsRejected, CursorExpired, Malformed, Unavailable
from ingest.google.service import scope
from ingest.protocol import BatchLimits, CollectionRef
from ingest.sources.google_calendar import calls
from ingest.sources.google_calendar.source import LOST
from tests.ingest.calendar_contract import CalendarContract, CalendarMirror
from tests.ingest.source_contract import Place, expected, payload
from tests.ingest.sources.google_calendar.shelf import GoogleShelf, at
from tests.peers.google.clients import client
from tests.peers.google.levers import BROKEN, CROWDED
from tests.peers.google.server import SOMEBODY, Google

SMALL = Reading(limits=BatchLimits(items=4))


class TestCalendars(CalendarContract):
    several = 450
    many = 1_200

    @pytest.fixture
    def place(self, google: Google) -> Iterator[Place]:
        made = GoogleShelf(google)
        self.memory = made.memory
        yield made
        made.close()


def follow(mirror: CalendarMirror, place: GoogleShelf, reading: Reading | None = None) -> list[str]:
    """A pass of its own; what it handed over."""
    mirror.source = place.open(reading)
    list(mirror.source.collections())
    return [item.remote_id for batch in mirror.follow() for item in batch.items]


def series(place: GoogleShelf, sequence: int = 0) -> None:
    place.calendar.put(
        "s1", summary="Review", sequence=sequence, recurrence=["RRULE:FREQ=WEEKLY;COUNT=6"],
        start=at("2026-03-02T10:00:00+01:00"), end=at("2026-03-02T11:00:00+01:00"),
    )  # fmt: skip


def instance(place: GoogleShelf, day: int, **fields: object) -> str:
    id_ = f"s1_202603{day:02}T090000Z"
    original = at(f"2026-03-{day:02}T10:00:00+01:00")
    place.calendar.put(id_, recurringEventId="s1", originalStartTime=original, **fields)
    return id_


def test_pages_may_be_short_or_empty_and_the_token_is_that_of_the_last(google: Google, place: GoogleShelf) -> None:
    place.put(*range(7))
    google.levers.most, google.levers.blank = 2, 3
    mirror = place.mirror()
    mirror.follow()
    assert mirror.payloads() == expected(*range(7))
    place.put(7)
    google.levers.blank = 1
    assert follow(mirror, place) == ["e7"]


def test_what_comes_and_goes_between_two_pages_is_neither_lost_nor_kept(google: Google, place: GoogleShelf) -> None:
    place.put(*range(6))
    google.levers.most = 2
    happens: list[Callable[[], None]] = [
        lambda: place.put(1, body="Later."), lambda: place.put(6), lambda: place.take(0),
    ]  # fmt: skip
    google.levers.between_pages = lambda _: happens.pop()() if happens else None
    mirror = place.mirror()
    mirror.follow()
    follow(mirror, place)
    assert mirror.payloads() == sorted([*expected(2, 3, 4, 5, 6), payload(1, "Later.")])


def test_a_refused_token_costs_a_listing_and_what_differs(google: Google, place: GoogleShelf) -> None:
    place.put(*range(20))
    mirror = place.mirror()
    mirror.follow()
    place.take(2)
    place.put(3, body="Friday suits me better.")
    place.put(20)
    place.calendar.expire()
    google.levers.calls.clear()
    assert sorted(follow(mirror, place)) == ["e20", "e3"]
    assert google.levers.calls["events.list"] == 2
    assert sorted(mirror.items) == sorted(f"e{number}" for number in range(21) if number != 2)
    assert follow(mirror, place) == []


def test_whoever_keeps_nothing_is_told_to_list_again(place: GoogleShelf) -> None:
    place.put(1)
    mirror = place.mirror()
    mirror.follow()
    place.calendar.expire()
    with pytest.raises(CursorExpired, match=LOST):
        list(place.open(remembers=False).changes(mirror.collection, mirror.cursor))


def test_a_client_that_wipes_and_begins_anew_sees_everything_twice(google: Google, place: GoogleShelf) -> None:
    """What a first draft does on 410: all of it is new again, and what was taken away meanwhile is never told."""
    place.put(*range(5))
    mirror = place.mirror()
    mirror.follow()
    naive = client(google, SOMEBODY, "calendar.v3")
    seen = [each["id"] for each in naive.events().list(calendarId=SOMEBODY).execute()["items"]]
    place.take(1)
    place.calendar.expire()
    seen += [each["id"] for each in naive.events().list(calendarId=SOMEBODY).execute()["items"]]
    naive.close()
    mirror.order.clear()
    follow(mirror, place)
    assert len(seen) == 9
    assert "e1" in seen
    assert (mirror.order, sorted(mirror.items)) == ([], ["e0", "e2", "e3", "e4"])


def test_a_run_that_breaks_off_keeps_its_token_and_hands_over_nothing_twice(google: Google, place: GoogleShelf) -> None:
    place.put(*range(3))
    mirror = place.mirror()
    mirror.follow()
    reached = mirror.cursor
    place.put(*range(3, 9))
    google.levers.most = 2
    for fault, kind in ((BROKEN, Unavailable), (CROWDED, Unavailable)):
        google.levers.fail("events.list", fault, after=1)
        with pytest.raises(kind):
            follow(mirror, place)
        assert mirror.cursor == reached
    mirror.order.clear()
    follow(mirror, place)
    assert sorted(mirror.order) == [f"e{number}" for number in range(3, 9)]


def test_an_instance_that_is_moved_is_an_event_of_its_series(place: GoogleShelf) -> None:
    series(place)
    mirror = place.mirror()
    mirror.follow()
    moved = instance(place, 9, summary="Review", sequence=1, start=at("2026-03-10T14:00:00+01:00"))
    assert follow(mirror, place) == [moved]
    said = mirror.items[moved].payload
    assert b"UID:s1@g\r\n" in said
    assert b"RECURRENCE-ID;TZID=Europe/Berlin:20260309T100000\r\n" in said
    assert b"DTSTART;TZID=Europe/Berlin:20260310T140000\r\n" in said
    assert b"RRULE:FREQ=WEEKLY;COUNT=6\r\n" in mirror.items["s1"].payload


def test_a_cancelled_instance_of_which_nothing_more_is_said_counts_more_than_what_was_said_before(
    google: Google, place: GoogleShelf
) -> None:
    series(place)
    moved = instance(place, 9, summary="Review", sequence=4, start=at("2026-03-10T14:00:00+01:00"))
    mirror = place.mirror()
    mirror.follow()
    instance(place, 9, status="cancelled")
    other = instance(place, 16, status="cancelled")
    google.levers.calls.clear()
    assert sorted(follow(mirror, place)) == [moved, other]
    assert google.levers.calls["events.get"] == 1
    said = mirror.items[moved].payload
    assert b"STATUS:CANCELLED\r\n" in said
    assert b"SEQUENCE:4\r\n" in said
    assert b"UID:s1@g\r\n" in said
    assert b"DTSTART;TZID=Europe/Berlin:20260309T100000\r\n" in said
    place.calendar.expire()
    assert follow(mirror, place) == []


def test_with_a_series_go_its_instances(place: GoogleShelf) -> None:
    series(place)
    instance(place, 9, sequence=1, start=at("2026-03-10T14:00:00+01:00"))
    instance(place, 16, status="cancelled")
    place.calendar.put("s1_R20260401T080000", summary="Review", start=at("2026-04-06T10:00:00+02:00"))
    mirror = place.mirror()
    mirror.follow()
    assert len(mirror.items) == 4
    place.calendar.cancel("s1")
    follow(mirror, place)
    assert list(mirror.items) == ["s1_R20260401T080000"]


def test_an_instance_of_a_series_that_is_not_there_is_gone(place: GoogleShelf) -> None:
    place.put(1)
    mirror = place.mirror()
    mirror.follow()
    instance(place, 9, status="cancelled")
    follow(mirror, place)
    assert list(mirror.items) == ["e1"]


def test_other_people_s_calendars_are_read_when_they_are_wanted(google: Google, place: GoogleShelf) -> None:
    shelf = google.calendars[SOMEBODY]
    shelf.add("team@group", "Team", role="reader")
    shelf.add("second@group", "Fairs")
    shelf.add("busy@group", "Busy", role="freeBusyReader")
    google.levers.most = 1

    def names(reading: Reading) -> list[str]:
        return [each.name for each in place.open(reading).collections()]

    assert names(Reading()) == [SOMEBODY, "Fairs"]
    assert names(Reading(without=("fairs",), also=("TEAM",))) == [SOMEBODY, "Team"]


def test_one_calendar_that_is_closed_stops_no_other(google: Google, place: GoogleShelf) -> None:
    place.put(1)
    team = google.calendars[SOMEBODY].add("team@group", "Team")
    source = place.open()
    first, second = source.collections()
    team.closed = True
    with pytest.raises(CollectionUnavailable):
        list(source.changes(second, None))
    assert len(list(source.changes(first, None))) == 1
    del google.calendars[SOMEBODY].shelf["team@group"]
    with pytest.raises(CollectionUnavailable):
        list(source.changes(second, None))
    with pytest.raises(Unavailable):
        list(place.open().changes(CollectionRef("nobody@group", "?", "calendar"), None))


def test_a_narrow_or_a_revoked_grant_is_its_owner_s_matter(google: Google, place: GoogleShelf) -> None:
    source = place.open()
    google.grants.revoke()
    with pytest.raises(CredentialsRejected):
        source.collections()
    narrow = client(google, SOMEBODY, "calendar.v3", scope("gmail.v1", "gmail.readonly"))
    source._calls.calendar.close()
    object.__setattr__(source._calls, "calendar", narrow)
    with pytest.raises(CredentialsRejected):
        source.collections()


def test_a_window_leaves_out_what_is_over_and_is_widened(place: GoogleShelf) -> None:
    place.put(2)
    place.calendar.put("old", start=at("2016-03-02T10:00:00+01:00"), end=at("2016-03-02T11:00:00+01:00"))
    series(place)
    reading = Reading(since=date(2026, 3, 3))
    mirror = place.mirror(reading)
    mirror.follow()
    assert sorted(mirror.items) == ["e2", "s1"]
    survey = place.open(reading).survey(mirror.collection, mirror.cursor)
    assert sorted(survey.there) == ["e2", "old", "s1"]
    assert (sorted(survey.claimed), survey.older) == (["e2", "s1"], 1)
    assert follow(mirror, place) == ["old"]
    assert follow(mirror, place, reading) == []


def test_a_survey_says_what_is_there_and_what_a_cursor_claims(place: GoogleShelf) -> None:
    place.put(*range(6))
    mirror = place.mirror(SMALL)
    first = next(iter(mirror.source.changes(mirror.collection, None)))
    source = place.open(SMALL)
    assert source.survey(mirror.collection, first.cursor).claimed == {item.remote_id for item in first.items}
    assert source.survey(mirror.collection, None).claimed == frozenset()
    asked = [item.remote_id for batch in source.items(mirror.collection, ["e1", "e9"]) for item in batch.items]
    assert asked == ["e1"]
    assert list(source.items(mirror.collection, [])) == []
    assert len(list(source.slow_items(mirror.collection, ["e1"], first_part=False))) == 1
    assert list(source.slow_items(mirror.collection, ["e1"], first_part=True)) == []


def test_an_entry_without_a_time_is_accounted_for_and_what_is_no_meeting_is_not_asked_for(place: GoogleShelf) -> None:
    place.calendar.put("odd", start={"dateTime": "soon"})
    place.calendar.put("none")
    place.calendar.put("home", eventType="workingLocation", start=at("2026-03-02T10:00:00+01:00"))
    place.calendar.put("x" * 900, start=at("2026-03-02T10:00:00+01:00"))
    mirror = place.mirror()
    mirror.follow()
    assert set(mirror.refused) == {"odd", "none"}
    (pointer,) = mirror.items
    assert pointer.startswith("sha256-")


def test_pages_without_end_are_no_answer(google: Google, place: GoogleShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "ROUNDS", 5)
    place.put(1)
    mirror = place.mirror()
    google.levers.blank = 10**6
    with pytest.raises(Malformed):
        mirror.follow()
