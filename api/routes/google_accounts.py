"""An account at Google that its owner connects: how far back it is read, and the company's service account."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OwnForm, Rep, as_id, parts_of
from api.web.render import page
from i18n.texts import N_, _
from ingest import connect, connect_google
from ingest.connect import NotConnectable, Preview
from ingest.connect_google import Agreed, Kind
from store.aliases import own_addresses
from store.engine import Acting
from store.errors import NotFound

router = APIRouter()
HERE = "/connections"
# How far back, in days; none: everything.
WINDOWS: tuple[tuple[str, int | None], ...] = (
    (N_("The last three months"), 92), (N_("The last year"), 366), (N_("Everything"), None),
)  # fmt: skip
ASKED: dict[str, tuple[Kind, ...]] = {"mail": ("mail",), "calendars": ("calendars",), "both": ("mail", "calendars")}


@router.get("/connections/google/{connection_id}/past")
def past(request: Request, connection_id: str, me: Rep, now: Now) -> Response:
    """How much of a mailbox each choice would bring, from when on and how long it takes. Nothing is read before one."""
    parts, mailbox = parts_of(request), as_id(connection_id)
    _google(request, me.user_id, mailbox)
    rows, error = [(_(text), _since(now, days), Preview(())) for text, days in WINDOWS], ""
    try:
        if at := parts.accounts:
            rows = [(text, since, at.preview(parts.app, me.user_id, mailbox, since)) for text, since, __ in rows]
    except NotConnectable as refused:  # they may choose all the same
        error = _(str(refused))
    content = {"rows": rows, "connection_id": connection_id, "error": error, "today": now.date()}
    return page(request, "google_past.html", content, me=me)


@router.post("/connections/google/{connection_id}/past", dependencies=[OwnForm])
def read_from(request: Request, connection_id: str, me: Rep, now: Now, since: Annotated[str, Form()] = "") -> Response:
    """Read it from that day on; reading begins at once, and it can be read further back later."""
    mailbox = as_id(connection_id)
    _google(request, me.user_id, mailbox)
    with parts_of(request).app.transaction(Acting(me.user_id)) as session:
        connect.widen(session, me.user_id, mailbox, _day(since), now)
        connect.resume(session, me.user_id, mailbox, now)
    return RedirectResponse(HERE, 303)


@router.post("/connections/google/delegated", dependencies=[OwnForm])
def agree(
    request: Request, me: Rep, now: Now, address: Annotated[str, Form()], asked: Annotated[str, Form()]
) -> Response:
    """The owner agrees that the company's service account reads what is theirs: one of their own addresses."""
    parts = parts_of(request)
    if parts.accounts is None or parts.accounts.access.delegation is None or asked not in ASKED:
        raise NotFound("There is no service account.")
    with parts.app.transaction(Acting(me.user_id)) as session:
        if address not in own_addresses(session, me.user_id):
            raise NotFound("That address is not one of yours.")
        begun = connect_google.agree(session, parts.sealer, me.user_id, Agreed(address, ASKED[asked]), now)
        held = connect_google.hold(session, me.user_id, begun)
    return RedirectResponse(f"{HERE}/google/{held}/past" if held else HERE, 303)


def _google(request: Request, owner_id: UUID, mailbox: UUID) -> None:
    """Refuse what is no mailbox of theirs at Google."""
    with parts_of(request).app.transaction(Acting(owner_id)) as session:
        if not connect_google.is_mailbox(session, mailbox):
            raise NotFound("There is no such mailbox.")


def _since(now: datetime, days: int | None) -> date | None:
    return (now - timedelta(days=days)).date() if days else None


def _day(since: str) -> date | None:
    try:
        return date.fromisoformat(since) if since else None
    except ValueError as error:
        raise NotFound("That is no day.") from error
