"""Short phrases that pages and letters share: how many, which day, how long."""

from __future__ import annotations

from datetime import date

from i18n.formats import calendar_day, level, number
from i18n.texts import NN_, _, ngettext

MINUTE = 60
DAY = 24  # hours


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


def need(changed: int, quiet: int, due: int) -> list[str]:
    """What a manager's home and its mail begin with: a sentence for each that there is any of."""
    said = (
        (changed, NN_("{n} company changed", "{n} companies changed")),
        (quiet, NN_("{n} company went quiet", "{n} companies went quiet")),
        (due, NN_("{n} promise is due", "{n} promises are due")),
    )
    return [counted(*forms, number) for number, forms in said if number]


def other_level(before: float, after: float) -> str:
    """How a company changed, in notes a week."""
    said = (
        _("more: from about {before} to {after} notes a week")
        if after > before
        else _("less: from about {before} to {after} notes a week")
    )
    return said.format(before=level(before), after=level(after))


def took(hours: float) -> str:
    """How long an answer took, coarsely: ``40 minutes``, ``3 hours``, ``2 days``."""
    if hours < 1:
        return counted("{n} minute", "{n} minutes", max(1, round(hours * MINUTE)))
    if hours < 2 * DAY:
        return counted("{n} hour", "{n} hours", round(hours))
    return counted("{n} day", "{n} days", round(hours / DAY))


def about(seconds: int) -> str:
    """How long something may take, coarsely: ``20 seconds``, ``3 minutes``."""
    if seconds < 2 * MINUTE:
        return counted("{n} second", "{n} seconds", seconds)
    return counted("{n} minute", "{n} minutes", round(seconds / MINUTE))
