"""Where the digest mail leads: to the review, and to the page that stops it.

A GET changes nothing: programs look at the links of a mail before its reader does. The address in a mail stops the
digest of whoever it was sent to without signing in, by a button or by one POST of a mail program (RFC 8058).
"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, TheParts
from api.web.render import page
from i18n.language import speak
from store.engine import Acting
from store.errors import NotFound
from store.preferences import preferences, stop_digest
from store.signed import STOP, KeyedHash, claimed, is_signed

router = APIRouter()


@router.get("/r")
def review(_me: Rep) -> Response:
    """The review, at what I am sure of."""
    return RedirectResponse("/#sure", 303)


@router.get("/my/digest")
def own(request: Request, me: Rep, session: OpenTransaction) -> Response:
    """The button that stops one's own digest."""
    wanted = preferences(session, me.user_id).digest_at is not None
    content = {"post_to": "/my/digest", "csrf": me.csrf, "wanted": wanted}
    return page(request, "digest.html", content, me=me)


@router.post("/my/digest", dependencies=[OwnForm])
def stop_own(me: Rep, session: OpenTransaction, now: Now) -> Response:
    """Stop one's own digest."""
    stop_digest(session, me.user_id, now)
    return RedirectResponse("/my/digest", 303)


@router.get("/my/digest/{signed}")
def from_a_mail(request: Request, parts: TheParts, signed: str) -> Response:
    """The same button for whoever holds the address from a mail."""
    user_id = _whose(parts.sealer.keyed_hash, signed)
    with parts.app.transaction(Acting(user_id)) as session:
        wanted = preferences(session, user_id)
    speak(wanted.language)
    content = {"post_to": f"/my/digest/{signed}", "csrf": "", "wanted": wanted.digest_at is not None}
    return page(request, "digest.html", content)


@router.post("/my/digest/{signed}")
def stop_from_a_mail(request: Request, parts: TheParts, now: Now, signed: str) -> Response:
    """Stop the digest of whoever the address was sent to; the answer is no redirect (RFC 8058 section 3.1)."""
    user_id = _whose(parts.sealer.keyed_hash, signed)
    with parts.app.transaction(Acting(user_id)) as session:
        stop_digest(session, user_id, now)
        speak(preferences(session, user_id).language)
    return page(request, "digest.html", {"post_to": "", "csrf": "", "wanted": False})


def _whose(keyed_hash: KeyedHash, signed: str) -> UUID:
    user_id = claimed(signed)
    if user_id is None or not is_signed(keyed_hash, STOP, signed):
        raise NotFound("There is no such page.")
    return user_id
