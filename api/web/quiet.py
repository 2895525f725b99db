"""The one line that says that a relationship went quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from i18n.phrases import counted
from i18n.texts import _
from store.people import SignedIn
from store.quiet import brought_up

WEEK, MONTH = 7, 30


@dataclass(frozen=True, slots=True)
class Line:
    """Who it is, and what is said of them."""

    contact_id: UUID
    name: str
    rest: str


def line(session: Session, me: SignedIn, now: datetime) -> Line | None:
    """What is brought up today."""
    today = words.local_day(now, me.timezone)
    found = brought_up(session, me.user_id, today)
    if found is None:
        return None
    last = words.day(words.local_day(found.last_at, me.timezone), today)
    said = _("went quiet: last contact {day}, before that {rhythm}.")
    return Line(found.contact_id, found.name, said.format(day=last, rhythm=rhythm(found.every_days)))


def rhythm(days: int) -> str:
    """How often, coarsely."""
    if days <= 1:
        return _("every day or so")
    if days < 2 * WEEK:
        return counted("about every {n} day", "about every {n} days", days)
    if days < 2 * MONTH:
        return counted("about every {n} week", "about every {n} weeks", days // WEEK)
    return counted("about every {n} month", "about every {n} months", days // MONTH)
