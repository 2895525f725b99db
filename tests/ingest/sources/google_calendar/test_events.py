from __future__ import annotations

import pytest

from ingest.errors import SourceError
from ingest.sources.google_calendar import events
from ingest.sources.google_calendar.events import pointer_of
from tests.ingest.sources.google_calendar.shelf import GoogleShelf, times


def test_a_pointer_fits_a_column_and_is_the_same_each_time() -> None:
    assert pointer_of("abc_20260310T090000Z") == "abc_20260310T090000Z"
    assert pointer_of("x" * 501) == pointer_of("x" * 501) != pointer_of("x" * 502)
    assert len(pointer_of("x" * 1_024)) < 100


def test_a_calendar_of_too_many_events_is_said_to_be_one(place: GoogleShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    place.put(*range(3))
    monkeypatch.setattr(events, "MOST", 2)
    with pytest.raises(SourceError, match="more than"):
        place.mirror().follow()


def test_an_event_without_a_uid_and_one_without_a_date_of_change(place: GoogleShelf) -> None:
    place.calendar.put("a", **times(1))
    place.calendar.put("b", iCalUID="", **times(1))
    place.calendar.events["a"].pop("updated")
    mirror = place.mirror()
    mirror.follow()
    (item,) = mirror.items.values()
    assert (item.remote_id, item.received_at) == ("a", None)
    assert b"DTSTAMP" not in item.payload
