"""What is from before a mailbox was connected, offered by company and year. Nothing of it is shared unasked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep
from api.web import past
from api.web.operations import said
from api.web.render import page
from i18n.texts import _
from store.errors import Conflict, FieldConflict
from store.queries.past import AT_ONCE, companies, groups, members
from store.review import company_list
from store.review.decide import Approver, Ruling, decide

router = APIRouter()
HERE = "/my-data/history"


@dataclass(frozen=True, slots=True)
class Named:
    """A group as it was seen, and what becomes of it."""

    op_id: UUID
    company: str
    year: int
    version: str
    verb: Literal["approve", "keep_private"]


def named(
    op_id: Annotated[UUID, Form()],
    company: Annotated[str, Form(max_length=500)],
    year: Annotated[int, Form(ge=1, le=9999)],
    version: Annotated[str, Form(max_length=40)],
    verb: Annotated[Literal["approve", "keep_private"], Form()],
) -> Named:
    """What the form of a group says."""
    return Named(op_id, company, year, version, verb)


@router.get("/my-data/history")
def history(request: Request, me: Rep, session: OpenTransaction, done: str = "") -> Response:
    """The groups, and the line about the operation just ``done``."""
    found = groups(session, me.user_id)
    content = {"groups": [past.shown(group) for group in found], "said": past.said(found), "at_once": AT_ONCE}
    content["companies"] = len(companies(session, me.user_id)) if found else 0
    return page(request, "history.html", content | {"done": said(session, me, done)}, me=me)


@router.post("/my-data/history/companies", dependencies=[OwnForm])
def companies_alone(me: Rep, session: OpenTransaction, now: Now, op_id: Annotated[UUID, Form()]) -> Response:
    """Share which companies these are and nothing else; one undo takes it back."""
    company_list.share(session, Approver(me.user_id, me.hold_seconds), op_id, now, ZoneInfo(me.timezone))
    return RedirectResponse(f"{HERE}?done={op_id}", 303)


@router.post("/my-data/history", dependencies=[OwnForm])
def settle(me: Rep, session: OpenTransaction, now: Now, asked: Annotated[Named, Depends(named)]) -> Response:
    """Share a group, or keep it and be asked no more; one undo takes it back.

    Raises:
        Conflict: there is more or less in it than was seen.
    """
    if said(session, me, str(asked.op_id)) is None:
        seen = (asked.company, asked.year, asked.version)
        if seen not in {(each.company, each.year, each.version) for each in groups(session, me.user_id)}:
            raise Conflict((FieldConflict("version", asked.version, _("this group as it is now"), by=None, at=None),))
        found = members(session, me.user_id, asked.company, asked.year)
        rulings = [Ruling(id_, version, asked.verb) for id_, version in found]
        decide(session, Approver(me.user_id, me.hold_seconds), asked.op_id, rulings, now)
    return RedirectResponse(f"{HERE}?done={asked.op_id}", 303)
