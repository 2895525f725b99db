"""Approved notes of the whole company, or one's own."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader
from api.web.render import page
from api.web.timelines import days
from store.queries.directory import Narrowed

router = APIRouter()


@router.get("/timeline")
def timeline(request: Request, me: Reader, session: OpenTransaction, now: Now, mine: bool = False) -> Response:  # noqa: FBT001, FBT002 - a query parameter
    """Everybody's notes, or with ``mine`` those that the reader approved."""
    narrowed = Narrowed(approver_id=me.user_id if mine else None)
    content = {"days": days(session, me, narrowed, "timeline", now), "mine": mine}
    return page(request, "timeline.html", content, me=me)
