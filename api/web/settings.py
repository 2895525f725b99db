"""What the form of My settings says, read and looked over: what has to be put right, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import available_timezones

from pydantic import BaseModel, Field

from api.web.keys import FIXED, TABLE, clashes, is_stroke
from i18n.formats import weekday
from i18n.language import LANGUAGES
from i18n.texts import N_, _
from store.judgement.workdays import Absence, Workdays
from store.preferences import HOLDS, Hold, Preferences

DAYS = range(1, 8)
SAYS: dict[Hold, str] = {
    "none": N_("not at all"), "30 s": N_("30 seconds"), "10 min": N_("10 minutes"), "until 18:00": N_("until 18:00"),
}  # fmt: skip
HOURS = [f"{minutes // 60:02}:{minutes % 60:02}" for minutes in range(5 * 60, 22 * 60, 30)]
LONGEST_ABSENCE = timedelta(days=366)
# What may have another key, with what it does.
MOVABLE = {key.action: key for key in TABLE if key.action not in FIXED}


class Entered(BaseModel):
    """The form, as typed. ``keys`` has a line ``action = key`` for each action that is to have another key."""

    timezone: str = Field(default="", max_length=100)
    language: str = Field(default="", max_length=10)
    days: list[str] = Field(default=[], max_length=7)
    digest: str = Field(default="", max_length=5)
    hold: str = Field(default="", max_length=20)
    keys_on: str = Field(default="", max_length=5)
    tell_owners: str = Field(default="", max_length=5)
    keys: str = Field(default="", max_length=4000)

    def faults(self) -> list[str]:
        """What has to be put right."""
        checks = {
            _("Choose a time zone from the list."): self.timezone in available_timezones(),
            _("Choose a language from the list."): self.language in LANGUAGES,
            _("Choose at least one working day."): bool(self.days) and all(day in map(str, DAYS) for day in self.days),
            _("Choose an hour for the mail from the list, or none."): self.digest in {"off", *HOURS},
            _("Choose from the list how long notes stay with you."): self.hold in HOLDS,
        }
        return [sentence for sentence, good in checks.items() if not good] + list(_odd(self.keys))

    def wanted(self, before: Preferences) -> Preferences:
        """What a form without faults says; absences are as they were."""
        days = frozenset(int(day) for day in self.days)
        return replace(
            before,
            workdays=Workdays(self.timezone, days, before.workdays.absences),
            language=self.language,
            digest_at=None if self.digest == "off" else time.fromisoformat(self.digest),
            hold=self.hold,  # type: ignore[arg-type]  # one of HOLDS: see faults
            keys_on=bool(self.keys_on),
            tell_owners=bool(self.tell_owners),
            keys=dict(_pairs(self.keys)),
        )


def weekdays() -> dict[int, str]:
    """The names of the days of a week."""
    return {day: weekday(day) for day in DAYS}


def shown(wanted: Preferences) -> Entered:
    """The form as it is filled for somebody."""
    return Entered(
        timezone=wanted.workdays.zone,
        language=wanted.language,
        days=[str(day) for day in sorted(wanted.workdays.days)],
        digest=f"{wanted.digest_at:%H:%M}" if wanted.digest_at else "off",
        hold=wanted.hold,
        keys_on="yes" if wanted.keys_on else "",
        tell_owners="yes" if wanted.tell_owners else "",
        keys="\n".join(f"{action} = {key}" for action, key in sorted(wanted.keys.items())),
    )


def absence(first: str, last: str, today: date) -> Absence | str:
    """Days of absence as entered, or the sentence that says what is wrong with them."""
    try:
        entered = Absence(date.fromisoformat(first.strip()), date.fromisoformat(last.strip() or first.strip()))
    except ValueError:
        return _("Give both days as year-month-day, such as 2026-12-24.")
    if entered.last < entered.first:
        return _("The last day of an absence is not before its first.")
    if entered.last < today:
        return _("That absence is over already.")
    if entered.last - entered.first > LONGEST_ABSENCE:
        return _("An absence has a year at most.")
    return entered


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        action, _, key = line.partition("=")
        if line.strip():
            yield action.strip(), key.strip().lower()


def _odd(text: str) -> Iterator[str]:
    """What is wrong with other keys: the shape of a line, no such action, or one key for two actions."""
    pairs = list(_pairs(text))
    for action, key in pairs:
        if action not in MOVABLE:
            yield _("“{action}” is no action whose key can be changed. They are listed below.").format(action=action)
        elif not is_stroke(key):
            said = _("I could not read “{line}”. Write an action, an equals sign and a key: approve = y.")
            yield said.format(line=f"{action} = {key}")
    wanted = {action: key for action, key in pairs if action in MOVABLE and is_stroke(key)}
    moved = [replace(each, strokes=(wanted[each.action],)) if each.action in wanted else each for each in TABLE]
    told = _("That clashes: {what}. Give one of them another key.")
    yield from (told.format(what=said) for said in clashes(moved))
