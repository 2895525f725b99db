"""The rep's home: what waits, decided with one key or one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.deps import Me, Now, OpenTransaction, OwnForm, Rep, practise_first
from api.web import days, deals, gathering, heads_up, introductions, past, queue, quiet, refusing, rules, words
from api.web.asking import Asked, TheForm, next_monday, rulings
from api.web.choices import choices
from api.web.operations import said, told
from api.web.preferred import Preferred, preferred
from api.web.render import fragment, page
from api.web.script import for_page
from i18n.texts import _
from store import policies
from store.errors import Conflict, NotFound
from store.people import SignedIn, session_began
from store.preferences import preferences
from store.queries.companions import noted_since
from store.queries.operations import put_off_before
from store.queries.past import groups
from store.queries.policies import Use
from store.queries.policies import done as by_rule
from store.queries.review import Part, glance, one
from store.review.decide import Approver, Settled, Verb, decide
from store.review.forget import forget

router = APIRouter()
DONE_FOR = timedelta(days=14)


class Home(BaseModel):
    """What the page shows besides: the operation just ``done``, or only the last so many days."""

    done: str = ""
    days: int = 0


class After(BaseModel):
    """Which rows come next: of a pile, after a row, of so many days."""

    pile: Literal["sure", "look"]
    after: UUID
    days: int = 0


@router.get("/", dependencies=[Depends(practise_first)])
def home(request: Request, me: Me, session: OpenTransaction, now: Now, asked: Annotated[Home, Query()]) -> Response:
    """Both piles with their evidence; for those who review nothing, the first room that is theirs."""
    if "rep" not in me.roles:
        return RedirectResponse(words.rooms(me.roles)[0].path, 303)
    since, done, seen = newest(now, asked.days), asked.done, glance(session)
    sure, look = queue.piles(session, me, now, since)
    waiting = sum(len(pile.items) + pile.beyond for pile in (sure, look))
    mine = preferred(session, me)
    content = {
        "sure": sure, "look": look, "done": said(session, me, done), "now": now, "waiting": waiting, "seen": seen,
        "greeting": _("{greeting}, {name}.").format(
            greeting=words.greeting(now, me.timezone), name=words.first_name(me.name)
        ),
        "since": queue.begins(session, me, now, since),
        "about": words.about(len(sure.items) + sure.beyond, len(look.items) + look.beyond),
        "hold": mine.hold, "later_ones": rules.later_ones, "days": asked.days if since else 0, "many": queue.MANY,
        "at_once": queue.AT_ONCE, "keys": mine.keys,
        "by_rule": [rules.done(use, now, me.timezone) for use in done_for(session, me, now - DONE_FOR)],
        "asks": asked_now(session, me, done, now), "quiet": quiet.line(session, me, now),
        "requests": introductions.of_reader(session, me, now), "heads_up": heads_up.lines(session, me, now),
        "past": past.said(groups(session, me.user_id)), "gathering": gathering.line(session, me, now),
    }  # fmt: skip
    return page(request, "review.html", content | {"script": for_page(me, mine) | {"queue": "/review"}}, me=me)


@router.get("/review/rows")
def rows(me: Rep, session: OpenTransaction, now: Now, asked: Annotated[After, Query()]) -> Response:
    """What stands after a row in its pile, as much as is drawn at once."""
    if one(session, me.user_id, asked.after) is None:
        raise NotFound("There is no such row.")
    part = Part(pile=asked.pile, after=asked.after, since=newest(now, asked.days))
    return drawn(me, session, now, queue.more(session, me, now, part))


@router.get("/review/day")
def day(me: Rep, now: Now, text: str = "") -> JSONResponse:
    """How a day is understood that somebody types, or why it is not."""
    return JSONResponse(days.told(text, me.timezone, now))


@router.post("/review/decisions", dependencies=[OwnForm])
def decisions(request: Request, me: Rep, session: OpenTransaction, now: Now, asked: TheForm) -> Response:
    """One operation on one or many suggestions, each named with the version that was seen."""
    mine = preferred(session, me)
    try:
        asked.fields = deals.read(asked.fields) | days.read(asked.days, me.timezone, now)
        with session.begin_nested():
            settled = carry_out(session, Approver(me.user_id, me.hold_seconds), asked, me, now)
    except Conflict as conflict:
        return refusing.decision(request, me, session, now, (asked, conflict, mine))
    except (days.Unread, deals.Unread) as unread:
        return refusing.unread(request, me, session, now, (asked, unread.sentence, mine))
    return answer(session, me, asked, settled, (now, mine))


def carry_out(session: Session, approver: Approver, asked: Asked, me: SignedIn, now: datetime) -> tuple[Settled, ...]:
    """What a form asks for: its verb, or the answer it chose, for each of its suggestions."""
    verb, typed = said_by(session, me, asked)
    until = until_when(session, me, asked, now) if verb == "later" else {}
    settled = decide(session, approver, asked.op_id, rulings(asked.items, verb, typed, until), now)
    if asked.verb == "forget":
        forget(session, me.user_id, [each.suggestion_id for each in settled])
    if asked.rule and verb in {"approve", "edit"}:
        settled += policies.accept(session, approver, asked.rule, asked.op_id, now).settled
    return settled


def until_when(session: Session, me: SignedIn, asked: Asked, now: datetime) -> dict[UUID, datetime]:
    """What is put off comes back on the morning of the next working day; what was put off before, next Monday."""
    again = put_off_before(session, me.user_id, asked.ids)
    morning = preferences(session, me.user_id).workdays.morning_after(now)
    return {id_: next_monday(now, me.timezone) if id_ in again else morning for id_ in asked.ids}


def said_by(session: Session, me: SignedIn, asked: Asked) -> tuple[Verb, dict[str, str]]:
    """The verb, and what an edit types."""
    item = one(session, me.user_id, asked.ids[0]) if asked.choice and len(asked.items) == 1 else None
    answers = choices(item.fields, item.doubt) if item else ()
    if 0 < asked.choice <= len(answers):
        chosen = answers[asked.choice - 1]
        return chosen.verb, dict(chosen.typed)
    if asked.verb == "edit" and not asked.fields:
        return "approve", {}
    return "refuse" if asked.verb == "forget" else asked.verb, asked.fields


@router.post("/review/undo", dependencies=[OwnForm])
def take_back(request: Request, me: Rep, session: OpenTransaction, now: Now, asked: TheForm) -> Response:
    """Undo one operation, the last one when none is named; or one thing that a rule did."""
    mine = preferred(session, me)
    approver = Approver(me.user_id, me.hold_seconds)
    try:
        with session.begin_nested():
            if asked.use:
                undone = policies.undo_use(session, approver, asked.op_id, asked.use, now)
            else:
                undone = policies.undo(session, approver, asked.op_id, asked.undone, now)
    except Conflict as conflict:
        return refusing.undo(request, me, session, now, conflict)
    return answer(session, me, asked, undone.settled, (now, mine))


@router.post("/review/redo", dependencies=[OwnForm])
def do_again(request: Request, me: Rep, session: OpenTransaction, now: Now, asked: TheForm) -> Response:
    """Do again what the last undo took back."""
    mine = preferred(session, me)
    try:
        with session.begin_nested():
            settled = policies.redo(session, Approver(me.user_id, me.hold_seconds), asked.op_id, now)
    except Conflict as conflict:
        return refusing.undo(request, me, session, now, conflict)
    return answer(session, me, asked, settled, (now, mine))


def done_for(session: Session, me: SignedIn, since: datetime) -> list[Use]:
    """What was settled since then by rules, and of new people by what was said of them before."""
    found = [*by_rule(session, me.user_id, since), *noted_since(session, me.user_id, since)]
    return sorted(found, key=lambda use: use.decided_at, reverse=True)


def newest(now: datetime, days: int) -> datetime | None:
    """Since when, for the last so many days; None for no days, which means all."""
    return now - timedelta(days=days) if 0 < days < words.DAYS else None


def drawn(me: SignedIn, session: Session, now: datetime, items: Sequence[queue.Shown]) -> Response:
    """Rows as a part of the page."""
    content = refusing.content_of(items, now, preferred(session, me))
    return fragment("items.html", content, me)


def asked_now(session: Session, me: SignedIn, op_id: str, now: datetime) -> rules.Question | None:
    """The rule that the operation just done is worth, for those who work without script."""
    if said(session, me, op_id) is None:
        return None
    offer = policies.offer_after(session, me.user_id, UUID(op_id), signed_in_at(session, me), now)
    return rules.question(offer) if offer else None


def signed_in_at(session: Session, me: SignedIn) -> datetime:
    """When the session began."""
    return session_began(session, me.session_id)


def answer(
    session: Session, me: SignedIn, asked: Asked, settled: Sequence[Settled], at: tuple[datetime, Preferred]
) -> Response:
    """To a script what became of each, drawn where it came back, and which rule it is worth; to a form the page."""
    now, mine = at
    if not asked.by_script:
        return RedirectResponse(f"{asked.back}?done={asked.op_id}", 303)
    offer = policies.offer_after(session, me.user_id, asked.op_id, signed_in_at(session, me), now)
    asks = asdict(rules.question(offer)) if offer else None
    held = set(asked.items)  # by the page, as they were: it shows them again by itself
    came_back = [
        each.suggestion_id
        for each in settled
        if each.state == "waiting" and f"{each.suggestion_id}:{each.version}" not in held
    ]
    drawn, more = queue.back(session, me, now, came_back) if came_back else ([], [])
    rows = refusing.markup(me, now, drawn, mine) if drawn else ""
    said_of = told(session, me, asked.op_id, settled) | {"offer": asks, "rows": rows}
    return JSONResponse(said_of | {"more": [asdict(each) for each in more]})
