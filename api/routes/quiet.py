"""A relationship that went quiet: one line on the review, and the word that ends it for ever."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from api.deps import OpenTransaction, OwnForm, Rep, as_id
from store.quiet import dismiss

router = APIRouter()


@router.post("/quiet/{contact_id}", dependencies=[OwnForm])
def never_mind(me: Rep, session: OpenTransaction, contact_id: str) -> Response:
    """Never bring this relationship up again."""
    dismiss(session, me.user_id, as_id(contact_id))
    return RedirectResponse("/", 303)
