"""Requests for an introduction in words, and whom of us one may ask on somebody's page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from api.web.ties import Tie
from i18n.texts import _
from store import introductions
from store.introductions import Asked
from store.people import SignedIn

LATEST = 3


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the reader sees it; ``to_answer`` when it is theirs to say yes or no."""

    id: UUID
    text: str
    contact_id: UUID
    to_answer: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """When a colleague last had to do with somebody: what to know before one writes, and whom one may ask."""

    text: str
    colleague_id: UUID
    contact_id: UUID
    may_ask: bool


def of_reader(session: Session, me: SignedIn, now: datetime, contacts: Collection[UUID] = ()) -> list[Request]:
    """What the reader is asked, and what they asked; on a page about some contacts, of those alone."""
    found = introductions.requests(session, me.user_id, now)
    return [_request(each) for each in found if not contacts or each.contact_id in contacts]


def _request(each: Asked) -> Request:
    if not each.mine:
        said = _("{who} asks you to introduce them to {whom}.")
    elif each.answer is None:
        said = _("You asked {who} to introduce you to {whom}.")
    else:
        said = (
            _("{who} will introduce you to {whom}.")
            if each.answer == "yes"
            else _("{who} would rather not introduce you to {whom}.")
        )
    return Request(each.id, said.format(who=each.colleague, whom=each.contact), each.contact_id, not each.mine)


def touched(known: Sequence[Tie], asked: Collection[UUID], me: SignedIn, now: datetime) -> list[Touched]:
    """The colleagues who had to do with them last; one may ask those of whom one knows nobody better oneself."""
    today = words.local_day(now, me.timezone)
    mine = {tie.contact_id for tie in known if tie.mine}
    latest = sorted((tie for tie in known if not tie.mine), key=lambda tie: tie.last_day, reverse=True)
    once = {tie.user_id: tie for tie in reversed(latest)}
    shown = sorted(once.values(), key=lambda tie: tie.last_day, reverse=True)[:LATEST]
    return [_touched(tie, words.on_day(tie.last_day, today), may_ask=_may(tie, mine, asked, me)) for tie in shown]


def _may(tie: Tie, mine: Collection[UUID], asked: Collection[UUID], me: SignedIn) -> bool:
    return "rep" in me.roles and tie.contact_id not in mine and tie.contact_id not in asked


def _touched(tie: Tie, day: str, *, may_ask: bool) -> Touched:
    text = _("{who} was in touch with {whom} {day}.").format(who=tie.ours, whom=tie.theirs, day=day)
    return Touched(text, tie.user_id, tie.contact_id, may_ask)
