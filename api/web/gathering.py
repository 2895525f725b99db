"""The one line that names whom its reader has just met and is not asked about yet, and what is due meanwhile."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from api.web import words
from i18n.formats import number
from i18n.phrases import counted
from i18n.texts import _, ngettext
from store.judgement.drafts import ContactFields
from store.people import SignedIn
from store.queries.gathering import due_meanwhile, newly_met

NAMED = 5
DUE = 3


def line(session: Session, me: SignedIn, now: datetime) -> str:
    """Who it is, by name and company, and what is to be done; empty when there is nobody."""
    found = newly_met(session, me.user_id)
    if not found:
        return ""
    names = [_called(one) for one in found[:NAMED]]
    if len(found) > NAMED:
        names.append(counted("{n} more", "{n} more", len(found) - NAMED))
    said = ngettext(
        "{n} person you have just met, still writing: {who}.", "{n} people you have just met, still writing: {who}.",
        len(found),
    )  # fmt: skip
    return " ".join([said.format(n=number(len(found)), who=words.listed(names)), *_due(session, me, now)])


def _due(session: Session, me: SignedIn, now: datetime) -> list[str]:
    today = words.local_day(now, me.timezone)
    return [
        _("Due {day}: “{what}”.").format(day=words.on_day(promise.due_on, today), what=promise.words)
        for promise in due_meanwhile(session, me.user_id)[:DUE]
    ]


def _called(one: ContactFields) -> str:
    return f"{one.name} ({one.company_name})" if one.company_name else one.name
