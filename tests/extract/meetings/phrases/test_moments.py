"""Phrases with their places, zones and what stands around them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import Moment, Span
from extract.meetings.phrases.moments import moments_in
from extract.meetings.phrases.sent import Sent
from tests.extract.meetings.phrases.spoken import WEDNESDAY, all_told, times_in

WORDS = """
    by on at next last Friday Monday fri sat tomorrow today the 15th 31 29 Feb February May 12/4 30/2 4.5. 3 14:30 25:61
    99 pm am noon half past week weeks in two days end of month EOD EST (GMT+2) - , . ( ) from to 10-11:30 first q5 KW
    bis Freitag nächsten heute einer Woche um halb drei Uhr 30. Juni vendredi en huit 14h30 avant le fin mai '99 9999
"""


@pytest.mark.parametrize(
    ("text", "language", "words", "deadline"),
    [
        ("I'll send it by Friday, promised.", "en", "by Friday", True),
        ("Send it no later than the end of May please.", "en", "no later than the end of May", True),
        ("The deadline is Monday.", "en", "deadline is Monday", True),
        ("We see you on Tuesday at 3.", "en", "on Tuesday at 3", False),
        ("We see you Tuesday, December 1st, at 3 pm (EST) there.", "en", "Tuesday, December 1st, at 3 pm (EST)", False),
        ("Monday at the latest, that is.", "en", "Monday at the latest", True),
        ("Das kommt bis spätestens Freitag an.", "de", "bis spätestens Freitag", True),
        ("Das kommt am Freitag, spätestens.", "de", "am Freitag, spätestens", True),
        ("Je l'envoie d'ici à vendredi soir au plus tard.", "fr", "d'ici à vendredi soir au plus tard", True),
    ],
)
def test_the_words_stand_with_their_preposition(text: str, language: str, words: str, *, deadline: bool) -> None:
    (phrase,) = times_in(text, language)
    assert text[phrase.span.start : phrase.span.end] == words
    assert phrase.deadline is deadline


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Tuesday at 3 pm EST", "EST"),
        ("Tuesday at 3 pm (GMT+2)", "GMT+2"),
        ("Tuesday at 3 pm Central Time", "Central Time"),
        ("Tuesday at 3 pm London time", "London time"),
        ("Tuesday at 3 pm est", None),
        ("Tuesday EST", None),
        ("EST or not, Tuesday", None),
    ],
)
def test_a_zone_follows_an_hour(text: str, zone: str | None) -> None:
    assert [phrase.timezone for phrase in times_in(text)] == [zone]


def test_a_phrase_has_its_moment() -> None:
    (phrase,) = times_in("Tuesday at 3")
    assert phrase.moment == Moment(date(2026, 12, 1), time(15))
    (alone,) = times_in("at 3")
    assert alone.moment is None


def test_days_said_on_a_friday_and_on_a_sunday() -> None:
    friday, sunday = WEDNESDAY + timedelta(days=2), WEDNESDAY + timedelta(days=4)
    assert all_told("by Friday", at=friday) == "2026-12-04!"
    assert all_told("this Friday", at=friday) == "2026-11-27"
    assert all_told("by the end of the week", at=sunday) == "2026-12-04!"
    assert all_told("next Tuesday", at=sunday) == "2026-12-01"
    assert all_told("within one business day", at=friday) == "2026-11-30!"


def test_the_day_is_the_senders() -> None:
    late = datetime.fromisoformat("2026-11-25T23:30:00-06:00")
    assert all_told("tomorrow", at=late) == "2026-11-26"


def test_day_and_month_stand_as_where_the_sender_is() -> None:
    berlin = datetime.fromisoformat("2026-11-25T10:00:00+01:00")
    assert all_told("by 4/12", domain="pell.example.com") == "2027-04-12!"
    assert all_told("by 4/12", domain="pell.example.co.uk") == "2026-12-04!"
    assert all_told("by 4/12", at=berlin) == "2026-12-04!"


def test_a_language_without_rules_has_no_times() -> None:
    assert all_told("on Friday", "sv") == ""


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)),
    st.sampled_from(["en", "de", "fr", "xx"]),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(-12, 14),
)
def test_any_text_at_any_time(text: str, language: str, day: date, offset: int) -> None:
    sent = Sent.of(datetime.combine(day, time(23, 30), timezone(timedelta(hours=offset))), language, "")
    stretch = Span(min(3, len(text)), len(text))
    found = moments_in(text, stretch, language, sent)
    assert found == moments_in(text, stretch, language, sent)
    for phrase in found:
        assert stretch.start <= phrase.span.start < phrase.span.end <= len(text)
    assert [phrase.span.start for phrase in found] == sorted(phrase.span.start for phrase in found)
