"""Working days and the words for them, so that mail is dated and speaks of dates as people in an office do.

All office hours are those of Europe/Berlin, daylight saving included; results are aware and in UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from demo.world import Language

OFFICE = ZoneInfo("Europe/Berlin")
SATURDAY = 5
DAYS_IN_WEEK = 7

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "de": (
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip


def last_working_day(today: date) -> date:
    """The newest Monday to Friday before ``today``."""
    return working_day(today - timedelta(days=1), 0)


def working_day(day: date, back: int) -> date:
    """The working day ``back`` working days before ``day``; a weekend counts as the Friday before it."""
    while day.weekday() >= SATURDAY:
        day -= timedelta(days=1)
    weeks, days = divmod(back, SATURDAY)
    day -= timedelta(weeks=weeks)
    for _ in range(days):
        day -= timedelta(days=3 if day.weekday() == 0 else 1)
    return day


def later_working_day(day: date, ahead: int) -> date:
    """The working day ``ahead`` working days after ``day``."""
    for _ in range(ahead):
        day += timedelta(days=1)
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
    return day


def moment(day: date, clock: int, plus: int = 0) -> datetime:
    """``clock`` (940 is 09:40) on ``day`` in the office, ``plus`` minutes later, in UTC."""
    start = datetime.combine(day, time(clock // 100, clock % 100), OFFICE)
    return start.astimezone(UTC) + timedelta(minutes=plus)


def local(at: datetime, zone: str) -> datetime:
    """The same instant on the wall clock of ``zone``."""
    return at.astimezone(ZoneInfo(zone))


def say_date(day: date, language: Language) -> str:
    """The date as one writes it in a sentence, without the year."""
    month = MONTHS[language][day.month - 1]
    return f"{day.day}. {month}" if language == "de" else f"{day.day} {month}"


def say_due(due: date, said: date, language: Language) -> str:
    """A weekday's name while that is unambiguous, else the date."""
    if 0 < (due - said).days < DAYS_IN_WEEK:
        return WEEKDAYS[language][due.weekday()]
    return say_date(due, language)


def say_day(day: date, language: Language) -> str:
    """Weekday and date."""
    comma = {"en": " ", "de": ", ", "fr": " "}[language]
    joiner = "den " if language == "de" else ""
    return f"{WEEKDAYS[language][day.weekday()]}{comma}{joiner}{say_date(day, language)}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
