"""How every connection stands, without content: the admin's page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Admin, Now, OpenTransaction
from api.web.render import page
from store.connections import standings

router = APIRouter()


@router.get("/connections")
def connections(request: Request, me: Admin, session: OpenTransaction, now: Now) -> Response:
    """States and counts."""
    return page(request, "connections.html", {"connections": standings(session), "now": now}, me=me)
