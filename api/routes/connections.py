"""How mailboxes stand: their owner's own with what can be done about them, and for admins all, without content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id, of_role, parts_of
from api.web import health, reasons
from api.web.render import page
from ingest import connect, connect_calendars
from ingest.connect import NotConnectable, Opener, Server
from ingest.connect_calendars import CalendarServer, NewCalendar, Publisher
from store.engine import Acting
from store.errors import NotFound
from store.people import SignedIn
from store.queries.connections import Standing, compared, labels, standings

router = APIRouter()
RepOrAdmin = Annotated[SignedIn, Depends(of_role("rep", "admin"))]
HERE = "/connections"
WISHES: Mapping[str, Callable[[Session, UUID, UUID, datetime], None]] = {
    "pause": lambda session, owner_id, connection_id, _: connect.pause(session, owner_id, connection_id),
    "resume": connect.resume, "sync": connect.sync_now, "accept": connect.accept_gone,
}  # fmt: skip
SHOW = {"": None, "need": health.NEED_SOMETHING, "history": frozenset({"reading history"})}


@router.get("/connections")
def connections(request: Request, me: RepOrAdmin, session: OpenTransaction, now: Now, show: str = "") -> Response:
    """States, counts, and what needs a human."""
    mails = parts_of(request).mails
    own, beside = (labels(session, me.user_id), compared(session, me.user_id)) if "rep" in me.roles else ({}, {})
    everything = standings(session, now, None if "admin" in me.roles else me.user_id)
    title, about = health.headline(everything) if everything else ("", "")
    content = {
        "title": title, "about": about, "labels": own, "now": now, "mails": mails,
        "alerts": health.alerts(everything, own, now, mails=mails), "show": show if show in SHOW else "",
        "tabs": [(name, len(_shown(everything, name))) for name in SHOW], "connections": _shown(everything, show),
        "beside": beside, "everybody": "admin" in me.roles,
    }  # fmt: skip
    return page(request, "connections.html", content, me=me)


def _shown(everything: list[Standing], show: str) -> list[Standing]:
    states = SHOW.get(show)
    return [each for each in everything if states is None or each.state in states]


@router.post("/connections/{connection_id}/disconnect", dependencies=[OwnForm])
def disconnect(request: Request, connection_id: str, me: Rep, now: Now) -> Response:
    """Read it never again, and purge what was not published. Google is told first, with no transaction open."""
    parts, connection = parts_of(request), as_id(connection_id)
    if parts.accounts:
        parts.accounts.leave(parts.app, me.user_id, connection)
    with parts.app.transaction(Acting(me.user_id)) as session:
        connect.disconnect(session, me.user_id, connection, now)
    return RedirectResponse(HERE, 303)


@router.get("/connections/{connection_id}/sign-in")
def sign_in_form(request: Request, connection_id: str, me: Rep, session: OpenTransaction) -> Response:
    """Where the owner enters the password again, or is led to Google."""
    if connect.is_google(session, as_id(connection_id)):
        return RedirectResponse("/connections/google", 303)
    return _form(request, session, me, connection_id)


@router.post("/connections/{connection_id}/sign-in", dependencies=[OwnForm])
def sign_in_again(
    request: Request, connection_id: str, me: Rep, now: Now, password: Annotated[str, Form()]
) -> Response:
    """Try the password at the server, and keep it when it opens the mailbox. No transaction is open meanwhile."""
    parts, mailbox, acting = parts_of(request), as_id(connection_id), Acting(me.user_id)
    with parts.app.transaction(acting) as session:
        server, label = _server(session, mailbox), labels(session, me.user_id).get(mailbox, "")
    if server.oauth:
        raise NotFound("There is no password to enter.")
    try:
        at = _tried(server, password, parts.opener)
    except NotConnectable as error:
        with parts.app.transaction(acting) as session:
            return _form(request, session, me, connection_id, reasons.refusal(error))
    with parts.app.transaction(acting) as session:
        if at is None:
            connect.renew(session, parts.sealer, mailbox, password, now)
        else:
            connect_calendars.begin(session, parts.sealer, me.user_id, NewCalendar(label, at, password), now)
    return RedirectResponse(HERE, 303)


@router.post("/connections/{connection_id}/{wish}", dependencies=[OwnForm])
def carry_out(connection_id: str, wish: str, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """What its owner wishes for one of theirs: one of ``WISHES``.

    Raises:
        NotFound: it is none of them, or the connection is not theirs.
    """
    if wish not in WISHES:
        raise NotFound("There is nothing like that to wish for.")
    WISHES[wish](session, me.user_id, as_id(connection_id), now)
    return RedirectResponse(HERE, 303)


def _server(session: Session, mailbox: UUID) -> Server | CalendarServer | Publisher:
    """Where a mailbox or calendars are."""
    try:
        return connect.server_of(session, mailbox)
    except NotFound:
        return connect_calendars.place_of(session, mailbox)


def _tried(
    server: Server | CalendarServer | Publisher, secret: str, opener: Opener
) -> CalendarServer | Publisher | None:
    """Try a secret; where calendars are with it, None for a mailbox."""
    if isinstance(server, Server):
        connect.check(server, secret, opener)
        return None
    return connect_calendars.check(server, secret, opener)


def _form(request: Request, session: Session, me: SignedIn, connection_id: str, error: str = "") -> Response:
    mailbox = as_id(connection_id)
    server = _server(session, mailbox)
    content = {"mailbox": mailbox, "server": server, "label": labels(session, me.user_id)[mailbox], "error": error}
    return page(request, "sign_in_again.html", content, me=me, status=400 if error else 200)
