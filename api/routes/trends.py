"""Trends of all companies or of one market's, and the pages of what their numbers count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel
from sqlalchemy.orm import Session
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader
from api.web import markets as named
from api.web import trends as said
from api.web import words
from api.web.render import page
from api.web.timelines import counted, page_end
from store import viewings, weeks
from store.errors import NotFound
from store.judgement.trends.turns import monday
from store.people import SignedIn
from store.queries import markets, trends
from store.queries.markets import ALL, Market
from store.queries.trends import Counted, Side, Span, Turned, Weekly
from store.viewings import Seen

router = APIRouter()
LISTED = 200


def market(of: str = "") -> Market:
    """The market that is asked for: ``country:de``, ``stage:customer``, ``tag:`` or ``team:``; nothing for all."""
    found = markets.read(of)
    if found is None:
        raise NotFound("There is no such market.")
    return found


TheMarket = Annotated[Market, Depends(market)]


class Asked(BaseModel):
    """What a number counts: the weeks from one to another, and the market."""

    first: date
    last: date
    of: str = ""

    @property
    def span(self) -> Span:
        """Whole weeks."""
        return Span(market(self.of), monday(self.first), monday(self.last))


class AskedNotes(Asked):
    """Which notes."""

    side: Side = ""
    company: UUID | None = None


class AskedCompanies(Asked):
    """Which companies: with whom something turned, or who were in touch."""

    kind: Literal["touch", "both", "won", "quiet", "returned", "changed"]


class AskedPeople(Asked):
    """Which people: newly met, or known by a second one of us."""

    kind: Literal["met", "second"]


class AskedPromises(Asked):
    """Which promises."""

    kind: Literal["kept", "open"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads trends, when, and whether everything is counted by now."""

    request: Request
    me: SignedIn
    session: Session
    now: datetime
    is_counted: bool

    @property
    def today(self) -> date:
        """The day where the reader is."""
        return words.local_day(self.now, self.me.timezone)

    def weeks(self, of: Market) -> list[Weekly]:
        """The weeks of a market that are looked at; none where they would tell of one of us."""
        if not markets.may_be_seen(self.session, of):
            return []
        every = trends.weeks(self.session, trends.last_weeks(of, monday(self.today), said.LOOKED_AT + 1))
        return every if said.enough_of_us(every) else []

    def behind(self, asked: Asked) -> Span:
        """What a number counts, as far as that tells of nobody in particular."""
        span = asked.span
        if span.market != ALL and not self.weeks(span.market):
            raise NotFound("There is no such market.")
        return span

    def page(self, template: str, of: Market, **content: object) -> Response:
        """A page of trends."""
        known = {"today": self.today, "is_counted": self.is_counted, "of": str(of), "of_name": named.name(of)}
        return page(self.request, template, known | content, me=self.me)


def reading(request: Request, me: Reader, session: OpenTransaction, now: Now) -> Reading:
    """Count what was marked, as far as a page may."""
    return Reading(request, me, session, now, weeks.count_few(session, now.date()))


TheReading = Annotated[Reading, Depends(reading, scope="function")]


@router.get("/trends")
def of_market(reads: TheReading, of: TheMarket) -> Response:
    """Findings first, then the series without one."""
    this_week, every = monday(reads.today), reads.weeks(of)
    known = {"groups": named.groups(markets.listed(reads.session, this_week)), "of_whom": named.sentence(of)}
    if not every:
        return reads.page("trends.html", of, few=True, **known)
    begun = said.begun(every)
    drawn = [said.series(each, of, begun, reads.today) for each in said.MEASURES]
    changed = [each for each in drawn if each.changed][: said.SHOWN]
    content: dict[str, object] = {
        "few": False, "changed": changed, "folded": [each for each in drawn if each not in changed],
        "surprises": said.surprises(of, begun, reads.today),
        "figures": said.figures(of, every, trends.known_by_two(reads.session, of, this_week)),
    }  # fmt: skip
    return reads.page("trends.html", of, **known, **content)


@router.get("/trends/series/{name}")
def whole_series(reads: TheReading, name: str, of: TheMarket) -> Response:
    """Every week of one series as a table."""
    measure, every = said.BY_NAME.get(name), reads.weeks(of)
    if measure is None or not every:
        raise NotFound("There is no such series.")
    found = said.series(measure, of, said.begun(every), reads.today, most=said.LOOKED_AT)
    return reads.page("series.html", of, series=found)


@router.get("/trends/notes")
def notes(reads: TheReading, asked: Annotated[AskedNotes, Query()]) -> Response:
    """The notes that a number counts."""
    span = reads.behind(asked)
    of = Counted(span, asked.company, asked.side)
    ids = trends.note_ids(reads.session, of, page_end(reads.request.query_params))
    shown = counted(reads.session, reads.me, ids, reads.now)
    total = trends.note_count(reads.session, of)
    content = {"asked": asked, "span": span, "timeline": shown, "total": total, "more": _here(reads)}
    return reads.page("counted_notes.html", span.market, **content)


@router.get("/trends/companies")
def companies(reads: TheReading, asked: Annotated[AskedCompanies, Query()]) -> Response:
    """The companies that a number counts."""
    span = reads.behind(asked)
    if asked.kind == "touch":
        return _rows(reads, asked, trends.in_touch(reads.session, span))
    return _rows(reads, asked, trends.companies(reads.session, span, asked.kind))


@router.get("/trends/people")
def people(reads: TheReading, asked: Annotated[AskedPeople, Query()]) -> Response:
    """The people that a number counts."""
    return _rows(reads, asked, trends.people(reads.session, reads.behind(asked), asked.kind))


@router.get("/trends/promises")
def promises(reads: TheReading, asked: Annotated[AskedPromises, Query()]) -> Response:
    """The promises that a number counts."""
    span = reads.behind(asked)
    rows = [each for each in trends.promises(reads.session, span) if bool(each.done_at) == (asked.kind == "kept")]
    seen = (Seen("interaction", each.interaction_id, (each.approver_id,)) for each in rows[:LISTED])
    viewings.note(reads.session, reads.me.user_id, "trends", seen, reads.now)
    content = {"asked": asked, "span": span, "rows": rows[:LISTED], "total": len(rows)}
    return reads.page("counted_promises.html", span.market, **content)


def _rows(reads: Reading, asked: AskedCompanies | AskedPeople, rows: Sequence[Turned]) -> Response:
    where = "people" if isinstance(asked, AskedPeople) else "companies"
    content = {"asked": asked, "span": asked.span, "rows": rows[:LISTED], "total": len(rows), "where": where}
    return reads.page("counted.html", asked.span.market, **content)


def _here(reads: Reading) -> str:
    """This page's address without its end, for the page that follows."""
    kept = [(name, value) for name, value in reads.request.query_params.items() if name != "before"]
    return "?" + urlencode([*kept, ("before", "")], safe=":")
