"""The time that Boswell gives back: for a rep alone, until they put a week of it on the page of a 1:1 themselves."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id
from api.web import script, words
from api.web.given_back import line, rows
from api.web.preferred import preferred
from api.web.render import page
from store import one_to_ones
from store.errors import NotFound
from store.one_to_ones import Matter
from store.queries.given_back import weeks

router = APIRouter()
LONGEST = 7 * 24 * 3600


@router.get("/my-data/time")
def given_back(request: Request, me: Rep, session: OpenTransaction, now: Now) -> Response:
    """What was noted, week by week; how long the review took is filled in by the browser, which alone knows it."""
    content = {
        "weeks": rows(weeks(session, me.user_id, me.timezone, now), words.local_day(now, me.timezone)),
        "partners": one_to_ones.partners(session, me.user_id),
        "script": script.for_page(me, preferred(session, me)),
    }
    return page(request, "given_back.html", content, me=me)


def measured(week: Annotated[date, Form()], seconds: Annotated[int, Form(ge=0, le=LONGEST)]) -> tuple[date, int]:
    """A week's Monday, and how long its review took by the browser that measured it."""
    return week, seconds


@router.post("/my-data/time", dependencies=[OwnForm])
def share(
    me: Rep,
    session: OpenTransaction,
    now: Now,
    spent: Annotated[tuple[date, int], Depends(measured)],
    other: Annotated[str, Form()],
) -> Response:
    """Put one week on the agenda of a 1:1, which the two of it alone see."""
    monday, seconds = spent
    found = [each for each in weeks(session, me.user_id, me.timezone, now) if each.monday == monday]
    if not found:
        raise NotFound("That week is too long ago. Choose one that the page shows.")
    said = line(found[0], seconds, words.local_day(now, me.timezone))
    one_to_ones.add(session, me.user_id, as_id(other), Matter(said), now)
    return RedirectResponse(f"/one-to-ones/{other}", 303)
