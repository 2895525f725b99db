"""Looks become visits."""

from __future__ import annotations

from datetime import timedelta

from api.web.visits import visits
from store.viewings import Look
from tests.builders import MONDAY, ONE


def look(title: str, page: str = "timeline", minutes: int = 0, viewer: str = "Petra") -> Look:
    return Look(viewer, ("manager", "admin"), "interaction", ONE, title, page, MONDAY - timedelta(minutes=minutes))


def test_what_was_seen_at_once_is_one_visit() -> None:
    first, second = visits([look("Prices"), look(""), look("Prices"), look("Pilot", "people/1", 5)])
    assert (first.viewer, first.roles, first.saw, first.through) == (
        "Petra", "admin, manager", "3 notes of yours", "on the timeline",
    )  # fmt: skip
    assert first.titles == ("Prices", "a note that is gone")
    assert (second.saw, second.through, second.titles) == ("a note of yours", "on a person's page", ("Pilot",))


def test_two_viewers_at_one_time_are_two_visits() -> None:
    assert [one.viewer for one in visits([look("A"), look("A", viewer="Jonas")])] == ["Petra", "Jonas"]


def test_nobody_looked() -> None:
    assert visits([]) == []
