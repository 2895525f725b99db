"""A manager's home, and the weekly mail of the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, TheParts, of_role
from api.web import today as said
from api.web import words
from api.web.render import page
from store import viewings, weeks
from store.engine import Acting
from store.errors import NotFound
from store.people import SignedIn
from store.preferences import preferences, want_weekly
from store.queries import today
from store.signed import STOP_WEEKLY, KeyedHash, claimed, is_signed
from store.viewings import Seen

router = APIRouter()
Manager = Annotated[SignedIn, Depends(of_role("manager"))]
OWN = "/my/weekly"


@router.get("/today")
def home(request: Request, me: Manager, session: OpenTransaction, now: Now) -> Response:
    """Which companies changed, which went quiet, and which promises are due."""
    is_counted = weeks.count_few(session, now.date())
    day = words.local_day(now, me.timezone)
    found = today.found(session, day)
    _note_looks(session, me, found.due, now)
    content = {
        "greeting": f"{words.greeting(now, me.timezone)}, {words.first_name(me.name)}.",
        "groups": said.groups(found, day), "is_counted": is_counted, "weekly": preferences(session, me.user_id).weekly,
    }  # fmt: skip
    return page(request, "today.html", content, me=me)


@router.get("/today/{name}")
def whole(request: Request, me: Manager, session: OpenTransaction, now: Now, name: str) -> Response:
    """Everything behind one of its sentences."""
    day = words.local_day(now, me.timezone)
    found = today.found(session, day, today.ALL_OF_THEM)
    group = next((each for each in said.groups(found, day) if each.name == name), None)
    if group is None:
        raise NotFound("There is nothing of this today.")
    if name == "due":
        _note_looks(session, me, found.due, now)
    return page(request, "needs_all.html", {"group": group}, me=me)


@router.get("/my/weekly")
def own(request: Request, me: Manager, session: OpenTransaction) -> Response:
    """The buttons that begin and stop one's own weekly mail."""
    content = {"post_to": OWN, "csrf": me.csrf, "wanted": preferences(session, me.user_id).weekly}
    return page(request, "weekly.html", content, me=me)


@router.post("/my/weekly", dependencies=[OwnForm])
def choose(me: Manager, session: OpenTransaction, now: Now, wanted: Annotated[bool, Form()] = False) -> Response:  # noqa: FBT002 - a form's field
    """Begin or stop one's own weekly mail."""
    want_weekly(session, me.user_id, now, wanted=wanted)
    return RedirectResponse(OWN, 303)


@router.get("/my/digest/weekly/{signed}")
def from_a_mail(request: Request, parts: TheParts, signed: str) -> Response:
    """The button that stops it, for whoever holds the address from a mail."""
    user_id = _whose(parts.sealer.keyed_hash, signed)
    with parts.app.transaction(Acting(user_id)) as session:
        wanted = preferences(session, user_id).weekly
    return page(request, "weekly.html", {"post_to": f"/my/digest/weekly/{signed}", "csrf": "", "wanted": wanted})


@router.post("/my/digest/weekly/{signed}")
def stop_from_a_mail(request: Request, parts: TheParts, now: Now, signed: str) -> Response:
    """Stop it for whoever the address was sent to; the answer is no redirect (RFC 8058 section 3.1)."""
    user_id = _whose(parts.sealer.keyed_hash, signed)
    with parts.app.transaction(Acting(user_id)) as session:
        want_weekly(session, user_id, now, wanted=False)
    return page(request, "weekly.html", {"post_to": "", "csrf": "", "wanted": False})


def _note_looks(session: Session, me: SignedIn, due: Iterable[today.Due], now: datetime) -> None:
    seen = (Seen("interaction", each.note_id, each.approvers) for each in due)
    viewings.note(session, me.user_id, "today", seen, now)


def _whose(keyed_hash: KeyedHash, signed: str) -> UUID:
    user_id = claimed(signed)
    if user_id is None or not is_signed(keyed_hash, STOP_WEEKLY, signed):
        raise NotFound("There is no such page.")
    return user_id
