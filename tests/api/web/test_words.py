"""Days, times and counts in the product's words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from api.web import words

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("hours", "said"), [(-6, "Good morning"), (0, "Good afternoon"), (8, "Good evening")])
def test_greetings_follow_the_clock_of_the_reader(hours: int, said: str) -> None:
    assert words.greeting(NOON + timedelta(hours=hours), "Europe/Berlin") == said


def test_how_long_a_review_takes() -> None:
    assert (words.about(9, 5), words.about(0, 1), words.about(200, 0)) == ("20 seconds", "5 seconds", "3 minutes")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (TODAY, "today"), (date(2026, 11, 23), "yesterday"), (date(2026, 11, 20), "Fri 20 Nov"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)  # fmt: skip
def test_days(when: date, said: str) -> None:
    assert words.day(when, TODAY) == said


@pytest.mark.parametrize(("minutes", "said"), [(0, ""), (45, "45 min"), (120, "2 h"), (90, "1 h 30 min")])
def test_how_long_a_meeting_took(minutes: int, said: str) -> None:
    assert words.lasting(NOON, NOON + timedelta(minutes=minutes)) == said
    assert words.lasting(NOON, None) == ""


def test_the_clock_and_day_are_the_readers() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert (words.clock(late, "Europe/Berlin"), words.local_day(late, "Europe/Berlin")) == ("00:30", date(2026, 11, 25))


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "just now"), (5, "5 min ago"), (180, "3 h ago"), (3 * 24 * 60, "3 days ago")]
)
def test_how_long_ago(minutes: int, said: str) -> None:
    assert words.ago(NOON - timedelta(minutes=minutes), NOON) == said
    assert words.ago(None, NOON) == "never"


def test_lists_and_names() -> None:
    assert (words.listed(["A"]), words.listed(["A", "B", "C"])) == ("A", "A, B and C")
    assert (words.first_name("Ines Duarte"), words.first_name("")) == ("Ines", "")
    assert (words.field("starts_at"), words.field("phone_number")) == ("When", "Phone number")


def test_everybody_has_a_room() -> None:
    assert [room.name for room in words.rooms(frozenset({"admin"}))] == ["Connections", "Users"]
    assert all(words.rooms(frozenset({role})) for role in ("rep", "manager", "reader", "admin"))
    assert "Review" not in {room.name for room in words.rooms(frozenset({"manager"}))}


def test_who_sees_what_is_not_shared() -> None:
    assert words.only_you(None, "Europe/Berlin") == "only you"
    assert words.only_you(NOON, "Europe/Berlin") == "only you until 12:00"


@pytest.mark.parametrize(("minutes", "said"), [(-1, "in a moment"), (4, "in 4 min"), (125, "in 2 h")])
def test_how_long_until(minutes: int, said: str) -> None:
    assert words.ahead(NOON + timedelta(minutes=minutes), NOON) == said


def test_states_have_a_colour_and_reasons_a_sentence() -> None:
    states = ("up to date", "late", "sign-in needed", "reading history")
    assert [words.tone(state) for state in states] == ["ok", "amb", "bad", ""]
    assert "its owner says" in words.reason("mostly gone")
    assert (words.reason("timeout"), words.provider("files"), words.provider("google_mail")) == (
        "timeout", "Files", "Google mail",
    )  # fmt: skip


def test_how_long_something_still_takes() -> None:
    assert [words.left(seconds) for seconds in (5, 60, 61, 7_140, 7_200, 7_201)] == [
        "1 min left", "1 min left", "2 min left", "119 min left", "2 h left", "3 h left",
    ]  # fmt: skip


def test_when_what_was_approved_is_shared() -> None:
    assert [words.held(seconds) for seconds in (30, 600, 9000)] == ["in 30 s", "in 10 min", "at 18:00"]
