"""Days that somebody types in words of their own: how they are understood, and what is said where they are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from api.web.words import local_day
from extract.days import day_in
from i18n.formats import calendar_day
from i18n.language import language
from i18n.texts import N_, _
from store.fields import DUE
from store.judgement.drafts import Fields, InteractionFields

MAY_BE_BLANK = "expected_on"
NOT_READ = N_("I cannot read “{text}” as a day. Write it as “3 December”, “friday” or “in two weeks”.")


class Unread(Exception):  # noqa: N818 - reads as what happened
    """A text that is no day. The sentence is for whoever typed it."""

    def __init__(self, text: str) -> None:
        super().__init__("no day")
        self.sentence = _(NOT_READ).format(text=text)


@dataclass(frozen=True, slots=True)
class Due:
    """Until when something is to be done, as a field that may be edited."""

    name: str
    label: str
    value: str


def dues(fields: Fields, today: date) -> tuple[Due, ...]:
    """Those of a note."""
    if not isinstance(fields, InteractionFields):
        return ()
    return tuple(
        Due(DUE + each.key, _("By when: {what}").format(what=each.words), calendar_day(each.due_on, today))
        for each in fields.promises
    )


def read(days: Mapping[str, str], zone: str, now: datetime) -> dict[str, str]:
    """Typed days as ISO dates; a blank where there need not be one stays blank.

    Raises:
        Unread: one of them is none.
    """
    at, found = now.astimezone(ZoneInfo(zone)), {}
    for name, text in days.items():
        day = day_in(text, at, language())
        if day is None and (text or name != MAY_BE_BLANK):
            raise Unread(text)
        found[name] = day.isoformat() if day else ""
    return found


def told(text: str, zone: str, now: datetime) -> dict[str, str]:
    """``said``, how a typed day is understood, or ``sentence``, why it is not."""
    day = day_in(text, now.astimezone(ZoneInfo(zone)), language())
    if day is None:
        return {"said": "", "sentence": Unread(text).sentence}
    return {"said": calendar_day(day, local_day(now, zone)), "sentence": ""}
