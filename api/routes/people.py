"""People that somebody here approved."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader, as_id
from api.web import records, words
from api.web.records import done_by
from api.web.render import page
from api.web.ties import ties
from api.web.timelines import days
from store.errors import NotFound
from store.queries import directory, kept
from store.queries.directory import Narrowed

router = APIRouter()


@router.get("/people")
def people(request: Request, me: Reader, session: OpenTransaction, now: Now) -> Response:
    """Everybody, by name."""
    content = {
        "people": directory.people(session), "own": kept.people(session, me.user_id),
        "today": words.local_day(now, me.timezone),
    }  # fmt: skip
    return page(request, "people.html", content, me=me)


@router.get("/people/{contact_id}")
def person(request: Request, me: Reader, session: OpenTransaction, now: Now, contact_id: str) -> Response:
    """One person: whose word each detail is, and the notes they took part in."""
    found = directory.people(session, contact_id=as_id(contact_id))
    if not found:
        raise NotFound("There is no such person.")
    notes = days(session, me, Narrowed(contact_id=found[0].id), f"people/{found[0].id}", now)
    known = ties(session, [found[0].id], now, me.timezone)
    content = {
        "person": found[0], "days": notes, "ties": known,
        "done": done_by(session, me, request.query_params.get("done", "")),
        "record": records.of_person(session, me, found[0], words.local_day(now, me.timezone)),
    }  # fmt: skip
    return page(request, "person.html", content, me=me)
