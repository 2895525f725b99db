"""What is from before, in words: all of it in a sentence, each group in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.web.words import listed
from i18n.phrases import counted
from i18n.texts import NN_, _
from store.queries.past import Group


@dataclass(frozen=True, slots=True)
class Line:
    """A group as it is drawn: **company**, year, and what is in it."""

    group: Group
    holds: str


def shown(group: Group) -> Line:
    """What a group holds: ``3 meetings, 12 mails and 2 people``."""
    held = (
        (group.meetings, NN_("{n} meeting", "{n} meetings")),
        (group.mails, NN_("{n} mail", "{n} mails")),
        (group.people, NN_("{n} person", "{n} people")),
    )
    return Line(group, listed([counted(*said, number) for number, said in held if number]))


def said(groups: Sequence[Group]) -> str:
    """All of it: ``412 notes with 38 companies, 2023 to 2026``; nothing where there is none."""
    if not groups:
        return ""
    years = {group.year for group in groups}
    span = str(min(years)) if len(years) == 1 else _("{first} to {last}").format(first=min(years), last=max(years))
    return _("{notes} with {companies}, {years}").format(
        notes=counted("{n} note", "{n} notes", sum(group.notes for group in groups)),
        companies=counted("{n} company", "{n} companies", len({group.company for group in groups})),
        years=span,
    )
