"""Promises in words: who is to do what for whom and by when, and what may have done it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from i18n.formats import calendar_day
from i18n.phrases import on_day
from i18n.texts import N_, _
from store import viewings
from store.judgement.promises import Standing, standing
from store.people import SignedIn
from store.queries import promises
from store.queries.promises import Promised
from store.viewings import Seen

STANDINGS: dict[Standing, str] = {"later": N_("Open"), "overdue": N_("Past their day"), "done": N_("Kept")}
GROUPS: dict[Standing, str] = {
    "overdue": N_("Overdue"), "this week": N_("This week"), "later": N_("Later"), "done": N_("Done"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A promise in words.

    Attributes:
        who: both sides: ``You promised Greta``, ``Greta asked you``.
        seems: what may have done it, as a sentence; empty for nothing.
        seems_by: the id of the mail that may have.
        only_you: whether nobody else sees it.
        day: the day that it is due on, as one types it.
        note: the id of the shared note that it stands in; empty while nobody else sees it.
    """

    key: str
    who: str
    what: str
    due: str
    late: bool
    done: bool
    only_you: bool
    day: str = ""
    seems: str = ""
    seems_by: str = ""
    note: str = ""


def said(each: Promised, own: Collection[str], today: date | None = None, zone: str = "UTC") -> Said:
    """One in words. ``own``: the reader's addresses."""
    day = today or each.due_on
    done = each.done_at is not None
    where = standing(each.due_on, day, done=done)
    mail = each.seems_done
    return Said(
        each.key, _who(each, own), each.words, _by(each.due_on, day), where == "overdue", done,
        each.note_id is None, calendar_day(each.due_on, day), _seems(each, own, day, zone),
        str(mail.message_id) if mail else "", str(each.note_id or ""),
    )  # fmt: skip


def _who(each: Promised, own: Collection[str]) -> str:
    """Both sides, where each may be the reader: a sentence for each, since languages bend their verbs by them."""
    if each.doer in own and each.other in own:
        said = _("You asked yourself") if each.asked else _("You promised yourself")
    elif each.doer in own:
        said = _("{other} asked you") if each.asked else _("You promised {other}")
    elif each.other in own:
        said = _("You asked {doer}") if each.asked else _("{doer} promised you")
    else:
        said = _("{other} asked {doer}") if each.asked else _("{doer} promised {other}")
    return said.format(doer=each.doer_name, other=each.other_name)


def _by(due_on: date, today: date) -> str:
    """``by tomorrow``, ``by Tue 24 Nov``; ``was due`` when that day is over."""
    if due_on < today:
        return _("was due {day}").format(day=words.day(due_on, today))
    if due_on - today == timedelta(days=1):
        return _("by tomorrow")
    return _("by today") if due_on == today else _("by {day}").format(day=words.day(due_on, today))


def _seems(each: Promised, own: Collection[str], today: date, zone: str) -> str:
    mail = each.seems_done
    if mail is None:
        return ""
    if each.doer in own:
        said = N_("Done, it seems: you sent “{what}” {day}."), N_("Done, it seems: you wrote about it {day}.")
    else:
        said = N_("Done, it seems: {who} sent “{what}” {day}."), N_("Done, it seems: {who} wrote about it {day}.")
    day = on_day(words.local_day(mail.at, zone), today)
    what = mail.attachments[0] if mail.attachments else ""
    return _(said[0 if what else 1]).format(who=each.doer_name, what=what, day=day)


def grouped(found: Collection[Promised], own: Collection[str], me: SignedIn, now: datetime) -> dict[str, list[Said]]:
    """All of a rep's, under what they fall; empty groups are left out."""
    today = words.local_day(now, me.timezone)
    groups: dict[str, list[Said]] = {_(name): [] for name in GROUPS.values()}
    for each in found:
        where = standing(each.due_on, today, done=each.done_at is not None)
        groups[_(GROUPS[where])].append(said(each, own, today, me.timezone))
    return {name: listed for name, listed in groups.items() if listed}


@dataclass(frozen=True, slots=True)
class With:
    """Whom a record page is about: the page, and their addresses and domains."""

    place: str
    addresses: Collection[str]
    domains: Collection[str] = ()


def promised_with(session: Session, me: SignedIn, whom: With, now: datetime) -> list[Promised]:
    """What is or was to be done with somebody, both sides; sending it is noted for those who approved it."""
    today = words.local_day(now, me.timezone)
    found = promises.shared_with(session, whom.addresses, whom.domains, today)
    seen = (Seen("interaction", each.note_id or UUID(int=0), each.approvers) for each in found)
    viewings.note(session, me.user_id, whom.place, seen, now)
    return found


def by_standing(found: Collection[Promised], me: SignedIn, today: date) -> dict[str, list[Said]]:
    """Those of a page about somebody, under how they stand; open ones first, empty groups are left out."""
    groups: dict[str, list[Said]] = {_(name): [] for name in STANDINGS.values()}
    for each in found:
        where: Standing = "done" if each.done_at else "overdue" if each.due_on < today else "later"
        groups[_(STANDINGS[where])].append(said(each, [me.address], today, me.timezone))
    return {name: listed for name, listed in groups.items() if listed}
