"""What Boswell reads of a rep and keeps, what it leaves out and why, and who saw what."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from api.deps import Now, OpenTransaction, Rep
from api.web import downloads, past
from api.web.render import page
from api.web.visits import visits
from i18n.texts import N_
from store import viewings
from store.queries import left_out as lately
from store.queries.connections import standings
from store.queries.past import groups
from store.queries.stock import kept, stock

router = APIRouter()
STANDS = {
    "waiting": N_("waiting for you"), "shared": N_("shared"), "private": N_("only you"), "left out": N_("left out"),
}  # fmt: skip


@router.get("/my-data")
def my_data(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """One's own connections, what is kept, and the looks at one's notes."""
    own = standings(session, now, me.user_id)
    content = {"connections": own, "visits": visits(viewings.looks_at(session, me.user_id)), "now": now}
    content |= {"stock": stock(session, me.user_id), "stands": STANDS}
    content["past"] = past.said(groups(session, me.user_id))
    return page(request, "my_data.html", content, me=me)


@router.get("/my-data/left-out")
def left_out(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """Why is this not here: what of the last days is worth no note, and the reason."""
    found = lately.left_out(session, me.user_id, now)
    return page(request, "left_out.html", {"items": found, "zone": me.timezone, "now": now}, me=me)


@router.get("/my-data/notes.json")
def notes_json(me: Rep, session: OpenTransaction) -> Response:
    """All one's notes with every field, to keep elsewhere."""
    return _file(downloads.as_json(kept(session, me.user_id)), "application/json", "notes.json")


@router.get("/my-data/notes.csv")
def notes_csv(me: Rep, session: OpenTransaction) -> Response:
    """The same as a table, a line for each."""
    return _file(downloads.as_csv(kept(session, me.user_id)), "text/csv", "notes.csv")


def _file(text: str, kind: str, name: str) -> Response:
    held = {"Content-Disposition": f'attachment; filename="{name}"'}
    return PlainTextResponse(text, media_type=f"{kind}; charset=utf-8", headers=held)
