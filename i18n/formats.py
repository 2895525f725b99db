"""Dates, times, numbers and lists as the language that is spoken now writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_decimal_symbol
from babel.units import format_unit

from i18n.language import language

# English is written as in Europe, where these readers are: day before month, no comma before "and", hours up to 24.
LOCALES: Final = {"en": "en_GB", "de": "de", "fr": "fr"}
# A weekday and a day in as little room as a row has (CLDR date field symbols); and the same with its year.
DAYS: Final = {"en": "EEE d MMM", "de": "ccc, d. MMM", "fr": "EEE d MMM"}
CLOCK: Final = "HH:mm"
FEW: Final = 10  # below it, a tenth is worth telling
# A page has the same days and numbers again and again, and Babel reads its rules anew for each.
_decimal = lru_cache(4096)(format_decimal)
_date = lru_cache(4096)(format_date)
_time = lru_cache(4096)(format_time)
_list = lru_cache(4096)(format_list)


def locale() -> str:
    """The CLDR locale of the language that is spoken now."""
    return LOCALES[language()]


def number(value: int) -> str:
    """``1,234``, ``1.234``."""
    return _decimal(value, locale=locale())


def size(value: int) -> str:
    """Of so many bytes: ``120 kB``, ``3.4 MB``, ``3,4 Mo``."""
    megabytes = value / 1_000_000
    if megabytes < 1:
        return format_unit(round(value / 1000), "digital-kilobyte", length="short", locale=locale())
    return format_unit(round(megabytes, 1), "digital-megabyte", length="short", locale=locale())


def money(value: Decimal, currency: str) -> str:
    """``€42,000``, ``42.000 €``: without cents where there are none."""
    written = format_currency(value, currency, locale=locale())
    return written.replace(f"{get_decimal_symbol(locale())}00", "") if value == value.to_integral_value() else written


def percent(value: int) -> str:
    """``45%``, ``45 %``."""
    return format_percent(value / 100, locale=locale())


def weekday(number: int) -> str:
    """The name of a day of the week, Monday is 1 (ISO 8601)."""
    name: str = get_day_names("wide", "stand-alone", locale())[number - 1]
    return name[:1].upper() + name[1:]


def calendar_day(when: date, today: date) -> str:
    """``Tue 24 Nov``, and the year when it is another one."""
    year = "" if when.year == today.year else " y"
    return _date(when, DAYS[language()] + year, locale())


def month(when: date) -> str:
    """The name of a month in as little room as a drawing has: ``Nov``, ``nov.``."""
    return _date(when, "LLL", locale())


def clock(when: datetime, zone: str) -> str:
    """The time of day where the reader is."""
    there = when.astimezone(ZoneInfo(zone))
    return _time(time(there.hour, there.minute), CLOCK, locale=locale())


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return _list(tuple(names), locale=locale())


def level(value: float) -> str:
    """A mean or a median, as exact as it is told: ``0.4``, ``3.5``, ``28``."""
    return _decimal(round(value, 1) if value < FEW else round(value), locale=locale())


def month_of_year(when: date) -> str:
    """``Nov 2026``, ``Nov. 2026``."""
    return _date(when, "MMM y", locale=locale())
