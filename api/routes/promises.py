"""Promises: what a rep and those they deal with are to do by a day, and the calendar of their own ones."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, TheParts, as_id
from api.web import days, feed
from api.web.promises import grouped
from api.web.render import page
from i18n.language import speak
from store import calendars, people
from store.aliases import own_addresses
from store.calendars import CALENDAR
from store.engine import Acting
from store.errors import NotFound
from store.preferences import preferences
from store.queries import promises
from store.review.promises import say_done, say_due, say_not_by
from store.signed import claimed, is_signed, sign

router = APIRouter()
Verb = Literal["done", "open"]


@router.get("/promises")
def own_promises(request: Request, me: Rep, session: OpenTransaction, parts: TheParts, now: Now) -> Response:
    """Everything by a day of one's own notes, both sides."""
    own = own_addresses(session, me.user_id)
    found = promises.of_owner(session, me.user_id, now)
    version, done = calendars.version(session, me.user_id), request.query_params.get("done", "")
    company = people.installation(session)
    url = (company.public_url if company else parts.address).rstrip("/")
    signed = sign(parts.sealer.keyed_hash, CALENDAR, me.user_id, version)
    moved, was = request.query_params.get("moved", ""), request.query_params.get("was", "")
    content = {
        "moved": next((each for each in found if each.key == moved), None), "was": was,
        "unread": days.Unread(request.query_params["text"]).sentence if "text" in request.query_params else "",
        "groups": grouped(found, own, me, now),
        "done": done if any(each.key == done and each.done_at for each in found) else "",
        "feed": f"{url}/calendar/{signed}.ics" if version > 0 else "",
    }  # fmt: skip
    return page(request, "promises.html", content, me=me)


@router.post("/promises/calendar", dependencies=[OwnForm])
def calendar(me: Rep, session: OpenTransaction, verb: Annotated[Literal["renew", "end"], Form()]) -> Response:
    """Make an address for one's calendar, which ends the one before; or end it."""
    (calendars.renew if verb == "renew" else calendars.end)(session, me.user_id)
    return RedirectResponse("/promises#calendar", 303)


@router.post("/promises/{key}", dependencies=[OwnForm])
def settle(me: Rep, session: OpenTransaction, now: Now, key: str, verb: Annotated[Verb, Form()]) -> Response:
    """Say that a promise is done, or that it is not."""
    say_done(session, me.user_id, key, now if verb == "done" else None)
    return RedirectResponse(f"/promises?done={key}" if verb == "done" else "/promises", 303)


@router.post("/promises/{key}/day", dependencies=[OwnForm])
def move(
    me: Rep, session: OpenTransaction, now: Now, key: str, text: Annotated[str, Form(alias="day.due", max_length=60)]
) -> Response:
    """Say by which day a promise is to be done; what is no day changes nothing."""
    known = {each.key: each for each in promises.of_owner(session, me.user_id, now)}
    if key not in known:
        raise NotFound("There is no such promise.")
    try:
        due_on = date.fromisoformat(days.read({"due": text}, me.timezone, now)["due"])
    except days.Unread:
        return RedirectResponse(f"/promises?text={quote(text)}#p{key}", 303)
    say_due(session, me.user_id, key, due_on)
    return RedirectResponse(f"/promises?moved={key}&was={known[key].due_on}", 303)


@router.post("/promises/{key}/not-by/{message_id}", dependencies=[OwnForm])
def not_by(me: Rep, session: OpenTransaction, key: str, message_id: str) -> Response:
    """Say that a mail does not do what was promised."""
    say_not_by(session, me.user_id, key, as_id(message_id))
    return RedirectResponse("/promises", 303)


@router.get("/calendar/{signed}.ics")
def feed_of(parts: TheParts, now: Now, signed: str) -> Response:
    """One's own open promises, for whoever holds the address: a calendar program signs in nowhere."""
    user_id = claimed(signed)
    if user_id is None:
        raise NotFound("There is no such calendar.")
    with parts.app.transaction(Acting(user_id)) as session:
        version = calendars.version(session, user_id)
        good = is_signed(parts.sealer.keyed_hash, CALENDAR, signed, version)
        if version <= 0 or not good or not people.is_active(session, user_id):
            raise NotFound("There is no such calendar.")
        company = people.installation(session)
        host = urlsplit(company.public_url).hostname if company else None
        own = own_addresses(session, user_id)
        speak(preferences(session, user_id).language)
        mine = [each for each in promises.of_owner(session, user_id, now) if each.doer in own and not each.done_at]
    return Response(feed.calendar(mine, own, host or "localhost", now), media_type="text/calendar; charset=utf-8")
