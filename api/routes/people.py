"""People that somebody here approved."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader, as_id
from api.web import records, words
from api.web.promises import With, next_with
from api.web.records import done_by
from api.web.render import page
from api.web.ties import ties
from api.web.timelines import page_end, timeline
from store.errors import NotFound
from store.models.shared.contact import Contact
from store.queries import directory, kept
from store.queries.directory import Narrowed

router = APIRouter()


@router.get("/people")
def people(request: Request, me: Reader, session: OpenTransaction, now: Now, after: str = "") -> Response:
    """Everybody, by name, a page at a time."""
    ids, more = directory.ids_by_name(session, Contact, as_id(after) if after else None)
    content = {
        "people": directory.people(session, ids=ids), "own": () if after else kept.people(session, me.user_id),
        "more": ids[-1] if more else "", "today": words.local_day(now, me.timezone),
    }  # fmt: skip
    return page(request, "people.html", content, me=me)


@router.get("/people/{contact_id}")
def person(request: Request, me: Reader, session: OpenTransaction, now: Now, contact_id: str) -> Response:
    """One person: whose word each detail is, and the notes they took part in."""
    found = directory.people(session, contact_id=as_id(contact_id))
    if not found:
        raise NotFound("There is no such person.")
    narrowed = Narrowed(contact_id=found[0].id, before=page_end(request.query_params))
    known = ties(session, [found[0].id], now, me.timezone)
    content = {
        "person": found[0],
        "timeline": timeline(session, me, narrowed, f"people/{found[0].id}", now),
        "ties": known,
        "next": next_with(session, me, With(f"people/{found[0].id}", found[0].addresses), now),
        "done": done_by(session, me, request.query_params.get("done", "")),
        "record": records.of_person(session, me, found[0], words.local_day(now, me.timezone)),
    }  # fmt: skip
    return page(request, "person.html", content, me=me)
