"""A rep's own line on the map of relationships: whether anybody else sees it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from api.deps import OpenTransaction, OwnForm, Rep, as_id
from store.unshown import hide, show

router = APIRouter()


@router.post("/people/{contact_id}/line", dependencies=[OwnForm])
def line(
    me: Rep, session: OpenTransaction, contact_id: str, verb: Annotated[Literal["hide", "show"], Form()]
) -> Response:
    """Leave one's own line out for everybody else, or draw it again."""
    (hide if verb == "hide" else show)(session, me.user_id, as_id(contact_id))
    return RedirectResponse(f"/people/{as_id(contact_id)}#who", 303)
