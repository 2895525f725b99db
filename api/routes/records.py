"""What a rep enters on a record page: a field's value, an earlier one again, or that an address is somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form
from starlette.responses import RedirectResponse, Response

from api.deps import Now, OpenTransaction, OwnForm, Rep, as_id
from store.people import SignedIn
from store.review import jotting
from store.review.jotting import Jotting, jot
from store.review.manual import Entry, Record, enter, split
from store.review.settle import Approver

router = APIRouter()
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Entered:
    """The form of one field; ``was`` is what stood there."""

    op_id: UUID
    field: str
    value: str
    was: str


def entered(
    op_id: Annotated[UUID, Form()],
    field: Annotated[str, Form()],
    value: Annotated[str, Form(max_length=LONGEST)] = "",
    was: Annotated[str, Form()] = "",
) -> Entered:
    """The form of one field."""
    return Entered(op_id, field, value.strip(), was)


@dataclass(frozen=True, slots=True)
class Written:
    """The note box."""

    op_id: UUID
    text: str
    verb: Literal["approve", "keep_private"]


def written(
    op_id: Annotated[UUID, Form()],
    text: Annotated[str, Form(min_length=1, max_length=jotting.LONGEST)],
    verb: Annotated[Literal["approve", "keep_private"], Form()],
) -> Written:
    """The note box."""
    return Written(op_id, text, verb)


TheNote = Annotated[Written, Depends(written)]
TheForm = Annotated[Entered, Depends(entered)]


@router.post("/people/{row_id}/fields", dependencies=[OwnForm])
def person_field(me: Rep, session: OpenTransaction, now: Now, row_id: str, form: TheForm) -> Response:
    """Give a field of a contact a value."""
    entry = _entry("contact", row_id, form)
    enter(session, Approver(me.user_id, 0), form.op_id, entry, now)
    return RedirectResponse(f"/people/{row_id}?done={form.op_id}", 303)


@router.post("/companies/{row_id}/fields", dependencies=[OwnForm])
def company_field(me: Rep, session: OpenTransaction, now: Now, row_id: str, form: TheForm) -> Response:
    """Give a field of a company a value."""
    entry = _entry("company", row_id, form)
    enter(session, Approver(me.user_id, 0), form.op_id, entry, now)
    return RedirectResponse(f"/companies/{row_id}?done={form.op_id}", 303)


@router.post("/people/{row_id}/split", dependencies=[OwnForm])
def part(me: Rep, session: OpenTransaction, now: Now, row_id: str, op_id: Annotated[UUID, Form()]) -> Response:
    """Say that one of the rows that are one contact is somebody else."""
    split(session, Approver(me.user_id, 0), op_id, as_id(row_id), now)
    return RedirectResponse(f"/people/{row_id}?done={op_id}", 303)


@router.post("/people/{row_id}/notes", dependencies=[OwnForm])
def person_note(me: Rep, session: OpenTransaction, now: Now, row_id: str, form: TheNote) -> Response:
    """Note what a rep jots down about a person."""
    jot(session, Approver(me.user_id, me.hold_seconds), form.op_id, _jotting("contact", row_id, form, me), now)
    return RedirectResponse(f"/people/{row_id}?done={form.op_id}", 303)


@router.post("/companies/{row_id}/notes", dependencies=[OwnForm])
def company_note(me: Rep, session: OpenTransaction, now: Now, row_id: str, form: TheNote) -> Response:
    """Note what a rep jots down about a company."""
    jot(session, Approver(me.user_id, me.hold_seconds), form.op_id, _jotting("company", row_id, form, me), now)
    return RedirectResponse(f"/companies/{row_id}?done={form.op_id}", 303)


def _jotting(entity: Record, row_id: str, form: Written, me: SignedIn) -> Jotting:
    return Jotting(entity, as_id(row_id), form.text, form.verb, ZoneInfo(me.timezone))


def _entry(entity: Record, row_id: str, form: Entered) -> Entry:
    return Entry(entity, as_id(row_id), form.field, form.was, form.value)
