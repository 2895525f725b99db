"""The approved exchanges behind a number, and the address under which a page opens them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from api.web import words
from i18n.texts import _
from store import viewings
from store.judgement.weeks import WEEK, Exchanged, Side, Week
from store.people import SignedIn
from store.queries.behind import Behind, Exchange, exchanges
from store.viewings import Seen

EVER = datetime(2000, 1, 1, tzinfo=UTC)
ASKED: Mapping[Side, Mapping[str, str]] = {
    "theirs": {"kind": "mail", "direction": "in"}, "ours": {"kind": "mail", "direction": "out"},
    "met": {"kind": "meeting"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One exchange as a page lists it: when, what it was, and the note that it stands in."""

    day: str
    clock: str
    icon: str
    what: str
    title: str
    note_id: UUID


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a table, and where what it counts is listed."""

    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A week of the table beside a chart."""

    week: str
    theirs: Counted
    ours: Counted
    met: Counted


def lines(place: str, weeks: Sequence[Week], today: date) -> list[Line]:
    """The weeks with something in them, the newest first, each number leading to what it counts."""
    return [
        Line(
            f"{words.day(week.monday, today)}",
            *(_counted(place, side, (week.monday, week.monday + WEEK), week) for side in ("theirs", "ours", "met")),
        )
        for week in reversed(weeks)
        if week.total
    ]


def _counted(place: str, side: Side, span: tuple[date, date], week: Week) -> Counted:
    asked = {"since": span[0].isoformat(), "until": span[1].isoformat(), **ASKED[side]}
    listed = "&".join(f"{name}={value}" for name, value in asked.items())  # days and words: nothing to be quoted
    return Counted(getattr(week, side), href(place, listed))


def href(place: str, asked: str) -> str:
    """Where the exchanges of a page that answer a question are listed; the question as an address has it."""
    return f"/{place}/exchanges?{asked}"


def asked(of: Behind, given: Mapping[str, str], zone: str) -> Behind:
    """What an address asks for; what it does not say, or says wrongly, narrows nothing."""
    kind, direction = given.get("kind", ""), given.get("direction", "")
    return replace(
        of,
        since=_moment(given.get("since", ""), zone) or of.since,
        until=_moment(given.get("until", ""), zone) or of.until,
        kind=_kind(kind),
        direction="in" if direction == "in" else "out" if direction == "out" else None,
        ours=_id(given.get("ours", "")) if of.entity == "contact" else None,
    )


def _kind(said: str) -> Literal["mail", "meeting"] | None:
    return "mail" if said == "mail" else "meeting" if said == "meeting" else None


def _moment(said: str, zone: str) -> datetime | None:
    """A moment, or the beginning of a day where the reader is."""
    try:
        found = datetime.fromisoformat(said)
        return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))
    except (ValueError, OverflowError):
        return None


def _id(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def looked_at(session: Session, me: SignedIn, place: str, behind: Behind, now: datetime) -> list[Exchange]:
    """The exchanges; that they are sent is noted for those who approved them."""
    found = exchanges(session, behind)
    seen = {each.note_id: Seen("interaction", each.note_id, each.approvers) for each in found}
    viewings.note(session, me.user_id, place, seen.values(), now)
    return found


def rows(found: Iterable[Exchange], me: SignedIn, now: datetime) -> list[Row]:
    """As a page lists them."""
    today = words.local_day(now, me.timezone)
    return [
        Row(
            words.day(words.local_day(each.at, me.timezone), today), words.clock(each.at, me.timezone), each.kind,
            _("We met") if each.kind == "meeting" else _("They wrote") if each.inwards else _("We wrote"),
            each.title, each.note_id,
        )
        for each in found
    ]  # fmt: skip


def exchanged(found: Iterable[Exchange], zone: str) -> list[Exchanged]:
    """As judgement counts them, on the days where the reader is."""
    return [
        Exchanged(
            words.local_day(each.at, zone), "met" if each.kind == "meeting" else "theirs" if each.inwards else "ours"
        )
        for each in found
    ]


def weeks_back(now: datetime, zone: str, number: int) -> datetime:
    """The Monday on which the first of so many weeks began where the reader is."""
    today = words.local_day(now, zone)
    monday = today - timedelta(days=today.weekday()) - WEEK * (number - 1)
    return datetime(monday.year, monday.month, monday.day, tzinfo=ZoneInfo(zone))
