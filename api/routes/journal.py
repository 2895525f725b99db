"""The history drawer: every decision of the last 90 days, newest first, each with Undo. Also a page of its own."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Rep
from api.web.journal import told
from api.web.operations import said
from api.web.render import page
from store.queries.operations import PAGE, operations

router = APIRouter()


@router.get("/decisions")
def decisions(
    request: Request, me: Rep, session: OpenTransaction, now: Now, before: datetime | None = None
) -> Response:
    """One page of them, and the line about the operation just ``done``."""
    found = operations(session, me.user_id, now, before)
    older = found[-1].at.isoformat() if len(found) == PAGE else ""
    content = {"operations": [told(each, now, me.timezone) for each in found], "older": older}
    return page(
        request, "decisions.html", content | {"done": said(session, me, request.query_params.get("done", ""))}, me=me
    )
