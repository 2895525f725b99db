"""How the review answers when something is no longer as it was seen: nothing is overwritten, both values are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from api.web import conflicts, queue, rules
from api.web.asking import Asked, is_by_script
from api.web.preferred import Preferred
from api.web.queue import Shown
from api.web.render import markup_of, page
from i18n.texts import _
from store.errors import Conflict
from store.people import SignedIn, names
from store.queries.review import states


def decision(
    request: Request, me: SignedIn, session: Session, now: datetime, met: tuple[Asked, Conflict, Preferred]
) -> Response:
    """Which of the suggestions are not as they were seen, drawn as they are now, and which were decided already."""
    asked, _conflict, mine = met
    found = states(session, me.user_id, asked.ids)
    versions = dict(item.split(":", 1) for item in asked.items)
    stale = [
        id_ for id_, (state, version, _at) in found.items() if state == "waiting" and version != versions[str(id_)]
    ]
    gone = {
        str(id_): conflicts.settled(state, at, now)
        for id_, (state, _version, at) in found.items()
        if state != "waiting"
    }
    yours = asked.seen | asked.fields if len(asked.items) == 1 else {}
    rows = queue.again(session, me, now, stale, yours)
    sentence = " ".join(dict.fromkeys(gone.values())) or _(conflicts.MORE)
    if is_by_script(request):
        drawn = markup(me, now, rows, mine)
        return JSONResponse({"rows": drawn, "gone": gone, "sentence": sentence}, 409)
    content = content_of(rows, now, mine) | {"sentence": sentence}
    return page(request, "conflict.html", content, me=me, status=409)


def unread(
    request: Request, me: SignedIn, session: Session, now: datetime, met: tuple[Asked, str, Preferred]
) -> Response:
    """The suggestion as it was, with the sentence on what could not be read; nothing was decided."""
    asked, sentence, mine = met
    rows = [replace(row, note=sentence) for row in queue.again(session, me, now, asked.ids)]
    if is_by_script(request):
        return JSONResponse({"rows": markup(me, now, rows, mine), "gone": {}, "sentence": sentence}, 409)
    return page(request, "conflict.html", content_of(rows, now, mine) | {"sentence": sentence}, me=me, status=409)


def undo(request: Request, me: SignedIn, session: Session, now: datetime, conflict: Conflict) -> Response:
    """What stands against it, with both values, who and when."""
    by = names(session, [one.by for one in conflict.fields if one.by])
    sentence = conflicts.said(conflict.fields, by, now)
    if is_by_script(request):
        return JSONResponse({"rows": "", "gone": {}, "sentence": sentence}, 409)
    return page(request, "message.html", {"title": _("That has changed"), "sentence": sentence}, me=me, status=409)


def markup(me: SignedIn, now: datetime, rows: Sequence[Shown], mine: Preferred) -> str:
    """Rows as a script puts them into the page."""
    return markup_of("items.html", content_of(rows, now, mine), me)


def content_of(rows: Sequence[Shown], now: datetime, mine: Preferred) -> dict[str, Any]:
    """What the template of rows takes."""
    return {"rows": rows, "now": now, "hold": mine.hold, "later_ones": rules.later_ones}
