"""Everything that can go wrong with Google's calendars, once for a first draft, and once for us."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ingest.errors import Busy, CollectionUnavailable, Unavailable
from tests.ingest.source_contract import expected
from tests.ingest.sources.google_calendar.shelf import GoogleShelf, at
from tests.ingest.sources.google_calendar.test_source import follow, instance, series
from tests.peers.google.clients import client
from tests.peers.google.levers import BROKEN, Fault
from tests.peers.google.naive import NaiveCalendar
from tests.peers.google.quota import OVER_PROJECT
from tests.peers.google.server import SOMEBODY, Google

CROWDED = (OVER_PROJECT, Fault(429, "rateLimitExceeded", retry_after=7))


@pytest.fixture
def place(google: Google) -> Iterator[GoogleShelf]:
    made = GoogleShelf(google)
    yield made
    made.close()


@pytest.fixture
def naive(google: Google) -> Iterator[NaiveCalendar]:
    calendar = client(google, SOMEBODY, "calendar.v3")
    yield NaiveCalendar(calendar, SOMEBODY)
    calendar.close()


def test_an_empty_page_is_not_the_last(google: Google, place: GoogleShelf, naive: NaiveCalendar) -> None:
    place.put(*range(5))
    google.levers.most, google.levers.blank = 2, 1
    naive.follow()
    google.levers.blank = 1
    mirror = place.mirror()
    mirror.follow()
    assert naive.events == {}
    assert mirror.payloads() == expected(*range(5))


def test_a_run_that_breaks_off_is_told_once(google: Google, place: GoogleShelf, naive: NaiveCalendar) -> None:
    place.put(0)
    naive.follow()
    mirror = place.mirror()
    mirror.follow()
    place.put(*range(1, 6))
    google.levers.most = 2
    google.levers.fail("events.list", BROKEN, after=1)
    naive.follow()
    naive.follow()
    google.levers.fail("events.list", BROKEN, after=1)
    with pytest.raises(Unavailable):
        follow(mirror, place)
    follow(mirror, place)
    assert len(naive.told) == 6 + 2
    assert sorted(mirror.order) == [f"e{number}" for number in range(6)]


def test_a_refused_token_is_not_the_end(place: GoogleShelf, naive: NaiveCalendar) -> None:
    place.put(1)
    naive.follow()
    mirror = place.mirror()
    mirror.follow()
    place.calendar.expire()
    place.put(2)
    naive.follow()
    follow(mirror, place)
    assert list(naive.events) == ["e1"]
    assert mirror.payloads() == expected(1, 2)
    assert mirror.order == ["e1", "e2"]


def test_a_token_goes_with_no_other_questions(place: GoogleShelf, naive: NaiveCalendar) -> None:
    place.put(1)
    naive.follow()
    mirror = place.mirror()
    mirror.follow()
    place.put(2)
    naive.follow(timeMin="2026-01-01T00:00:00Z")
    follow(mirror, place)
    assert list(naive.events) == ["e1"]
    assert mirror.payloads() == expected(1, 2)


def test_of_what_is_cancelled_little_is_said(place: GoogleShelf, naive: NaiveCalendar) -> None:
    series(place)
    moved = instance(place, 9, summary="Review", sequence=1, start=at("2026-03-10T14:00:00+01:00"))
    place.put(1)
    naive.follow()
    mirror = place.mirror()
    mirror.follow()
    instance(place, 9, status="cancelled")
    place.take(1)
    naive.follow()
    follow(mirror, place)
    assert sorted(naive.events) == sorted(["e1", "s1", moved])
    assert sorted(mirror.items) == sorted(["s1", moved])
    assert b"STATUS:CANCELLED\r\n" in mirror.items[moved].payload


def test_a_calendar_that_is_closed_is_not_empty(place: GoogleShelf, naive: NaiveCalendar) -> None:
    place.put(1, 2)
    naive.follow()
    mirror = place.mirror()
    mirror.follow()
    place.calendar.closed = True
    naive.follow()
    with pytest.raises(CollectionUnavailable):
        list(mirror.source.changes(mirror.collection, mirror.cursor))
    place.calendar.closed = False
    follow(mirror, place)
    assert naive.events == {}
    assert mirror.payloads() == expected(1, 2)
    assert len(mirror.order) == 2


@pytest.mark.parametrize("fault", CROWDED)
def test_a_rate_limit_is_no_lost_right(google: Google, place: GoogleShelf, naive: NaiveCalendar, fault: Fault) -> None:
    place.put(*range(4))
    naive.follow()
    mirror = place.mirror()
    mirror.follow()
    place.put(4, 5)
    google.levers.most = 1
    google.levers.fail("events.list", replace(fault, status=403), after=1)
    naive.follow()
    google.levers.fail("events.list", fault, after=1)
    with pytest.raises(Busy) as busy:
        follow(mirror, place)
    assert not busy.value.whole
    follow(mirror, place)
    assert naive.events == {}
    assert mirror.payloads() == expected(*range(6))
    assert len(mirror.order) == 6
