from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from demo.icalendar_text import attendee, calendar, day_line, escape, lines, organizer, stamp, start_line
from demo.world import Person

GRETA = Person("lead", "Greta Becker", "greta@halden.example", "", "", "de")
AT = datetime(2026, 3, 30, 7, 30, tzinfo=UTC)


def event(*rows: str) -> str:
    return lines(("BEGIN:VEVENT", "UID:a", f"DTSTAMP:{stamp(AT)}", start_line("DTSTART", AT), *rows, "END:VEVENT"))


def parsed(*rows: str, method: str | None = None) -> Calendar:
    found = Calendar.from_ical(calendar((event(*rows),), method))
    assert isinstance(found, Calendar)
    return found


def test_a_calendar_is_read_by_others() -> None:
    read = parsed("SUMMARY:Pilot", organizer(GRETA), attendee(GRETA, "ACCEPTED"), method="REQUEST")
    (found,) = read.walk("VEVENT")
    assert read["METHOD"] == "REQUEST"
    assert found.decoded("DTSTART").astimezone(UTC) == AT
    assert found.decoded("DTSTAMP") == AT
    assert str(found["ORGANIZER"]) == "mailto:greta@halden.example"
    assert found["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert found["ATTENDEE"].params["CN"] == "Greta Becker"


def test_without_a_method_it_is_no_message() -> None:
    assert "METHOD" not in parsed()


def test_summer_and_winter_follow_the_offices_clock() -> None:
    assert start_line("DTSTART", datetime(2026, 3, 28, 8, tzinfo=UTC)) == "DTSTART;TZID=Europe/Berlin:20260328T090000"
    assert start_line("DTSTART", datetime(2026, 3, 30, 8, tzinfo=UTC)) == "DTSTART;TZID=Europe/Berlin:20260330T100000"
    assert day_line("DTEND", date(2026, 3, 5)) == "DTEND;VALUE=DATE:20260305"


WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\u0085"), max_size=200
)


@given(WORDS)
def test_any_words_come_back(words: str) -> None:
    (found,) = parsed(f"SUMMARY:{escape(words)}").walk("VEVENT")
    assert str(found["SUMMARY"]) == words


@given(WORDS)
def test_no_line_is_longer_than_75_octets(words: str) -> None:
    text = lines((f"SUMMARY:{words}",))
    assert text.endswith("\r\n")
    assert all(len(row.encode()) <= 75 for row in text.split("\r\n"))
    assert text.replace("\r\n ", "") == f"SUMMARY:{words}\r\n"


def test_line_breaks_and_signs_are_escaped() -> None:
    assert escape("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"
