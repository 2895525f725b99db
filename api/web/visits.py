"""Looks at one's notes as visits: what one person saw on one page at one time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from api.web.words import count
from store.viewings import Look

PAGES = {"timeline": "the timeline", "people": "a person's page", "companies": "a company's page", "find": "a search"}


@dataclass(frozen=True, slots=True)
class Visit:
    """What one person saw on one page at one time."""

    viewer: str
    roles: str
    saw: str
    through: str
    viewed_at: datetime
    titles: tuple[str, ...]


def visits(looks: Iterable[Look]) -> list[Visit]:
    """Looks, newest first, joined where somebody saw several notes at once."""
    return [_visit(list(of_it)) for _, of_it in groupby(looks, key=lambda one: (one.viewed_at, one.page, one.viewer))]


def _visit(looks: list[Look]) -> Visit:
    first, room = looks[0], looks[0].page.partition("/")[0]
    titles = tuple(dict.fromkeys(look.title or "a note that is gone" for look in looks))
    saw = "a note of yours" if len(looks) == 1 else f"{count(len(looks), 'note')} of yours"
    return Visit(first.viewer, ", ".join(sorted(first.roles)), saw, PAGES.get(room, room), first.viewed_at, titles)
