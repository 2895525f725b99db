"""The rep's home: what waits, decided with one key or one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.deps import Me, Now, OpenTransaction, OwnForm, Rep, as_id
from api.web import quiet, rules, sentences, words
from api.web.operations import said, told
from api.web.render import page
from store import policies
from store.fields import EDITABLE
from store.people import SignedIn, session_began
from store.preferences import preferences
from store.queries import review as reading
from store.queries.policies import done as by_rule
from store.review.decide import Approver, Ruling, Settled, Verb, decide

router = APIRouter()
DONE_FOR = timedelta(days=14)


class Asked(BaseModel):
    """What a form of the review asks for.

    Attributes:
        items: suggestions with the version seen, ``id:version``.
        use: a decision of a rule's that is to be undone.
        rule: the offer that is taken with the approval.
        fields: what an edit changed.
        by_script: whether the answer is for a script.
    """

    op_id: UUID
    verb: Verb = "approve"
    items: list[str] = Field(default=[], max_length=200)
    undone: UUID | None = None
    use: UUID | None = None
    rule: str = ""
    fields: dict[str, str] = {}
    by_script: bool = False


async def asked_for(request: Request) -> Asked:
    """The form; of an edit, the inputs ``field.NAME`` that differ from ``was.NAME``, what stood there before."""
    form = await request.form()
    values = {name: str(value).strip() for name, value in form.multi_items()}
    fields = {name.removeprefix("field."): value for name, value in values.items() if name.startswith("field.")}
    fields = {name: value for name, value in fields.items() if value != values.get(f"was.{name}")}
    named = {name: values[name] for name in ("op_id", "verb", "undone", "use", "rule") if values.get(name)}
    found = {"items": form.getlist("item"), "fields": fields, "by_script": "x-boswell" in request.headers}
    return Asked.model_validate(named | found)


TheForm = Annotated[Asked, Depends(asked_for)]


@router.get("/")
def home(request: Request, me: Me, session: OpenTransaction, now: Now, done: str = "") -> Response:
    """Both piles with their evidence; for those who review nothing, the first room that is theirs."""
    if "rep" not in me.roles:
        return RedirectResponse(words.rooms(me.roles)[0].path, 303)
    found = reading.waiting(session, me.user_id)
    offers = policies.offers_with(session, me.user_id, [item.id for item in found])
    items = [shown(item, me, now) | {"offer": offers.get(item.id)} for item in found]
    sure, look = ([one for one in items if one["item"].pile == pile] for pile in ("sure", "look"))
    waiting, first = reading.waiting_count(session, me.user_id), words.first_name(me.name)
    content = {
        "sure": sure, "look": look, "done": said(session, me, done), "now": now, "waiting": waiting,
        "greeting": f"{words.greeting(now, me.timezone)}, {first}.",
        "about": words.about(len(sure), waiting - len(sure)),
        "editable": EDITABLE, "later_ones": rules.later_ones,
        "by_rule": [rules.done(use, now, me.timezone) for use in by_rule(session, me.user_id, now - DONE_FOR)],
        "asks": asked_now(session, me, done, now), "quiet": quiet.line(session, me, now),
    }  # fmt: skip
    return page(request, "review.html", content, me=me)


@router.post("/review/decisions", dependencies=[OwnForm])
def decisions(me: Rep, session: OpenTransaction, now: Now, asked: TheForm) -> Response:
    """One operation on one or many suggestions, each named with the version that was seen."""
    verb: Verb = "approve" if asked.verb == "edit" and not asked.fields else asked.verb
    until = preferences(session, me.user_id).workdays.morning_after(now) if verb == "later" else None
    rulings = [ruling(each, verb, asked.fields, until) for each in asked.items]
    approver = Approver(me.user_id, me.hold_seconds)
    settled = decide(session, approver, asked.op_id, rulings, now)
    if asked.rule and verb in {"approve", "edit"}:
        settled += policies.accept(session, approver, asked.rule, asked.op_id, now).settled
    return answer(session, me, asked, settled, now)


@router.post("/review/undo", dependencies=[OwnForm])
def take_back(me: Rep, session: OpenTransaction, now: Now, asked: TheForm) -> Response:
    """Undo one operation, the last one when none is named; or one thing that a rule did."""
    approver = Approver(me.user_id, me.hold_seconds)
    if asked.use:
        undone = policies.undo_use(session, approver, asked.op_id, asked.use, now)
    else:
        undone = policies.undo(session, approver, asked.op_id, asked.undone, now)
    return answer(session, me, asked, undone.settled, now)


def shown(item: reading.Item, me: SignedIn, now: datetime) -> dict[str, Any]:
    """An item with its sentence and what will be recorded, in its reader's words."""
    today = words.local_day(now, me.timezone)
    day = words.day(words.local_day(item.happened_at, me.timezone), today)
    lasts = sentences.duration(item.fields)
    when = f"{day} {words.clock(item.happened_at, me.timezone)}" + (f" · {lasts}" if lasts else "")
    return {
        "item": item, "says": sentences.of_item(item), "when": when, "recorded": sentences.recorded(item, when),
        "quoted": sentences.quoted(item.proofs), "differences": sentences.differences(item.fields),
    }  # fmt: skip


def asked_now(session: Session, me: SignedIn, op_id: str, now: datetime) -> rules.Question | None:
    """The rule that the operation just done is worth, for those who work without script."""
    if said(session, me, op_id) is None:
        return None
    offer = policies.offer_after(session, me.user_id, UUID(op_id), signed_in_at(session, me), now)
    return rules.question(offer) if offer else None


def signed_in_at(session: Session, me: SignedIn) -> datetime:
    """When the session began."""
    return session_began(session, me.session_id)


def ruling(item: str, verb: Verb, typed: dict[str, str], until: datetime | None) -> Ruling:
    """What a form says about one suggestion, ``id:version``."""
    id_, _, version = item.partition(":")
    return Ruling(as_id(id_), version, verb, typed, until)


def answer(session: Session, me: SignedIn, asked: Asked, settled: Sequence[Settled], now: datetime) -> Response:
    """To a script what became of each and which rule that is worth; to a form the page."""
    if not asked.by_script:
        return RedirectResponse(f"/?done={asked.op_id}", 303)
    offer = policies.offer_after(session, me.user_id, asked.op_id, signed_in_at(session, me), now)
    asks = asdict(rules.question(offer)) if offer else None
    return JSONResponse(told(session, me, asked.op_id, settled) | {"offer": asks})
