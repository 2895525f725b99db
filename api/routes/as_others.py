"""What others see of a rep: a company's page as it is for somebody who has nothing of their own there."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Rep, TheParts
from api.routes import companies
from api.web.render import page
from store.engine import Acting
from store.people import NOBODY
from store.queries import directory
from store.queries.stock import companies_with_notes

router = APIRouter()
MOST: Final = 100


@router.get("/my-data/as-others")
def listed(request: Request, me: Rep, session: OpenTransaction) -> Response:
    """The companies that a rep shared notes about."""
    ids = companies_with_notes(session, me.user_id, MOST)
    found = directory.companies(session, ids=ids) if ids else []
    return page(request, "as_others.html", {"companies": found}, me=me)


@router.get("/my-data/as-others/{company_id}")
def company(request: Request, me: Rep, parts: TheParts, now: Now, company_id: str) -> Response:
    """One of them, read under the rights of somebody with no row of their own; it counts as nobody's look."""
    anybody = replace(me, user_id=NOBODY, roles=frozenset({"manager"}))
    with parts.app.transaction(Acting(NOBODY)) as session:
        shown = companies.content(session, anybody, now, company_id, request.query_params)
    return page(request, "company.html", shown | {"as_others": True}, me=me)
