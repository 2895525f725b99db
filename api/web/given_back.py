"""The time that is given back, as its page says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from i18n import phrases
from i18n.phrases import counted
from i18n.texts import _
from store.judgement.given_back import typed
from store.queries.given_back import Week


@dataclass(frozen=True, slots=True)
class Row:
    """One week: its Monday for a script and in words, what was noted, and the seconds that typing it takes."""

    monday: date
    name: str
    notes: int
    typed: int
    typing: str


def rows(weeks: list[Week], today: date) -> list[Row]:
    """The weeks in which something was noted, and this one."""
    return [
        Row(
            week.monday,
            phrases.day(week.monday, today),
            week.notes,
            typed(week.notes),
            phrases.about(typed(week.notes)),
        )
        for at, week in enumerate(weeks)
        if week.notes or at == 0
    ]


def line(week: Week, seconds: int, today: date) -> str:
    """A week for the agenda of a 1:1, in the words of whoever shares it."""
    said = _("Week of {day}: {notes} settled with Boswell in {spent}; typing them takes about {typing}.")
    return said.format(
        day=phrases.day(week.monday, today), notes=counted("{n} note", "{n} notes", week.notes),
        spent=phrases.about(seconds), typing=phrases.about(typed(week.notes)),
    )  # fmt: skip
