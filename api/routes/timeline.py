"""Approved notes of the whole company, or one's own."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Reader, Rep, as_id
from api.web import timelines, words
from api.web.render import page
from store.queries.notes import Narrowed
from store.review.settle import Approver
from store.review.withdraw import withdraw
from store.viewings import who_opened

router = APIRouter()


@router.get("/timeline")
def timeline(request: Request, me: Reader, session: OpenTransaction, now: Now, mine: bool = False) -> Response:  # noqa: FBT001, FBT002 - a query parameter
    """Everybody's notes, or with ``mine`` those that the reader approved."""
    withdrawn = request.query_params.get("withdrawn", "")
    narrowed = Narrowed(approver_id=me.user_id if mine else None, before=timelines.page_end(request.query_params))
    opened = words.listed(who_opened(session, me.user_id, as_id(withdrawn))) if withdrawn else ""
    content = {
        "timeline": timelines.timeline(session, me, narrowed, "timeline", now), "mine": mine,
        "withdrawn": withdrawn, "opened": opened,
    }  # fmt: skip
    return page(request, "timeline.html", content, me=me)


@router.post("/notes/{note_id}/withdraw", dependencies=[OwnForm])
def take_back(me: Rep, session: OpenTransaction, now: Now, note_id: str, op_id: Annotated[UUID, Form()]) -> Response:
    """Take one's own word for a shared note back: what nobody else approved vanishes at once, for everyone."""
    withdraw(session, Approver(me.user_id, me.hold_seconds), op_id, as_id(note_id), now)
    return RedirectResponse(f"/timeline?withdrawn={as_id(note_id)}", 303)
