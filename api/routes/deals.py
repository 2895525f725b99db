"""Deals: one with its notes and the history of its fields, what a rep enters, and the deals that a number counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Reader, Rep, as_id
from api.routes.records import TheForm
from api.web import deals, records, timelines, words
from api.web.records import done_by
from api.web.render import page
from store import viewings
from store.errors import NotFound
from store.people import SignedIn
from store.queries import deals as reading
from store.review.jotting import Jotting, Sale, jot
from store.review.manual import Entry, enter
from store.review.settle import Approver
from store.viewings import Seen

router = APIRouter()
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Noted:
    """The form of a deal that is noted by hand."""

    op_id: UUID
    name: str
    stage: str
    amount: str
    expected_on: str


def noted(
    op_id: Annotated[UUID, Form()],
    name: Annotated[str, Form(min_length=1, max_length=LONGEST)],
    stage: Annotated[str, Form()],
    amount: Annotated[str, Form(max_length=LONGEST)] = "",
    expected_on: Annotated[str, Form(max_length=LONGEST)] = "",
) -> Noted:
    """The form of a deal."""
    return Noted(op_id, name, stage, amount, expected_on)


@router.get("/deals/{deal_id}")
def deal(request: Request, me: Reader, session: OpenTransaction, now: Now, deal_id: str) -> Response:
    """A deal: where it stands, whose word that is, what was said before, and the notes that speak of it."""
    found = reading.one(session, as_id(deal_id))
    if found is None:
        raise NotFound("There is no such deal.")
    today, before = words.local_day(now, me.timezone), timelines.page_end(request.query_params)
    viewings.note(session, me.user_id, f"deals/{found.id}", [Seen("deal", found.id, found.approvers)], now)
    content = {
        "deal": deals.line(found, today), "timeline": timelines.of_deal(session, me, found, before, now),
        "record": records.of_deal(session, me, found.id, today), "today": today,
        "done": done_by(session, me, request.query_params.get("done", "")),
        "unread": "unread" in request.query_params,
    }  # fmt: skip
    return page(request, "deal.html", content, me=me)


@router.post("/deals/{deal_id}/fields", dependencies=[OwnForm])
def field(me: Rep, session: OpenTransaction, now: Now, deal_id: str, form: TheForm) -> Response:
    """Give a field of a deal a value."""
    try:
        value = deals.entered(form.field, form.value, me, now)
    except deals.Unread:
        return RedirectResponse(f"/deals/{deal_id}?unread=1", 303)
    entry = Entry("deal", as_id(deal_id), form.field, form.was, value)
    enter(session, Approver(me.user_id, 0), form.op_id, entry, now)
    return RedirectResponse(f"/deals/{deal_id}?done={form.op_id}", 303)


@router.post("/companies/{row_id}/deals", dependencies=[OwnForm])
def note(me: Rep, session: OpenTransaction, now: Now, row_id: str, form: Annotated[Noted, Depends(noted)]) -> Response:
    """Note a deal by hand, with a note that says so."""
    try:
        sale = _sale(form, me, now)
    except deals.Unread:
        return RedirectResponse(f"/companies/{row_id}?unread=1", 303)
    jotting = Jotting("company", as_id(row_id), form.name, "approve", ZoneInfo(me.timezone), sale)
    jot(session, Approver(me.user_id, me.hold_seconds), form.op_id, jotting, now)
    return RedirectResponse(f"/companies/{row_id}?done={form.op_id}", 303)


def _sale(form: Noted, me: SignedIn, now: datetime) -> Sale:
    amount, day = (deals.entered(name, getattr(form, name), me, now) for name in ("amount", "expected_on"))
    return Sale(form.stage, amount, day)
