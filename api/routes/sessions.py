"""Signing out of one's other browsers."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from api.deps import NobodysTransaction, OwnForm, Rep
from store import sessions

router = APIRouter()
HERE = "/my-data#sessions"


@router.post("/my-data/sessions/others", dependencies=[OwnForm])
def end_others(me: Rep, session: NobodysTransaction) -> Response:
    """Sign out of every browser but this one."""
    sessions.end_others(session, me.user_id, me.session_id)
    return RedirectResponse(HERE, 303)


@router.post("/my-data/sessions/{key}", dependencies=[OwnForm])
def end_one(me: Rep, session: NobodysTransaction, key: str) -> Response:
    """Sign out of one of them."""
    sessions.end_one(session, me.user_id, key)
    return RedirectResponse(HERE, 303)
