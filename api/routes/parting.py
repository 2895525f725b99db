"""A meeting and the mails that follow it up: one note or several, as its owner wants."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id
from store.review.parting import part

router = APIRouter()


@router.post("/review/meetings/{suggestion_id}/{how}", dependencies=[OwnForm])
def apart_or_together(
    me: Rep, session: OpenTransaction, now: Now, suggestion_id: str, how: Literal["apart", "together"]
) -> Response:
    """Note a meeting apart from its mails, or together with them again."""
    part(session, me.user_id, as_id(suggestion_id), now, apart=how == "apart")
    return RedirectResponse("/", 303)
