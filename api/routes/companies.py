"""Companies that somebody here approved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from sqlalchemy.orm import Session
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader, as_id
from api.web import deals, exchanges, records, words
from api.web.accounts import Subject, account
from api.web.goals import about, sets_goals
from api.web.narrowing import KINDS
from api.web.records import done_by
from api.web.render import page
from api.web.ties import reach
from api.web.worth_asking import questions
from store import one_to_ones
from store.errors import NotFound
from store.judgement.course import Stage
from store.models.shared.contact import Company
from store.people import SignedIn
from store.queries import directory, stages
from store.queries.behind import Behind
from store.queries.directory import Firm, Person

router = APIRouter()


class Listed(BaseModel):
    """Which companies are listed: those in a stage, after one that was listed before."""

    after: str = ""
    stage: Stage | Literal[""] = ""


@router.get("/companies")
def companies(
    request: Request, me: Reader, session: OpenTransaction, now: Now, asked: Annotated[Listed, Query()]
) -> Response:
    """All, or those in a stage, by name, a page at a time."""
    last, stage = as_id(asked.after) if asked.after else None, asked.stage
    ids, more = stages.ids_in(session, stage, last) if stage else directory.ids_by_name(session, Company, last)
    content = {
        "companies": directory.companies(session, ids=ids), "more": ids[-1] if more else "",
        "today": words.local_day(now, me.timezone), "stages": deals.stages("company"), "stage": stage,
        "standings": {id_: deals.stage(each.stage) for id_, each in stages.standings(session, ids).items()},
    }  # fmt: skip
    return page(request, "companies.html", content, me=me)


@router.get("/companies/{company_id}")
def company(request: Request, me: Reader, session: OpenTransaction, now: Now, company_id: str) -> Response:
    """One company: what came, who knows whom, what is promised, the notes."""
    return page(request, "company.html", content(session, me, now, company_id, request.query_params), me=me)


def content(session: Session, me: SignedIn, now: datetime, company_id: str, given: Mapping[str, str]) -> dict[str, Any]:
    """What its page shows, for whoever looks."""
    found, staff = _found(session, company_id)
    shown = account(session, me, _subject(session, found, staff), given, now)
    return shown | {
        "company": found,
        "people": staff,
        "deals": deals.of_company(session, me, found.id, f"companies/{found.id}", now),
        "deal_stages": deals.stages("deal"),
        "stage": deals.standing(stages.standings(session, [found.id]).get(found.id), shown["today"]),
        "unread": "unread" in given,
        "reach": reach(shown["ties"]),
        "kinds": KINDS,
        "record": records.of_company(session, me, found, shown["today"]),
        "goals": about(session, me, found.id, shown["today"]),
        "asking": questions(session, me, [found.id], f"companies/{found.id}", now) if sets_goals(me) else [],
        "partners": one_to_ones.partners(session, me.user_id) if sets_goals(me) else [],
        "done": done_by(session, me, given.get("done", "")),
    }


@router.get("/companies/{company_id}/exchanges")
def behind(request: Request, me: Reader, session: OpenTransaction, now: Now, company_id: str) -> Response:
    """The approved exchanges that a number on the company's page counts."""
    found, _ = _found(session, company_id)
    of = Behind("company", directory.members(session, Company, found.id), exchanges.EVER, now)
    place = f"companies/{found.id}"
    listed = exchanges.looked_at(session, me, place, exchanges.asked(of, request.query_params, me.timezone), now)
    content = {"name": found.name, "place": place, "rows": exchanges.rows(listed, me, now), "number": len(listed)}
    return page(request, "exchanges.html", content, me=me)


def _found(session: Session, company_id: str) -> tuple[Firm, list[Person]]:
    found = directory.companies(session, company_id=as_id(company_id))
    if not found:
        raise NotFound("There is no such company.")
    return found[0], directory.people(session, company_id=found[0].id)


def _subject(session: Session, company: Firm, staff: Sequence[Person]) -> Subject:
    rows = directory.members(session, Company, company.id)
    addresses = [address for person in staff for address in person.addresses]
    contacts = [person.id for person in staff]
    return Subject(
        "company", company.id, company.name, f"companies/{company.id}", rows, contacts, addresses, company.domains
    )
