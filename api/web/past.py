"""What is from before, in words: all of it in a sentence, each group in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.web.words import count, listed
from store.queries.past import Group


@dataclass(frozen=True, slots=True)
class Line:
    """A group as it is drawn: **company**, year, and what is in it."""

    group: Group
    holds: str


def shown(group: Group) -> Line:
    """What a group holds: ``3 meetings, 12 mails and 2 people``."""
    numbers = ((group.meetings, "meeting", None), (group.mails, "mail", None), (group.people, "person", "people"))
    return Line(group, listed([count(number, one, many) for number, one, many in numbers if number]))


def said(groups: Sequence[Group]) -> str:
    """All of it: ``412 notes with 38 companies, 2023 to 2026``; nothing where there is none."""
    if not groups:
        return ""
    years = {group.year for group in groups}
    span = str(min(years)) if len(years) == 1 else f"{min(years)} to {max(years)}"
    companies = len({group.company for group in groups})
    return (
        f"{count(sum(group.notes for group in groups), 'note')} with {count(companies, 'company', 'companies')}, {span}"
    )
