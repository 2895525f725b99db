"""What is read of a rep: all of it paused for a time, and single folders and calendars switched off and on."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id
from api.web import words
from ingest import pausing
from ingest.switches import Switch, switch

router = APIRouter()
HERE = "/my-data#reading"
Wish = Literal["hour", "today", "stop", "go"]


@router.post("/my-data/reading", dependencies=[OwnForm])
def pause(me: Rep, session: OpenTransaction, now: Now, wish: Annotated[Wish, Form()]) -> Response:
    """Read nothing for an hour, for today, or until they say so; or go on."""
    if wish == "go":
        pausing.resume_all(session, me.user_id, now)
    else:
        pausing.pause_all(session, me.user_id, _end(wish, now, me.timezone))
    return RedirectResponse(HERE, 303)


def wanted(name: Annotated[str, Form(max_length=1000)], how: Annotated[Literal["on", "off"], Form()]) -> Switch:
    """The folder or calendar that a form names, as it is to be."""
    return Switch(name, on=how == "on")


@router.post("/my-data/reading/{connection_id}", dependencies=[OwnForm])
def switch_one(
    me: Rep, session: OpenTransaction, now: Now, connection_id: str, asked: Annotated[Switch, Depends(wanted)]
) -> Response:
    """Read a folder or calendar of one's own, or no more of it."""
    switch(session, me.user_id, as_id(connection_id), asked, now)
    return RedirectResponse(HERE, 303)


def _end(wish: Wish, now: datetime, zone: str) -> datetime | None:
    """Today ends at midnight where they are."""
    if wish == "today":
        return datetime.combine(words.local_day(now, zone) + timedelta(days=1), time(), ZoneInfo(zone))
    return now + timedelta(hours=1) if wish == "hour" else None
