"""The calendar of promises as another program reads it (RFC 5545)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from api.web.feed import LINE, calendar, escaped, folded
from i18n.language import speaking
from tests.api.web.test_promises import INES, OPEN
from tests.builders import MONDAY

OWN = frozenset({INES})
HOSTILE = 'send "x"; y, z \\ \r\nEND:VEVENT\r\nBEGIN:VALARM ' + "ü" * 200


def test_each_is_a_day_that_takes_no_time() -> None:
    read = Calendar.from_ical(calendar([OPEN], OWN, "crm.example", MONDAY))
    (event,) = read.walk("VEVENT")
    assert event["UID"] == "k@crm.example"
    assert event["SUMMARY"] == "You promised Greta Becker: send the form"
    assert event.decoded("DTSTART") == OPEN.due_on
    assert event.decoded("DTEND") == OPEN.due_on + timedelta(days=1)
    assert event["TRANSP"] == "TRANSPARENT"
    assert (read["VERSION"], read["METHOD"]) == ("2.0", "PUBLISH")


def test_the_same_promise_keeps_its_uid() -> None:
    moved = replace(OPEN, due_on=date(2026, 5, 1), words="another word")
    for each in (OPEN, moved):
        assert "UID:k@crm.example\r\n" in calendar([each], OWN, "crm.example", MONDAY + timedelta(days=1))


def test_words_from_outside_stay_words() -> None:
    text = calendar([replace(OPEN, words=HOSTILE)], OWN, "crm.example", MONDAY)
    lines = text.split("\r\n")
    assert lines.count("END:VEVENT") == 1
    assert not any(line.startswith("BEGIN:VALARM") for line in lines)
    assert all(len(line.encode()) <= LINE for line in lines)
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]).endswith("ü" * 200)
    assert text.endswith("END:VCALENDAR\r\n")


def test_signs_that_mean_something_are_escaped() -> None:
    assert escaped("a;b,c\\d\ne\x07\u202e") == "a\\;b\\,c\\\\d\\ne"


def test_lines_are_folded_between_characters() -> None:
    pieces = list(folded("é" * 100))
    assert max(len(piece.encode()) for piece in pieces) <= LINE
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == "é" * 100
    assert list(folded("")) == [""]


def test_it_speaks_the_language_of_its_owner() -> None:
    with speaking("fr"):
        read = Calendar.from_ical(calendar([OPEN], OWN, "crm.example", MONDAY))
    assert read.walk("VEVENT")[0]["SUMMARY"] == "Vous avez promis à Greta Becker\u00a0: send the form"
    assert (read["X-WR-CALNAME"], read["PRODID"]) == ("Mes promesses", "-//Boswell//Promises//FR")
