"""What Boswell reads of a rep, what it leaves out and why, and who saw what."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Rep
from api.web import past
from api.web.render import page
from api.web.visits import visits
from store import viewings
from store.queries import left_out as lately
from store.queries.connections import standings
from store.queries.past import groups

router = APIRouter()


@router.get("/my-data")
def my_data(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """One's own connections, and the looks at one's notes."""
    own = standings(session, now, me.user_id)
    content = {"connections": own, "visits": visits(viewings.looks_at(session, me.user_id)), "now": now}
    content["past"] = past.said(groups(session, me.user_id))
    return page(request, "my_data.html", content, me=me)


@router.get("/my-data/left-out")
def left_out(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """Why is this not here: what of the last days is worth no note, and the reason."""
    found = lately.left_out(session, me.user_id, now)
    return page(request, "left_out.html", {"items": found, "zone": me.timezone, "now": now}, me=me)
