"""Companies that somebody here approved."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader, as_id
from api.web import records, words
from api.web.promises import With, next_with
from api.web.records import done_by
from api.web.render import page
from api.web.ties import ties
from api.web.timelines import page_end, timeline
from store.errors import NotFound
from store.models.shared.contact import Company
from store.queries import directory
from store.queries.directory import Firm, Narrowed, Person

router = APIRouter()


@router.get("/companies")
def companies(request: Request, me: Reader, session: OpenTransaction, now: Now, after: str = "") -> Response:
    """All, by name, a page at a time."""
    ids, more = directory.ids_by_name(session, Company, as_id(after) if after else None)
    content = {
        "companies": directory.companies(session, ids=ids), "more": ids[-1] if more else "",
        "today": words.local_day(now, me.timezone),
    }  # fmt: skip
    return page(request, "companies.html", content, me=me)


@router.get("/companies/{company_id}")
def company(request: Request, me: Reader, session: OpenTransaction, now: Now, company_id: str) -> Response:
    """One company with its people and notes."""
    found = directory.companies(session, company_id=as_id(company_id))
    if not found:
        raise NotFound("There is no such company.")
    narrowed = Narrowed(company_id=found[0].id, before=page_end(request.query_params))
    staff = directory.people(session, company_id=found[0].id)
    content = {
        "company": found[0],
        "people": staff,
        "next": next_with(session, me, _whom(found[0], staff), now),
        "ties": ties(session, [each.id for each in staff], now, me.timezone),
        "record": records.of_company(session, me, found[0], words.local_day(now, me.timezone)),
        "done": done_by(session, me, request.query_params.get("done", "")),
        "timeline": timeline(session, me, narrowed, f"companies/{found[0].id}", now),
        "today": words.local_day(now, me.timezone),
    }
    return page(request, "company.html", content, me=me)


def _whom(company: Firm, staff: Sequence[Person]) -> With:
    addresses = [address for person in staff for address in person.addresses]
    return With(f"companies/{company.id}", addresses, company.domains)
