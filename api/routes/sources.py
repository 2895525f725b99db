"""The sources behind a note, for their owner alone: a mail in full as text, and the names an edit can choose from."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from api.deps import Now, OpenTransaction, Rep, as_id
from api.web.render import page
from i18n.texts import N_, _
from store.errors import NotFound
from store.queries import sources as reading

router = APIRouter()
ROLES = {
    "from": N_("From"), "to": N_("To"), "cc": N_("Copy"), "bcc": N_("Blind copy"), "reply_to": N_("Answers to"),
    "sender": N_("Sent by"),
}  # fmt: skip


@router.get("/review/sources/{message_id}")
def source(request: Request, me: Rep, session: OpenTransaction, now: Now, message_id: str) -> Response:
    """A mail in full: what it says as text, never its markup."""
    mail = reading.whole_mail(session, me.user_id, as_id(message_id))
    if mail is None:
        raise NotFound("There is no such mail.")
    return page(request, "source.html", {"mail": mail, "roles": roles(), "now": now, "zone": me.timezone}, me=me)


def roles() -> dict[str, str]:
    """What those whom a mail names are to it, in words."""
    return {role: _(text) for role, text in ROLES.items()}


@router.get("/review/known")
def known(me: Rep, session: OpenTransaction) -> JSONResponse:
    """Names of companies and people for typing ahead."""
    return JSONResponse(reading.names(session, me.user_id))
