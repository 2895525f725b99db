"""Signing in by password or by a link, and signing out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.deps import COOKIE, Me, NobodysTransaction, NotSetUp, Now, OwnForm, TheParts, Visitor
from api.web.devices import device
from api.web.render import page
from i18n.texts import N_, _
from store import people
from store.people import ABSOLUTE

router = APIRouter()
WRONG = N_("That address and password do not belong together.")
SPENT = N_("That link was used already, or is too old. Ask whoever runs Boswell for a new one: boswell user link.")


@router.get("/sign-in")
def form(request: Request, visitor: Visitor, session: NobodysTransaction) -> Response:
    """The form."""
    if visitor:
        return RedirectResponse("/", 303)
    if people.installation(session) is None:
        raise NotSetUp
    return page(request, "sign_in.html", {"error": "", "address": ""})


@router.post("/sign-in")
def sign_in(
    request: Request, parts: TheParts, now: Now, address: Annotated[str, Form()], password: Annotated[str, Form()]
) -> Response:
    """Sign in with a password. Failed attempts are counted by address and network."""
    network = request.client.host if request.client else ""
    key = parts.sealer.keyed_hash(f"{address.strip().lower()} {network}")
    with parts.app.transaction() as session:
        people.refuse_too_many(session, key, now)
        token = people.sign_in(session, address, password, now, device_of(request))
        if token is None:
            people.note_failure(session, key, now)
    if token is None:
        return page(request, "sign_in.html", {"error": _(WRONG), "address": address}, status=401)
    return _welcome(token)


@router.get("/sign-in/{link}")
def link_page(request: Request, link: str) -> Response:
    """A button, because programs that look at links before people do would otherwise spend them."""
    return page(request, "sign_in_link.html", {"link": link})


@router.post("/sign-in/{link}")
def use_link(request: Request, link: str, session: NobodysTransaction, now: Now) -> Response:
    """Sign in with a link, once."""
    token = people.use_link(session, link, now, device_of(request))
    if token is None:
        return page(request, "message.html", {"title": _("That link is spent"), "sentence": _(SPENT)}, status=410)
    return _welcome(token)


@router.post("/sign-out", dependencies=[OwnForm])
def sign_out(me: Me, session: NobodysTransaction) -> Response:
    """End the session here and in the database. In nobody's transaction: admins' own may not write."""
    end(session, me.session_id)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return answer


def end(session: Session, session_id: bytes) -> None:
    """Forget a session."""
    people.end_session(session, session_id)


def device_of(request: Request) -> str:
    """What the browser that asks calls itself, in two words."""
    return device(request.headers.get("User-Agent", ""))


def _welcome(token: str) -> Response:
    answer = RedirectResponse("/", 303)
    keep(answer, token)
    return answer


def keep(answer: Response, token: str) -> None:
    """Give a browser its session (RFC 6265bis: the prefix binds the cookie to this host, path / and Secure)."""
    seconds = int(ABSOLUTE.total_seconds())
    answer.set_cookie(COOKIE, token, max_age=seconds, path="/", secure=True, httponly=True, samesite="lax")
