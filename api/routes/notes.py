"""One approved note in full: what the sentences and numbers of other pages lead to."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import Now, OpenTransaction, Reader, as_id
from api.web import words
from api.web.promises import said
from api.web.render import page
from api.web.timelines import one
from store.errors import NotFound
from store.queries import directory, files, notes, promises
from store.queries.notes import Narrowed

router = APIRouter()


@router.get("/notes/{note_id}")
def note(request: Request, me: Reader, session: OpenTransaction, now: Now, note_id: str) -> Response:
    """A note with who took part and what was promised."""
    found = notes.notes(session, Narrowed(), [as_id(note_id)])
    if not found:
        raise NotFound("There is no such note.")
    outside = {each.address.rpartition("@")[2] for each in found[0].people if not each.ours}
    today = words.local_day(now, me.timezone)
    content = {
        "name": found[0].title, "people": found[0].people,
        "companies": directory.companies(session, domains=outside),
        "promises": [said(each, [me.address], today, me.timezone) for each in promises.of_note(session, found[0].id)],
        "files": files.of_note(session, found[0].id),
        "timeline": one(session, me, found[0].id, now),
    }  # fmt: skip
    return page(request, "note.html", content, me=me)
