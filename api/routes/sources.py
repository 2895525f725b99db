"""The sources behind a note, for their owner alone: a mail in full as text, as it was laid out, and names for edits."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from api.deps import Now, OpenTransaction, Rep, TheParts, acting, as_id
from api.web import layout
from api.web.render import page
from i18n.texts import N_, _
from ingest.layouts import laid_out
from store.errors import NotFound
from store.queries import sources as reading
from store.queries.sources import WholeMail

router = APIRouter()
ROLES = {
    "from": N_("From"), "to": N_("To"), "cc": N_("Copy"), "bcc": N_("Blind copy"), "reply_to": N_("Answers to"),
    "sender": N_("Sent by"),
}  # fmt: skip


@router.get("/review/sources/{message_id}")
def source(request: Request, me: Rep, session: OpenTransaction, now: Now, message_id: str) -> Response:
    """A mail in full: what it says as text, never its markup."""
    mail = found(session, me.user_id, message_id)
    content = {"mail": mail, "roles": roles(), "now": now, "zone": me.timezone}
    return page(request, "source.html", content, me=me)


@router.get("/review/sources/{message_id}/layout")
def framed(request: Request, me: Rep, session: OpenTransaction, now: Now, message_id: str) -> Response:
    """The same mail, as it was laid out, in a frame that can do nothing."""
    mail = found(session, me.user_id, message_id)
    content = {"mail": mail, "roles": roles(), "now": now, "zone": me.timezone, "framed": True}
    return page(request, "source.html", content, me=me)


@router.get("/review/sources/{message_id}/frame")
def frame(parts: TheParts, me: Rep, message_id: str) -> Response:
    """What stands in that frame."""
    with parts.app.transaction(acting(me)) as session:  # not held while a child process works
        payload = reading.payload(session, me.user_id, as_id(message_id))
    if payload is None:
        raise NotFound("There is no such mail, or its bytes are gone.")
    return layout.answer(laid_out(payload, parts.limits))


def found(session: OpenTransaction, owner_id: UUID, message_id: str) -> WholeMail:
    """A mail of an owner's.

    Raises:
        NotFound: there is none.
    """
    mail = reading.whole_mail(session, owner_id, as_id(message_id))
    if mail is None:
        raise NotFound("There is no such mail.")
    return mail


def roles() -> dict[str, str]:
    """What those whom a mail names are to it, in words."""
    return {role: _(text) for role, text in ROLES.items()}


@router.get("/review/known")
def known(me: Rep, session: OpenTransaction) -> JSONResponse:
    """Names of companies and people for typing ahead."""
    return JSONResponse(reading.names(session, me.user_id))
