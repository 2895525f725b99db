"""People that somebody here approved."""

from __future__ import annotations

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader, as_id
from api.web import exchanges, records, words
from api.web.accounts import Subject, account
from api.web.narrowing import KINDS
from api.web.records import done_by
from api.web.render import page
from store.errors import NotFound
from store.models.shared.contact import Contact
from store.queries import directory, kept
from store.queries.behind import Behind
from store.queries.directory import Person

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
    """One person: whose word each detail is, who knows them, and the notes they took part in."""
    found = _found(session, contact_id)
    shown = account(session, me, _subject(session, found), request.query_params, now)
    content = {
        "person": found,
        "kinds": KINDS,
        "record": records.of_person(session, me, found, shown["today"]),
        "done": done_by(session, me, request.query_params.get("done", "")),
    }
    return page(request, "person.html", shown | content, me=me)


@router.get("/people/{contact_id}/exchanges")
def behind(request: Request, me: Reader, session: OpenTransaction, now: Now, contact_id: str) -> Response:
    """The approved exchanges that a number about this person counts."""
    found = _found(session, contact_id)
    of = Behind("contact", directory.members(session, Contact, found.id), exchanges.EVER, now)
    place = f"people/{found.id}"
    listed = exchanges.looked_at(session, me, place, exchanges.asked(of, request.query_params, me.timezone), now)
    content = {"name": found.name, "place": place, "rows": exchanges.rows(listed, me, now), "number": len(listed)}
    return page(request, "exchanges.html", content, me=me)


def _found(session: Session, contact_id: str) -> Person:
    found = directory.people(session, contact_id=as_id(contact_id))
    if not found:
        raise NotFound("There is no such person.")
    return found[0]


def _subject(session: Session, person: Person) -> Subject:
    rows = directory.members(session, Contact, person.id)
    return Subject("contact", person.id, person.name, f"people/{person.id}", rows, [person.id], person.addresses)
