"""What Boswell reads of a rep and keeps, what it leaves out and why, and who saw what."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import PlainTextResponse, Response

from api.deps import Now, OpenTransaction, Rep, as_id
from api.web import downloads, past
from api.web.render import page
from api.web.visits import visits
from i18n.texts import N_
from ingest import pausing
from ingest.switches import switches
from store import sessions, viewings
from store.people import SignedIn
from store.queries import directory
from store.queries import left_out as lately
from store.queries.connections import labels, standings
from store.queries.past import groups
from store.queries.stock import companies_with_notes, kept, stock
from store.viewings import Sought

router = APIRouter()
MOST = 100  # companies to choose from
STANDS = {
    "waiting": N_("waiting for you"), "shared": N_("shared"), "private": N_("only you"), "left out": N_("left out"),
}  # fmt: skip


@router.get("/my-data")
def my_data(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """One's own connections, what is kept, and the looks at one's notes: all, or a person's, or at a company's."""
    content = {"connections": standings(session, now, me.user_id), "labels": labels(session, me.user_id), "now": now}
    content |= {"ends": pausing.ends(session, me.user_id), "switches": switches(session, me.user_id)}
    content |= {"stock": stock(session, me.user_id), "stands": STANDS} | _seen(session, me, request.query_params)
    content |= {"sessions": sessions.sessions_of(session, me.user_id, now), "this": me.session_id.hex()}
    content["past"] = past.said(groups(session, me.user_id))
    return page(request, "my_data.html", content, me=me)


def _seen(session: Session, me: SignedIn, given: Mapping[str, str]) -> dict[str, object]:
    """Who saw what, as it is sought, and what can be sought."""
    by, company = (as_id(given[name]) if given.get(name) else None for name in ("by", "company"))
    sought = Sought(by, company)
    ids = companies_with_notes(session, me.user_id, MOST)
    return {
        "visits": visits(viewings.looks_at(session, me.user_id, sought)), "sought": sought,
        "viewers": viewings.viewers(session, me.user_id),
        "companies": directory.companies(session, ids=ids) if ids else [],
    }  # fmt: skip


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
