"""What the review's forms ask for, from a script or from a page without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Depends, Request
from pydantic import BaseModel, Field

from api.deps import as_id
from store.review.settle import Ruling, Verb

MORNING = time(8)
NAMED = ("op_id", "verb", "undone", "use", "rule", "choice", "back")
OWN_PAGE = r"^/([a-z0-9-]+(/[a-z0-9-]+)*)?$"  # no other host, no query


class Asked(BaseModel):
    """What a form of the review asks for.

    Attributes:
        verb: ``forget`` refuses and forgets the source.
        items: suggestions with the version seen, ``id:version``.
        choice: the number of the answer taken, where the doubt is a choice.
        use: a decision of a rule's that is to be undone.
        rule: the offer that is taken with the approval.
        fields: what an edit changed.
        days: of that, what is to be read as a day.
        seen: what stood there when it was decided, field by field.
        back: the page of ours on which it was pressed.
        by_script: whether the answer is for a script.
    """

    op_id: UUID
    verb: Verb | Literal["forget"] = "approve"
    items: list[str] = Field(default=[], max_length=200)
    choice: int = 0
    undone: UUID | None = None
    use: UUID | None = None
    rule: str = ""
    fields: dict[str, str] = {}
    days: dict[str, str] = {}
    seen: dict[str, str] = {}
    back: str = Field(default="/", pattern=OWN_PAGE)
    by_script: bool = False

    @property
    def ids(self) -> list[UUID]:
        """The suggestions without their versions."""
        return [as_id(item.partition(":")[0]) for item in self.items]


async def asked_for(request: Request) -> Asked:
    """The form; of an edit, the inputs ``field.NAME`` and ``day.NAME`` that are not ``was.NAME``, what stood there."""
    form = await request.form()
    values = {name: str(value).strip() for name, value in form.multi_items()}
    typed, days, was, seen = (_starting(values, start) for start in ("field.", "day.", "was.", "seen."))
    fields, days = ({n: value for n, value in each.items() if value != was.get(n)} for each in (typed, days))
    named = {name: values[name] for name in NAMED if values.get(name)}
    found = {"items": form.getlist("item"), "fields": fields, "days": days, "seen": was | seen}
    return Asked.model_validate({**named, **found, "by_script": is_by_script(request)})


TheForm = Annotated[Asked, Depends(asked_for)]


def is_by_script(request: Request) -> bool:
    """Whether a script of ours asks: it is sent parts of pages and plain values."""
    return "x-boswell" in request.headers


def _starting(values: Mapping[str, str], start: str) -> dict[str, str]:
    return {name.removeprefix(start): value for name, value in values.items() if name.startswith(start)}


def rulings(items: Sequence[str], verb: Verb, typed: Mapping[str, str], until: Mapping[UUID, datetime]) -> list[Ruling]:
    """What a form says about each suggestion, ``id:version``."""
    found = []
    for item in items:
        id_, _, version = item.partition(":")
        found.append(Ruling(as_id(id_), version, verb, typed, until.get(as_id(id_))))
    return found


def next_monday(now: datetime, zone: str) -> datetime:
    """The coming Monday at eight where the rep is, a week on where today is one."""
    there = ZoneInfo(zone)
    today = now.astimezone(there).date()
    return datetime.combine(today + timedelta(days=7 - today.weekday()), MORNING, there)
