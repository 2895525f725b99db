"""Meetings arranged in a text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts import AppointmentFact, Moment, Span
from extract.intents.appointments import Letter, appointments_in
from extract.meetings.phrases.sent import Sent
from tests.extract.meetings.phrases.spoken import WEDNESDAY, table

# Sent on Wednesday 25 November 2026 in the morning. ``?`` proposed, ``=`` confirmed, ``x`` cancelled; ``<`` moved from.
ENGLISH = """
Does Tuesday at 3 work for you? | ?2026-12-01T15:00
Could we talk on Thursday at 10? | ?2026-11-26T10:00
How about lunch on Monday? | ?2026-11-30
Let's have a call tomorrow at 9:30. | ?2026-11-26T09:30
I would love to show you round on Friday at two. | ?2026-11-27T14:00
Are you free Tuesday or Thursday at 3? | ?2026-12-01T15:00 ?2026-11-26T15:00
I could do Monday at 2, Tuesday at 4 or Thursday at noon. | ?2026-11-30T14:00 ?2026-12-01T16:00 ?2026-11-26T12:00
I could do Monday at 2 or at 4. | ?2026-11-30T14:00 ?2026-11-30T16:00
Shall we set up a call next week? | ?-
I'd be glad to receive you here some time next month or early next year. | ?-
We would love to have lunch with you. | ?-
Let's regroup once the samples are in. | ?-
You are welcome to visit. | ?-
We loved to have you. Could we have met there earlier? |
December 4, 2026 is a Friday. We print at 4. |
See you on Tuesday at 3. | =2026-12-01T15:00
See you Friday. | =2026-11-27
The demo is confirmed for 4 December at 11 am. | =2026-12-04T11:00
Reminder: staff meeting tomorrow at 8:15. | =2026-11-26T08:15
The tour starts at nine on Monday. | =2026-11-30T09:00
Tomorrow's inspection begins at quarter to five. | =2026-11-26T16:45
The conference runs Wednesday, December 2 through Friday, December 4. | =2026-12-02
Our call is at 8:00 am PST / 9:00 am MST on Tuesday. | =2026-12-01T08:00
Kick-off is on Tuesday from 10 to 11:30. | =2026-12-01T10:00
The tasting is on Tuesday. It begins at 4. | =2026-12-01T16:00
Drinks are on Tuesday, see you there. Be there at 8. | =2026-12-01T20:00
A party on December 5? Sat night 7-11. | ?2026-12-05T19:00
We meet on Tuesday. The session on Tuesday is at 10. | =2026-12-01T10:00
We meet on Tuesday at 10. See you Tuesday. | =2026-12-01T10:00
We meet on Tuesday at 10. On Thursday, same time? | =2026-12-01T10:00 ?2026-11-26T10:00
We meet on Tuesday. On Thursday, same time? | =2026-12-01 ?2026-11-26
I have to cancel our meeting on Tuesday. | x2026-12-01
I have to cancel our lunch. | x-
We meet on Tuesday. Sorry, our meeting on Tuesday is cancelled. | =2026-12-01 x2026-12-01
The visit tomorrow at 2 is off, I'm afraid. | x2026-11-26T14:00
Our review has moved from Tuesday to Thursday at 3 pm. | =2026-11-26T15:00<2026-12-01
I've moved our Tuesday 11 am to Thursday at 3 pm. | =2026-11-26T15:00<2026-12-01T11:00
Could we push Tuesday 11 am to Thursday, same time? | ?2026-11-26T11:00<2026-12-01T11:00
The visit moves to Thursday instead of Tuesday, 2 pm as before. | =2026-11-26T14:00<2026-12-01T14:00
Our review has moved to Thursday at 3 pm. | =2026-11-26T15:00
The call was moved from last Tuesday to yesterday. |
We meet on Tuesday. We meet on Thursday at 3. | =2026-12-01 =2026-11-26T15:00
The price moves from Tuesday to Thursday. |
We met on Tuesday last week. |
We had a call yesterday. |
I'll send you the list of the meeting by Friday. |
Please send me the minutes of the meeting on Friday. |
Please sign on Friday at 3. |
The shop opens on Friday at 9. |
The invoice is due Friday at 9. |
It rains on Friday. |
The meeting went well. |
We are open at 9. |
The update is next week. |
The meeting was at 3. |
"""
GERMAN = """
Passt es Ihnen am Dienstag um halb drei? | ?2026-12-01T14:30
Wollen wir am Freitag telefonieren? | ?2026-11-27
Ich schlage Montag, den 30. November um 10 Uhr vor. | ?2026-11-30T10:00
Wir laden Sie zur Führung am 4. Dezember um 15 Uhr ein. | ?2026-12-04T15:00
Hätten Sie Dienstag oder Donnerstag um 9 Uhr Zeit für uns? | ?2026-12-01T09:00 ?2026-11-26T09:00
Der Termin am Dienstag um 14 Uhr steht. | =2026-12-01T14:00
Ich bestätige die Besprechung am 4.12. um 9:30 Uhr. | =2026-12-04T09:30
Die Schulung findet am 4. Dezember statt. | =2026-12-04
Den Termin am Dienstag muss ich leider absagen. | x2026-12-01
Unser Treffen morgen fällt aus. | x2026-11-26
Der Rundgang wird vom Dienstag auf Donnerstag um 10 Uhr verschoben. | =2026-11-26T10:00<2026-12-01
Wir haben uns letzten Dienstag getroffen. |
Die Ware kommt am Freitag. |
Die Frist endet am Freitag um 12 Uhr. |
"""
FRENCH = """
Seriez-vous disponible mardi à 14h ? | ?2026-12-01T14:00
Je vous propose une visite le 4 décembre à 10 h. | ?2026-12-04T10:00
On se voit vendredi ? | ?2026-11-27
Mardi ou jeudi à 9h vous conviendrait ? | ?2026-12-01T09:00 ?2026-11-26T09:00
Je vous confirme la réunion de mardi à 14h30. | =2026-12-01T14:30
La séance aura lieu le 4 décembre. | =2026-12-04
Je dois annuler notre rendez-vous de demain. | x2026-11-26
Le rendez-vous de mardi est reporté à jeudi, 10h. | =2026-11-26T10:00<2026-12-01
Nous avons eu une réunion mardi dernier. |
La livraison est prévue vendredi. |
"""


def letter(text: str, language: str = "en", subject: str = "", at: datetime = WEDNESDAY) -> Letter:
    return Letter(text, (Span(0, len(text)),), subject, language, Sent.of(at, language, ""))


def moment(at: Moment | None) -> str:
    if at is None:
        return "-"
    return f"{at.day.isoformat()}T{at.at:%H:%M}" if at.at else at.day.isoformat()


def told(fact: AppointmentFact) -> str:
    sign = {"proposed": "?", "confirmed": "=", "cancelled": "x"}[fact.status]
    return f"{sign}{moment(fact.start)}{'<' + moment(fact.moved_from) if fact.moved_from else ''}"


def arranged(text: str, language: str = "en", subject: str = "") -> str:
    return " ".join(told(fact) for fact in appointments_in(letter(text, language, subject)))


@pytest.mark.parametrize(
    ("text", "times", "language"),
    [(*row, language) for language, rows in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)) for row in table(rows)],
)
def test_meetings_as_people_arrange_them(text: str, times: str, language: str) -> None:
    assert arranged(text, language) == times


def test_a_day_and_an_hour_on_lines_of_their_own_are_an_announcement() -> None:
    assert arranged("December 4, 2026\n10:00 am EST\nRoom 4") == "=2026-12-04T10:00"


def test_each_time_has_its_part_of_the_sentence_and_its_place() -> None:
    text = "Well. Does Tuesday at 3 EST suit, or Thursday at 4 for an hour?"
    first, second = appointments_in(letter(text))
    assert first.text + second.text == text.removeprefix("Well. ")
    assert (first.timezone, first.minutes) == ("EST", 60)
    for fact in (first, second):
        assert [each.field for each in fact.evidence] == ["text", "start"]
        for each in fact.evidence:
            assert text[each.span.start : each.span.end] == each.quote


def test_a_day_in_the_subject_goes_with_an_hour_in_the_text() -> None:
    assert arranged("Shall we meet at 3?", subject="Visit on December 4") == "?2026-12-04T15:00"
    assert arranged("Shall we meet at 3?", subject="Visit on November 4") == "?-"
    assert arranged("Shall we meet at 3?", subject="Visit") == "?-"


def test_a_day_in_the_text_goes_with_an_hour_further_on() -> None:
    assert arranged("It rains on Friday. Shall we meet at 3?") == "?2026-11-27T15:00"


def test_what_is_only_in_the_stretches_counts() -> None:
    text = "See you Tuesday. See you Friday."
    assert [told(fact) for fact in appointments_in(Letter(text, (Span(17, 32),), "", "en", letter("").sent))] == [
        "=2026-11-27"
    ]


def test_a_language_without_ways_says_nothing() -> None:
    assert arranged("See you Tuesday.", "sv") == ""


WORDS = """
    meet call lunch see you Tuesday Thursday at 3 pm or to from moved cancelled ? . , 31 June tomorrow yesterday same
    time instead of next week 14:30 / 9:00 through Friday the 5th Termin am verschoben um Uhr réunion reporté à jeudi 9h
"""


@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join),
    st.sampled_from(["en", "de", "fr"]),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_any_text_can_be_asked(text: str, language: str, day: date) -> None:
    asked = letter(text, language, at=datetime.combine(day, time(23), timezone(timedelta(hours=5))))
    found = appointments_in(asked)
    assert found == appointments_in(asked)
    for fact in found:
        assert all(text[each.span.start : each.span.end] == each.quote for each in fact.evidence)
