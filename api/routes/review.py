"""The rep's home: what waits, decided with one key or one button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.deps import Me, Now, OpenTransaction, OwnForm, Rep, as_id
from api.web import sentences, words
from api.web.render import page
from store.fields import EDITABLE
from store.people import SignedIn
from store.queries import review as reading
from store.review.decide import Approver, Ruling, Settled, Verb, decide
from store.review.undo import undo

router = APIRouter()
MORNING = time(8)
DONE = {
    "approve": "Approved", "edit": "Approved", "refuse": "Left out", "later": "Put off", "keep_private": "Kept private",
}  # fmt: skip


class Asked(BaseModel):
    """What a form of the review asks for.

    Attributes:
        items: suggestions with the version seen, ``id:version``.
        fields: what an edit changed.
        by_script: whether the answer is for a script.
    """

    op_id: UUID
    verb: Verb = "approve"
    items: list[str] = Field(default=[], max_length=200)
    undone: UUID | None = None
    fields: dict[str, str] = {}
    by_script: bool = False


async def asked_for(request: Request) -> Asked:
    """The form; of an edit, the inputs ``field.NAME`` that differ from ``was.NAME``, what stood there before."""
    form = await request.form()
    values = {name: str(value).strip() for name, value in form.multi_items()}
    fields = {name.removeprefix("field."): value for name, value in values.items() if name.startswith("field.")}
    fields = {name: value for name, value in fields.items() if value != values.get(f"was.{name}")}
    named = {name: values[name] for name in ("op_id", "verb", "undone") if values.get(name)}
    found = {"items": form.getlist("item"), "fields": fields, "by_script": "x-boswell" in request.headers}
    return Asked.model_validate(named | found)


TheForm = Annotated[Asked, Depends(asked_for)]


@router.get("/")
def home(request: Request, me: Me, session: OpenTransaction, now: Now, done: str = "") -> Response:
    """Both piles with their evidence; for those who review nothing, the first room that is theirs."""
    if "rep" not in me.roles:
        return RedirectResponse(words.rooms(me.roles)[0].path, 303)
    items = [shown(item, me, now) for item in reading.waiting(session, me.user_id)]
    sure, look = ([one for one in items if one["item"].pile == pile] for pile in ("sure", "look"))
    waiting, first = reading.waiting_count(session, me.user_id), words.first_name(me.name)
    content = {
        "sure": sure, "look": look, "done": said(session, me, done), "now": now, "waiting": waiting,
        "greeting": f"{words.greeting(now, me.timezone)}, {first}.",
        "about": words.about(len(sure), waiting - len(sure)),
        "editable": EDITABLE,
    }  # fmt: skip
    return page(request, "review.html", content, me=me)


@router.post("/review/decisions", dependencies=[OwnForm])
def decisions(me: Rep, session: OpenTransaction, now: Now, asked: TheForm) -> Response:
    """One operation on one or many suggestions, each named with the version that was seen."""
    verb: Verb = "approve" if asked.verb == "edit" and not asked.fields else asked.verb
    until = tomorrow(now, me.timezone) if verb == "later" else None
    rulings = [ruling(each, verb, asked.fields, until) for each in asked.items]
    settled = decide(session, Approver(me.user_id, me.hold_seconds), asked.op_id, rulings, now)
    return answer(session, me, asked, settled)


@router.post("/review/undo", dependencies=[OwnForm])
def take_back(me: Rep, session: OpenTransaction, now: Now, asked: TheForm) -> Response:
    """Undo one operation, the last one when none is named."""
    settled = undo(session, Approver(me.user_id, me.hold_seconds), asked.op_id, asked.undone, now)
    return answer(session, me, asked, settled)


def shown(item: reading.Item, me: SignedIn, now: datetime) -> dict[str, Any]:
    """An item with its sentence and what will be recorded, in its reader's words."""
    today = words.local_day(now, me.timezone)
    day = words.day(words.local_day(item.happened_at, me.timezone), today)
    lasts = sentences.duration(item.fields)
    when = f"{day} {words.clock(item.happened_at, me.timezone)}" + (f" · {lasts}" if lasts else "")
    return {
        "item": item, "says": sentences.of_item(item), "when": when, "recorded": sentences.recorded(item, when),
        "quoted": sentences.quoted(item.proofs),
    }  # fmt: skip


def ruling(item: str, verb: Verb, typed: dict[str, str], until: datetime | None) -> Ruling:
    """What a form says about one suggestion, ``id:version``."""
    id_, _, version = item.partition(":")
    return Ruling(as_id(id_), version, verb, typed, until)


def tomorrow(now: datetime, zone: str) -> datetime:
    """Tomorrow at eight where the rep is."""
    there = ZoneInfo(zone)
    return datetime.combine(now.astimezone(there).date() + timedelta(days=1), MORNING, there)


def answer(session: Session, me: SignedIn, asked: Asked, settled: Sequence[Settled]) -> Response:
    """To a script what became of each; to a form the page."""
    if not asked.by_script:
        return RedirectResponse(f"/?done={asked.op_id}", 303)
    told = {"said": said(session, me, str(asked.op_id)), "settled": [_told(each) for each in settled]}
    return JSONResponse(told)


def said(session: Session, me: SignedIn, op_id: str) -> dict[str, str] | None:
    """What an operation did, for the line with Undo; nothing for an operation that is not this rep's."""
    try:
        done = reading.operation(session, me.user_id, UUID(op_id))
    except ValueError:
        return None
    if done is None:
        return None
    if done.is_undo:
        return {"text": "Undone.", "then": "", "undo": ""}
    shared = f"Shared in {me.hold_seconds} s." if done.verb in {"approve", "edit"} and me.hold_seconds else ""
    return {"text": f"{DONE[done.verb]} {done.count}.", "then": shared, "undo": op_id}


def _told(settled: Settled) -> dict[str, str]:
    return {"id": str(settled.suggestion_id), "state": settled.state, "version": settled.version}
