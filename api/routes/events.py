"""The event stream: word to an open page that it may look again, and what there is to see then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Annotated, cast

from anyio.to_thread import run_sync
from fastapi import APIRouter, Query, Request
from sqlalchemy.exc import DBAPIError
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from api.deps import OpenTransaction, Rep, TheParts, now
from api.news import News
from api.parts import Parts
from api.security import is_asked_by_our_page
from i18n.texts import N_, _
from store import people
from store.errors import NotFound
from store.people import SignedIn
from store.queries import review as reading

router = APIRouter()
BEAT = 25.0  # seconds between two signs of life, which proxies and browsers want; the session is looked at as often
OVERLAP = timedelta(minutes=5)  # transactions begin before they end
Seen = Annotated[str, Query(max_length=4000, pattern=r"^([0-9]+:[0-9]+:[0-9,]*)?$")]
NEWS = "event: news\ndata: review\n\n"
UNBUFFERED = {"X-Accel-Buffering": "no"}
FULL = N_("There are too many open pages. Close some; this one shows what is new when it is loaded again.")


def news_of(request: Request) -> News:
    """The streams of this process."""
    return cast("News", request.app.state.news)


@router.get("/review/events")
async def events(request: Request, me: Rep, parts: TheParts) -> Response:
    """A stream for the one who is signed in, of their own queue and no other, until they are signed out.

    Raises:
        NotFound: what asks is no page of ours; a cookie alone opens no stream.
    """
    if not is_asked_by_our_page(request.headers, request.base_url.scheme):
        raise NotFound("There is no such page for you.")
    news = news_of(request)
    if not news.has_room(me.user_id):
        return PlainTextResponse(_(FULL), 503)
    return StreamingResponse(_said(news, me, parts), media_type="text/event-stream", headers=UNBUFFERED)


@router.get("/review/new")
def new(me: Rep, session: OpenTransaction, since: datetime, seen: Seen = "") -> JSONResponse:
    """What waits and came after a page was made, by id: its reader leaves out what is on the page already."""
    found = reading.came_since(session, me.user_id, since - OVERLAP, seen)
    return JSONResponse({"ids": [str(each) for each in found]})


async def _said(news: News, me: SignedIn, parts: Parts) -> AsyncIterator[str]:
    with news.stream(me.user_id) as stream:
        yield f"retry: 3000\n{NEWS}"  # what came before anybody heard
        while True:
            came = await stream.came(BEAT)
            if news.is_over or (signed_in := await run_sync(_is_signed_in, parts, me)) is None:
                return
            if not signed_in:
                yield "event: over\ndata: review\n\n"
                return
            yield NEWS if came else ": still here\n\n"


def _is_signed_in(parts: Parts, me: SignedIn) -> bool | None:
    """None where the database does not say: then the page asks anew. A stream keeps no session alive, it only looks."""
    try:
        with parts.app.transaction() as session:
            return people.is_signed_in(session, me.session_id, now())
    except DBAPIError:
        return None
