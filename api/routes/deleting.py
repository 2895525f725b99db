"""A rep has all deleted that is theirs alone: they type a word to confirm it, and get a receipt."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, acting, parts_of
from api.web.deleting import is_confirmed, receipt
from api.web.render import page
from store import connections, leaving
from store.queries.stock import stock

router = APIRouter()


@router.get("/my-data/delete")
def ask(request: Request, me: Rep, session: OpenTransaction) -> Response:
    """What would go and what would stay."""
    return page(
        request,
        "delete_all.html",
        {"stock": stock(session, me.user_id), "word": "", "mistyped": False, "receipt": None},
        me=me,
    )


@router.post("/my-data/delete", dependencies=[OwnForm])
def delete(request: Request, me: Rep, now: Now, word: Annotated[str, Form(max_length=60)] = "") -> Response:
    """Delete it, if the word is right. Google is told first, with no transaction open."""
    parts = parts_of(request)
    if not is_confirmed(word):
        with parts.app.transaction(acting(me)) as session:
            content = {"stock": stock(session, me.user_id), "word": word, "mistyped": True, "receipt": None}
        return page(request, "delete_all.html", content, me=me, status=400)
    with parts.app.transaction(acting(me)) as session:
        connected = connections.connections_of(session, me.user_id)
    for connection_id in connected if parts.accounts else ():
        parts.accounts.leave(parts.app, me.user_id, connection_id)  # type: ignore[union-attr]
    with parts.app.transaction(acting(me)) as session:
        before = stock(session, me.user_id)
        leaving.remove(session, me.user_id, now)
        told = receipt(before, stock(session, me.user_id), len(connected))
    return page(request, "delete_all.html", {"receipt": told, "now": now}, me=me)
