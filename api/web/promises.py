"""Promises in words: who is to do what for whom and by when, and what may have done it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from store import viewings
from store.judgement.promises import Standing, standing
from store.people import SignedIn
from store.queries import promises
from store.queries.promises import Promised
from store.viewings import Seen

GROUPS: dict[Standing, str] = {"overdue": "Overdue", "this week": "This week", "later": "Later", "done": "Done"}


@dataclass(frozen=True, slots=True)
class Said:
    """A promise in words.

    Attributes:
        who: both sides: ``You promised Greta``, ``Greta asked you``.
        seems: what may have done it, as a sentence; empty for nothing.
        seems_by: the id of the mail that may have.
        only_you: whether nobody else sees it.
    """

    key: str
    who: str
    what: str
    due: str
    late: bool
    done: bool
    only_you: bool
    seems: str = ""
    seems_by: str = ""


def said(each: Promised, own: Collection[str], today: date | None = None, zone: str = "UTC") -> Said:
    """One in words. ``own``: the reader's addresses."""
    sides = (each.doer, each.doer_name), (each.other, each.other_name)
    doer, other = ("you" if address in own else name for address, name in sides)
    who = f"{other} asked {doer}" if each.asked else f"{doer} promised {other}"
    day = today or each.due_on
    done = each.done_at is not None
    where = standing(each.due_on, day, done=done)
    mail = each.seems_done
    return Said(
        each.key, who[:1].upper() + who[1:], each.words, _by(each.due_on, day), where == "overdue", done,
        each.note_id is None, _seems(each, doer, day, zone), str(mail.message_id) if mail else "",
    )  # fmt: skip


def _by(due_on: date, today: date) -> str:
    """``by tomorrow``, ``by Tue 24 Nov``; ``was due`` when that day is over."""
    day = "tomorrow" if due_on - today == timedelta(days=1) else words.day(due_on, today)
    return f"{'was due' if due_on < today else 'by'} {day}"


def _on(day: date, today: date) -> str:
    told = words.day(day, today)
    return told if told in {"today", "yesterday"} else f"on {told}"


def _seems(each: Promised, doer: str, today: date, zone: str) -> str:
    mail = each.seems_done
    if mail is None:
        return ""
    did = f"sent “{mail.attachments[0]}”" if mail.attachments else "wrote about it"
    return f"Done, it seems: {doer} {did} {_on(words.local_day(mail.at, zone), today)}."


def grouped(found: Collection[Promised], own: Collection[str], me: SignedIn, now: datetime) -> dict[str, list[Said]]:
    """All of a rep's, under what they fall; empty groups are left out."""
    today = words.local_day(now, me.timezone)
    groups: dict[str, list[Said]] = {name: [] for name in GROUPS.values()}
    for each in found:
        where = standing(each.due_on, today, done=each.done_at is not None)
        groups[GROUPS[where]].append(said(each, own, today, me.timezone))
    return {name: listed for name, listed in groups.items() if listed}


@dataclass(frozen=True, slots=True)
class With:
    """Whom a record page is about: the page, and their addresses and domains."""

    place: str
    addresses: Collection[str]
    domains: Collection[str] = ()


def next_with(session: Session, me: SignedIn, whom: With, now: datetime) -> list[Said]:
    """What is to be done with somebody, both sides; sending it is noted for those who approved it."""
    today = words.local_day(now, me.timezone)
    found = promises.next_with(session, whom.addresses, whom.domains, today)
    seen = (Seen("interaction", each.note_id or UUID(int=0), each.approvers) for each in found)
    viewings.note(session, me.user_id, whom.place, seen, now)
    return [said(each, [me.address], today, me.timezone) for each in found]
