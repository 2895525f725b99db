"""Files that notes name, for the page of a person or company: a name, a day, and the note that it stands in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from api.web import words
from store import viewings
from store.people import SignedIn
from store.queries import files
from store.viewings import Seen


@dataclass(frozen=True, slots=True)
class Line:
    """A file, and where it came from."""

    name: str
    link: str
    title: str
    day: str


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose page it is: ``place`` with these addresses, or with anybody at these domains."""

    place: str
    addresses: Collection[str]
    domains: Collection[str]


def mentioned(session: Session, me: SignedIn, whose: Whose, today: date, now: datetime) -> list[Line]:
    """The newest files on that page. It is a viewing of each note that names one."""
    of_company = bool(whose.domains)
    side: files.Side = "domain" if of_company else "address"
    found = files.files_with(session, side, whose.domains if of_company else whose.addresses)
    seen = (Seen("interaction", each.note_id, each.approvers) for each in found)
    viewings.note(session, me.user_id, whose.place, seen, now)
    return [Line(each.name, f"/notes/{each.note_id}", each.title, words.day(each.day, today)) for each in found]
