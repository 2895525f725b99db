from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from extract.facts import Span
from extract.meetings.lines import Property
from extract.meetings.times import duration, known_zone, moment


def written(value: str, zone: str = "") -> Property:
    return Property("DTSTART", {"TZID": zone} if zone else {}, value, Span(0, len(value)))


@pytest.mark.parametrize(
    ("value", "zone", "hour"),
    [
        ("20260705T120000", "", 10),
        ("20260705T120000Z", "", 12),
        ("20260705T120000", "America/New_York", 16),
        ("20260705T120000", "/freeassociation.sourceforge.net/Europe/Lisbon", 11),
        ("20260705T120000", "Eastern Standard Time", 16),
        ("20260705T120000", "UTC+02:00", 10),
        ("2026-07-05T12:00:60", "Atlantis", 10),
    ],
)
def test_moments(value: str, zone: str, hour: int) -> None:
    found = moment(written(value, zone), "Europe/Berlin")
    assert found is not None
    assert found.at.replace(second=0) == datetime(2026, 7, 5, hour, tzinfo=UTC)
    assert found.guessed == (zone == "Atlantis")


@pytest.mark.parametrize("value", ["", "tomorrow", "20261301", "99990101", "20260705T250000", "18000101T000000Z"])
def test_what_is_no_moment(value: str) -> None:
    assert moment(written(value), "UTC") is None


def test_a_date_is_midnight_at_the_owners() -> None:
    found = moment(written("20260705"), "Europe/Berlin")
    assert found is not None
    assert (found.at, found.all_day) == (datetime(2026, 7, 4, 22, tzinfo=UTC), True)


@pytest.mark.parametrize(
    ("value", "length"),
    [
        ("P1W", timedelta(weeks=1)),
        ("+P1DT2H3M4S", timedelta(days=1, hours=2, minutes=3, seconds=4)),
        ("-PT1H", None),
        ("P", None),
        ("1H", None),
    ],
)
def test_durations(value: str, length: timedelta | None) -> None:
    assert duration(value) == length


def test_offsets_that_no_name_has() -> None:
    assert known_zone("GMT-3") == "Etc/GMT+3"
    assert known_zone("UTC+05:30") is None
    assert known_zone("+13:00") is None
