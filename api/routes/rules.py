"""The rep's rules: what each does and did, and how one is made, paused and deleted."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id
from api.web import rules as telling
from api.web.operations import said, told
from api.web.render import page
from i18n.texts import N_, _
from store import policies, spelling
from store.judgement.policy import BOTH, Rule, id_of
from store.policies import Change
from store.queries import policies as reading
from store.review.settle import Approver

router = APIRouter()
VERBS = {"leave_out": N_("leave out"), "ask": N_("ask about"), "approve": N_("note by myself")}
SUBJECTS = {
    "person": N_("the person with the address"), "domain": N_("everybody at the domain"),
    "calendar": N_("the calendar"), "folder": N_("the folder or label"), "word": N_("notes with the word"),
}  # fmt: skip
READ_AS = {"person": spelling.address, "domain": spelling.domain}


class Wanted(BaseModel):
    """A rule to be: an offer's id, or what the form of the page puts together."""

    offer: str = ""
    kind: str = ""
    subject: str = ""
    value: str = ""
    op_id: UUID

    def id(self) -> str:
        """What ``accept`` takes; it refuses what is no rule."""
        value = " ".join(self.value.split())
        value = READ_AS[self.subject](value.removeprefix("@")) if self.subject in READ_AS else value
        kinds = BOTH if self.kind == "approve" else ()
        return self.offer or id_of(Rule(self.kind, self.subject, value, kinds=kinds))  # type: ignore[arg-type]


class Asked(BaseModel):
    """What is to be done to a rule; ``undo_too`` with ``delete`` takes back what it did."""

    verb: Literal["pause", "resume", "delete"]
    undo_too: bool = False
    op_id: UUID


async def wanted_by(request: Request) -> Wanted:
    """The form of a rule to be."""
    return Wanted.model_validate(dict((await request.form()).items()))


async def asked_by(request: Request) -> Asked:
    """The form of what is to be done to a rule."""
    return Asked.model_validate(dict((await request.form()).items()))


@router.get("/rules")
def rules(request: Request, me: Rep, session: OpenTransaction, now: Now, done: str = "") -> Response:
    """Every rule with its last uses."""
    standing = [telling.standing(each, now, me.timezone) for each in reading.listed(session, me.user_id)]
    verbs, subjects = ({code: _(text) for code, text in texts.items()} for texts in (VERBS, SUBJECTS))
    content = {"rules": standing, "done": said(session, me, done), "verbs": verbs, "subjects": subjects}
    return page(request, "rules.html", content, me=me)


@router.post("/rules", dependencies=[OwnForm])
def accept(
    request: Request, me: Rep, session: OpenTransaction, now: Now, wanted: Annotated[Wanted, Depends(wanted_by)]
) -> Response:
    """Make an offer, or what the form says, a rule."""
    approver = Approver(me.user_id, me.hold_seconds)
    accepted = policies.accept(session, approver, wanted.id(), wanted.op_id, now)
    if "x-boswell" in request.headers:
        return JSONResponse(told(session, me, wanted.op_id, accepted.settled))
    return RedirectResponse(f"/rules?done={wanted.op_id}", 303)


@router.post("/rules/{policy_id}", dependencies=[OwnForm])
def change(
    me: Rep, session: OpenTransaction, now: Now, policy_id: str, asked: Annotated[Asked, Depends(asked_by)]
) -> Response:
    """Pause, resume or delete a rule."""
    wanted = Change(as_id(policy_id), asked.verb, asked.undo_too)
    policies.change(session, Approver(me.user_id, me.hold_seconds), wanted, asked.op_id, now)
    return RedirectResponse(f"/rules?done={asked.op_id}", 303)
