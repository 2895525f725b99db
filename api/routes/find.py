"""Finding people, companies and notes from anywhere."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader
from api.web import words
from api.web.render import page
from api.web.timelines import found
from store.queries import directory, kept, search

router = APIRouter()
MOST = 20


@router.get("/find")
def find(request: Request, me: Reader, session: OpenTransaction, now: Now, q: str = "") -> Response:
    """Everything that is called so, the best first; without a question, the form alone."""
    people = search.named(session, "contact", q, MOST)
    firms = search.named(session, "company", q, MOST)
    contacts = {one.id: one for one in directory.people(session, ids=people.ids)}
    companies = {one.id: one for one in directory.companies(session, ids=firms.ids)}
    content = {
        "q": q[: search.LONGEST], "asked": bool(search.words_of(q)),
        "people": [contacts[id_] for id_ in people.ids], "companies": [companies[id_] for id_ in firms.ids],
        "almost": people.alike and firms.alike,
        "own": kept.people(session, me.user_id, search.words_of(q)) if search.words_of(q) else [],
        "timeline": found(session, me, q, now),
        "today": words.local_day(now, me.timezone),
    }  # fmt: skip
    return page(request, "find.html", content, me=me)
