"""Asking about new people before it shows who is on the matter."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep
from store.review.gathering import ask_now

router = APIRouter()


@router.post("/review/new-people", dependencies=[OwnForm])
def new_people(me: Rep, session: OpenTransaction, now: Now) -> Response:
    """Put everybody whom the rep has just met into the review."""
    ask_now(session, me.user_id, now)
    return RedirectResponse("/", 303)
