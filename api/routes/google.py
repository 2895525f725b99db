"""Connecting mail and calendars at Google: what is asked for in plain words, and what the browser brings back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, Rep, parts_of
from api.web.render import page
from i18n.texts import N_, _
from ingest import connect_google
from ingest.connect import NotConnectable
from ingest.connect_google import Channels, Kind, Returned
from ingest.errors import Malformed, Unavailable
from store import people
from store.aliases import own_addresses, whose
from store.engine import Acting
from store.errors import NotFound
from store.people import SignedIn

router = APIRouter()
HERE = "/connections/google"
BACK = "/connections/google/back"
HOOK = "/hooks/google"
# As ``store.connections`` has it.
CONSENT = N_(
    "Boswell reads this mailbox and these calendars for me and suggests notes. Nobody else sees anything from them "
    "until I approve a note. I can pause, disconnect or delete at any time."
)
# What may be asked for, all of it first.
WAYS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (N_("Mail and calendars"), ("mail", "calendars")),
    (N_("Mail alone"), ("mail",)),
    (N_("Calendars alone"), ("calendars",)),
)
# What signing in may say, as ``ingest.google`` says it.
SENTENCES = (
    N_("This sign-in was not begun here, or too long ago. Begin again at the connections page."),
    N_("Google says that you did not agree, so nothing is connected. Nothing is read."),
    N_("Google gave no lasting access. Remove Boswell in your Google account's settings and connect again."),
    N_("Google did not grant Boswell all it needs to read here. Sign in again and leave every box ticked."),
    N_("What came from Google does not prove who signed in. Begin again at the connections page."),
    N_("This address belongs to another Google account than the mailbox that is connected. Disconnect that first."),
    N_("Google does not answer just now. It is tried again by itself."),
)


@router.get("/connections/google")
def explain(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """What Boswell asks Google for, and the way there."""
    return _page(request, session, me, now)


@router.get("/connections/google/back")
def back(request: Request, me: Rep, now: Now) -> Response:
    """Where Google sends the browser. The state proves that this session began it; no transaction is open meanwhile."""
    parts, acting, asked = parts_of(request), Acting(me.user_id), request.query_params
    if parts.google is None:
        return RedirectResponse(HERE, 303)
    returned = Returned(*(asked.get(name, "")[:4096] for name in ("state", "code", "error", "iss")))
    with parts.app.transaction(acting) as session:
        redirect_uri = _public(session, BACK)
    try:
        account = parts.google.account(returned, me.csrf, redirect_uri, now)
        with parts.app.transaction(acting) as session:
            begun = connect_google.begin(session, parts.sealer, me.user_id, account, now)
            held = connect_google.hold(session, me.user_id, begun)
    except NotConnectable as error:
        with parts.app.transaction(acting) as session:
            return _page(request, session, me, now, _(str(error)))
    return RedirectResponse(f"{HERE}/{held}/past" if held else "/connections", 303)


async def body_of(request: Request) -> bytes:
    """What was sent, as it came."""
    return await request.body()


@router.post("/hooks/google")
def pushed(request: Request, now: Now, body: Annotated[bytes, Depends(body_of)]) -> Response:
    """Pub/Sub says that something is new in a mailbox. Whatever is not taken now comes again, so nonsense is taken."""
    parts = parts_of(request)
    if parts.pushes is None:
        raise NotFound("Pushes are not heard here.")
    with parts.app.transaction() as session:
        audience = _public(session, HOOK)
    try:
        address = parts.pushes.heard(request.headers.get("authorization", ""), body, audience)
    except Malformed:
        return Response(status_code=204)
    except Unavailable:
        return Response(status_code=503)
    except NotConnectable:
        return Response(status_code=401)
    with parts.app.transaction() as session:
        owner_id = whose(session, address)
    if owner_id:
        with parts.app.transaction(Acting(owner_id)) as session:
            connect_google.look(session, owner_id, address, now)
    return Response(status_code=204)


@router.post("/hooks/google/calendar")
def changed(request: Request, now: Now) -> Response:
    """Google says that something changed in a calendar that is watched; at first, that it is."""
    parts, told = parts_of(request), request.headers
    channel, token = (told.get(f"x-goog-channel-{name}", "") for name in ("id", "token"))
    try:
        owner_id, connection_id = Channels(parts.sealer.keyed_hash).heard(channel, token)
    except NotConnectable:
        return Response(status_code=401)
    if told.get("x-goog-resource-state") != "sync":
        with parts.app.transaction(Acting(owner_id)) as session:
            connect_google.look_at(session, owner_id, connection_id, now)
    return Response(status_code=204)


def _page(request: Request, session: Session, me: SignedIn, now: Now, error: str = "") -> Response:
    google = parts_of(request).google
    back_to = _public(session, BACK)
    ways = [(_(text), google.address(me.csrf, back_to, now, kinds)) for text, kinds in WAYS] if google else []
    accounts = parts_of(request).accounts
    delegated = accounts is not None and accounts.access.delegation is not None
    content = {
        "ways": ways, "consent": _(CONSENT), "error": error,
        "addresses": sorted(own_addresses(session, me.user_id)) if delegated else [],
    }  # fmt: skip
    return page(request, "google.html", content, me=me, status=400 if error else 200)


def _public(session: Session, path: str) -> str:
    company = people.installation(session)
    return f"{company.public_url.rstrip('/') if company else ''}{path}"
