"""What a sentence says about meeting."""

from __future__ import annotations

import pytest

from extract.facts import MeetingStatus
from extract.intents.arranging import Signs, Ways, joined, moved, offered, ways
from extract.meetings.phrases.pieces import fold
from tests.extract.meetings.phrases.spoken import times_in, told


@pytest.fixture
def english() -> Ways:
    known = ways("en")
    assert known is not None
    return known


@pytest.mark.parametrize(
    ("sentence", "meeting", "status"),
    [
        ("does friday suit you?", True, "proposed"),
        ("see you on friday.", True, "confirmed"),
        ("the call is cancelled.", True, "cancelled"),
        ("the call is moved, not cancelled.", True, "confirmed"),
        ("is the call confirmed?", True, "proposed"),
        ("it rains.", False, "confirmed"),
    ],
)
def test_signs(english: Ways, sentence: str, status: MeetingStatus, *, meeting: bool) -> None:
    signs = Signs.of(sentence, english)
    assert signs.meeting is meeting
    assert signs.status(asked=sentence.endswith("?")) == status


def test_a_language_without_ways() -> None:
    assert ways("sv") is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Friday is good, say at 3", "2026-11-27T15:00"),
        ("at 3 if that suits you on Friday", "2026-11-27T15:00"),
        ("Friday at 3 or at 4", "2026-11-27T15:00 2026-11-27T16:00"),
        ("Friday at 3 pm PST / 4 pm MST", "2026-11-27T15:00"),
        ("Friday at 3 pm / 4 pm in Denver", "2026-11-27T15:00"),
        ("Friday and then Monday", "2026-11-27 2026-11-30"),
        ("next week, maybe at 3", "- -T15:00"),
    ],
)
def test_hours_go_with_days(english: Ways, text: str, times: str) -> None:
    assert " ".join(told(phrase) for phrase in joined(text, times_in(text), english)) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Monday through Friday", "2026-11-30"),
        ("Monday or Friday at 3", "2026-11-30T15:00 2026-11-27T15:00"),
        ("Monday, then Friday at 3", "2026-11-30 2026-11-27T15:00"),
    ],
)
def test_times_that_are_offered(english: Ways, text: str, times: str) -> None:
    assert " ".join(told(phrase) for phrase in offered(text, times_in(text), english)) == times


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("from Monday to Friday", "2026-11-30", "2026-11-27"),
        ("to Friday instead of Monday", "2026-11-30", "2026-11-27"),
        ("Monday at 3 goes to Friday", "2026-11-30T15:00", "2026-11-27T15:00"),
        ("Monday becomes Friday at 3", "2026-11-30", "2026-11-27T15:00"),
        ("from Monday or from Friday", "2026-11-30", "2026-11-27"),
        ("the one of (Monday) to Friday", "2026-11-30", "2026-11-27"),
    ],
)
def test_from_one_time_to_another(english: Ways, text: str, old: str, new: str) -> None:
    assert fold(text) == text.lower()
    before, after = moved(text, 0, times_in(text), english)
    assert (told(before), told(after)) == (old, new)
