"""Practice for newcomers: the review itself over five made-up notes. Nothing of it is kept but that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Cookie, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id
from api.routes.sources import roles
from api.web import deck, practice, rules, words
from api.web.asking import Asked, TheForm
from api.web.practice import Practice
from api.web.preferred import preferred
from api.web.render import markup_of, page
from api.web.script import for_page
from i18n.texts import _
from store.errors import NotFound
from store.people import SignedIn
from store.practice import practised

router = APIRouter()
HERE, COOKIE = "/practice", "practice"
FAR = 3600  # seconds that a browser keeps how far somebody is
NEXT = {"connect": "/connections", "review": "/", "again": HERE}


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who practises, and how far they are."""

    request: Request
    me: SignedIn
    session: Session
    now: datetime
    so_far: Practice

    def content(self) -> dict[str, Any]:
        """What rows and page take besides their items."""
        mine = preferred(self.session, self.me)
        return {"queue": HERE, "now": self.now, "hold": mine.hold, "keys": mine.keys, "later_ones": rules.later_ones}

    def page(self, done: UUID | None) -> Response:
        """The review over what still waits."""
        sure, look = practice.piles(self.so_far, self.me, self.now)
        script = for_page(self.me, preferred(self.session, self.me)) | {"queue": HERE}
        content: dict[str, Any] = {
            "sure": sure, "look": look, "done": practice.said(self.so_far, done, self.now), "script": script,
            "waiting": len(sure.items) + len(look.items),
            "greeting": _("Welcome, {name}.").format(name=words.first_name(self.me.name)),
            "about": words.about(len(sure.items), len(look.items)), "days": 0, "many": len(deck.ids()),
            "at_once": len(deck.ids()), "by_rule": [], "asks": None, "quiet": None, "past": "",
            "requests": (), "heads_up": (), "gathering": "",
        }  # fmt: skip
        return page(self.request, "review.html", self.content() | content, me=self.me)

    def answer(self, asked: Asked, places: Sequence[int], back: Sequence[int] = ()) -> Response:
        """To a script what became of each, drawn where it came back; to a form the page."""
        if self.so_far.is_over:
            practised(self.session, self.me.user_id)
        if asked.by_script:
            rows = practice.shown(self.so_far, self.me, self.now, back) if back else []
            drawn = markup_of("items.html", self.content() | {"rows": rows}, self.me)
            told = practice.told(self.so_far, asked.op_id, self.now, places)
            answer: Response = JSONResponse(told | {"rows": drawn if rows else ""})
        else:
            answer = RedirectResponse(f"{HERE}?done={asked.op_id}", 303)
        kept = practice.written(self.so_far)
        answer.set_cookie(COOKIE, kept, max_age=FAR, path=HERE, secure=True, httponly=True, samesite="strict")
        return answer


def visit(
    request: Request, me: Rep, session: OpenTransaction, now: Now, kept: Annotated[str, Cookie(alias=COOKIE)] = ""
) -> Visit:
    """Somebody who practises."""
    return Visit(request, me, session, now, practice.read(kept))


TheVisit = Annotated[Visit, Depends(visit, scope="function")]


@router.get("/practice")
def begin(visit: TheVisit, done: str = "") -> Response:
    """The made-up notes that still wait, with the line about the operation just ``done``."""
    return visit.page(as_id(done) if done else None)


@router.post("/practice/decisions", dependencies=[OwnForm])
def decisions(visit: TheVisit, asked: TheForm) -> Response:
    """Decide some of them; with the last of them practice is over for good."""
    asked = asked.model_copy(update={"verb": practice.verb_of(asked, visit.now)})
    return visit.answer(asked, visit.so_far.decide(asked))


@router.post("/practice/undo", dependencies=[OwnForm])
def take_back(visit: TheVisit, asked: TheForm) -> Response:
    """Undo one operation, the last one when none is named."""
    back = visit.so_far.undo(asked)
    return visit.answer(asked, back, back)


@router.post("/practice/redo", dependencies=[OwnForm])
def do_again(visit: TheVisit, asked: TheForm) -> Response:
    """Do again what the last undo took back."""
    return visit.answer(asked, visit.so_far.redo(asked))


@router.post("/practice/over", dependencies=[OwnForm])
def over(visit: TheVisit, then: Annotated[Literal["connect", "review", "again"], Form()]) -> Response:
    """Done or skipped: it is not shown unasked any more, and begins anew when asked for."""
    practised(visit.session, visit.me.user_id)
    answer = RedirectResponse(NEXT[then], 303)
    answer.delete_cookie(COOKIE, path=HERE, secure=True, httponly=True, samesite="strict")
    return answer


@router.get("/practice/sources/{id_}")
def source(visit: TheVisit, id_: str) -> Response:
    """A made-up mail in full."""
    mail = deck.whole_mail(as_id(id_), visit.now)
    if mail is None:
        raise NotFound("There is no such mail.")
    content = {"mail": mail, "roles": roles(), "now": visit.now, "zone": visit.me.timezone}
    return page(visit.request, "source.html", content, me=visit.me)
