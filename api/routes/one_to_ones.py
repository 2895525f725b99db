"""The page of a 1:1, which the two of it alone see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, as_id
from api.routes.goals import LONGEST, Setter
from api.web.goals import title_of
from api.web.render import page
from api.web.worth_asking import questions
from store import one_to_ones
from store.one_to_ones import Matter, Partner
from store.people import SignedIn
from store.queries import directory
from store.queries.goals import goals

Verb = Literal["done", "open", "remove"]
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Pair:
    """The reader and whom they have a 1:1 with."""

    request: Request
    me: SignedIn
    session: Session
    other: Partner

    @property
    def path(self) -> str:
        """Their page."""
        return f"/one-to-ones/{self.other.id}"


def pair(request: Request, me: Setter, session: OpenTransaction, other: str) -> Pair:
    """The two, where the other is somebody with whom the reader may have one."""
    return Pair(request, me, session, one_to_ones.partner(session, me.user_id, as_id(other)))


ThePair = Annotated[Pair, Depends(pair, scope="function")]


@router.get("/one-to-ones/{other}")  # noqa: FAST003 - in the pair
def of_two(two: ThePair, now: Now, company: str = "") -> Response:
    """The agenda of both, their goals, and what is worth asking about the companies that the two named."""
    session, me, other = two.session, two.me, two.other
    lines = one_to_ones.lines(session, me.user_id, other.id, now)
    shared = [each for each in goals(session) if each.is_in_force and any(one.id == other.id for one in each.people)]
    named = {company_id for each in shared for company_id in each.terms.companies}
    named |= {each.company_id for each in lines if each.company_id and not each.is_done}
    about = directory.companies(session, company_id=as_id(company)) if company else []
    content = {
        "other": other, "lines": lines, "goals": [(each.id, title_of(each.terms)) for each in shared],
        "asking": questions(session, me, named, two.path.strip("/"), now), "about": about[0] if about else None,
    }  # fmt: skip
    return page(two.request, "one_to_one.html", content, me=me)


@router.post("/one-to-ones/{other}", dependencies=[OwnForm])  # noqa: FAST003 - in the pair
def put(
    two: ThePair,
    now: Now,
    text: Annotated[str, Form(min_length=1, max_length=LONGEST)],
    company: Annotated[str, Form()] = "",
) -> Response:
    """Put something on the agenda."""
    matter = Matter(text.strip(), as_id(company) if company else None)
    one_to_ones.add(two.session, two.me.user_id, two.other.id, matter, now)
    return RedirectResponse(two.path, 303)


@router.post("/one-to-ones/{other}/{line_id}", dependencies=[OwnForm])  # noqa: FAST003 - in the pair
def settle(two: ThePair, now: Now, line_id: str, verb: Annotated[Verb, Form()]) -> Response:
    """Say that a line was spoken of, or was not, or take one's own away."""
    if verb == "remove":
        one_to_ones.remove(two.session, two.me.user_id, as_id(line_id))
    else:
        one_to_ones.say_done(two.session, as_id(line_id), now if verb == "done" else None)
    return RedirectResponse(two.path, 303)
