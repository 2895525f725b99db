"""A company's or person's page: one for every department, from approved facts alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import exchanges, introductions, words
from api.web.charts import chart
from api.web.files import Whose, mentioned
from api.web.maps import drawn
from api.web.narrowing import chosen
from api.web.promises import With, by_standing, promised_with
from api.web.since import Known, told_since
from api.web.ties import shown, ties
from api.web.timelines import timeline
from store.judgement.weeks import SHOWN, weeks
from store.people import SignedIn
from store.queries.absences import away
from store.queries.behind import Behind
from store.queries.notes import Narrowed
from store.visits import look


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a page is about.

    Attributes:
        place: the page, as addresses and who-saw-what name it.
        rows: the rows that are one with it.
        contacts: the people of a company; of a person, that one.
    """

    entity: Literal["contact", "company"]
    id: UUID
    name: str
    place: str
    rows: Sequence[UUID]
    contacts: Sequence[UUID]
    addresses: Sequence[str]
    domains: Sequence[str] = ()


def account(
    session: Session, me: SignedIn, subject: Subject, given: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    """What both kinds of pages show."""
    today = words.local_day(now, me.timezone)
    narrowed = _narrowed(subject)
    known = ties(session, me, subject.contacts, now)
    seen = shown(known)
    between = introductions.of_reader(session, me, now, subject.contacts) if subject.contacts else []
    asked = {each.contact_id for each in between}
    promised = promised_with(session, me, With(subject.place, subject.addresses, subject.domains), now)
    looked = look(session, me.user_id, subject.place, now)
    wanted = chosen(narrowed, given)
    return {
        "subject": subject, "ties": seen, "map": drawn(seen), "chosen": wanted,
        "requests": between, "touched": introductions.touched(seen, asked, me, now),
        "promises": by_standing(promised, me, today),
        "since": told_since(session, me, narrowed, Known(subject.contacts, known, promised), (looked, now)),
        "files": mentioned(session, me, Whose(subject.place, subject.addresses, subject.domains), today, now),
        "timeline": timeline(session, me, wanted.narrowed, subject.place, now), "today": today,
        **_contact(session, me, subject, now),
    }  # fmt: skip


def _narrowed(subject: Subject) -> Narrowed:
    return Narrowed(contact_id=subject.id) if subject.entity == "contact" else Narrowed(company_id=subject.id)


def _contact(session: Session, me: SignedIn, subject: Subject, now: datetime) -> dict[str, Any]:
    """Contact per week: the drawing and its table."""
    begin = exchanges.weeks_back(now, me.timezone, SHOWN)
    behind = Behind(subject.entity, subject.rows, begin, now)
    today = words.local_day(now, me.timezone)
    found = exchanges.looked_at(session, me, subject.place, behind, now)
    counted = weeks(exchanges.exchanged(found, me.timezone), today)
    replies = away(session, me.user_id, subject.addresses, subject.domains, begin - timedelta(days=7))
    return {"chart": chart(counted, replies), "lines": exchanges.lines(subject.place, counted, today)}
