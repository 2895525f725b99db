"""Asking a colleague for an introduction, and answering."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id
from store.introductions import answer, ask, withdraw

router = APIRouter()
Verb = Literal["yes", "no", "withdraw"]


@router.post("/people/{contact_id}/introduction", dependencies=[OwnForm])
def request(me: Rep, session: OpenTransaction, now: Now, contact_id: str, asked: Annotated[UUID, Form()]) -> Response:
    """Ask a colleague who knows somebody for an introduction."""
    ask(session, me.user_id, asked, as_id(contact_id), now)
    return RedirectResponse(f"/people/{as_id(contact_id)}", 303)


@router.post("/introductions/{request_id}", dependencies=[OwnForm])
def settle(me: Rep, session: OpenTransaction, now: Now, request_id: str, verb: Annotated[Verb, Form()]) -> Response:
    """Say yes or no to a request, or take one's own back."""
    if verb == "withdraw":
        withdraw(session, me.user_id, as_id(request_id))
    else:
        answer(session, me.user_id, as_id(request_id), verb, now)
    return RedirectResponse("/", 303)
