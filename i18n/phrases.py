"""Short phrases that pages and letters share: how many, which day, how long."""

from __future__ import annotations

from datetime import date

from i18n.formats import calendar_day, number
from i18n.texts import _, ngettext

MINUTE = 60


def counted(one: str, many: str, count: int) -> str:
    """A text with its number in it: ``{n} note``, ``{n} notes``."""
    return ngettext(one, many, count).format(n=number(count))


def day(when: date, today: date) -> str:
    """``today``, ``yesterday``, ``Tue 24 Nov``, and the year when it is another one."""
    distance = (today - when).days
    if distance in {0, 1}:
        return _("yesterday") if distance else _("today")
    return calendar_day(when, today)


def on_day(when: date, today: date) -> str:
    """The same within a sentence: ``today``, ``yesterday``, ``on Tue 24 Nov``."""
    said = day(when, today)
    return said if (today - when).days in {0, 1} else _("on {day}").format(day=said)


def about(seconds: int) -> str:
    """How long something may take, coarsely: ``20 seconds``, ``3 minutes``."""
    if seconds < 2 * MINUTE:
        return counted("{n} second", "{n} seconds", seconds)
    return counted("{n} minute", "{n} minutes", round(seconds / MINUTE))
