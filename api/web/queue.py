"""The queue as the review draws it: each item with its sentence, its evidence and its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import conflicts, days, deals, sentences, words
from api.web.choices import Choice, choices
from api.web.conflicts import Line
from api.web.days import Due
from api.web.evidence import Evidence, numbered
from api.web.sentences import Difference, Sentence
from i18n.texts import _
from store import policies
from store.fields import EDITABLE
from store.people import SignedIn
from store.policies import Offer
from store.queries import review as reading
from store.queries.review import Item, Part

SURE, LOOK = 40, 20  # rendered at first; more comes when few are left
NEXT = 30
BACK = 20  # of what comes back to a pile, the first are drawn at once
MANY = 200
NEWEST = timedelta(days=2)
AT_ONCE = 25
IN_DOUBT = {
    "company unsure": "company_name", "new company": "company_name", "date unclear": "new", "new person": "name",
    "differs from what you told me": "new",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """One item as it is drawn.

    Attributes:
        editable: the names of the fields that may be edited, the one in doubt first.
        dues: until when what it promises is to be done, which may be edited, too.
        deals: what it says of a stage and a deal, which may be edited, too.
        conflict: what is different now from what was decided.
        hint: what to press, for those who practise.
    """

    item: Item
    says: Sentence
    when: str
    evidence: Evidence
    differences: tuple[Difference, ...]
    choices: tuple[Choice, ...]
    editable: tuple[str, ...]
    offer: Offer | None
    dues: tuple[Due, ...] = ()
    deals: tuple[deals.Entry, ...] = ()
    conflict: tuple[Line, ...] = ()
    note: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """One of the two piles: what is drawn of it, and how many wait beyond."""

    name: str
    title: str
    seconds: float
    items: tuple[Shown, ...]
    beyond: int


@dataclass(frozen=True, slots=True)
class More:
    """How many rows of a pile are not drawn that follow the row ``after``."""

    pile: str
    number: int
    after: str


def piles(session: Session, me: SignedIn, now: datetime, since: datetime | None = None) -> tuple[Pile, Pile]:
    """Both piles, as much as a page begins with: where one is short, the other is longer."""
    counted = reading.counted(session, me.user_id, Part(since=since))
    sure = min(counted["sure"], max(SURE, SURE + LOOK - counted["look"]))
    wanted = {"sure": sure, "look": SURE + LOOK - sure}
    found = [
        item
        for name, number in wanted.items()
        if counted[name]
        for item in reading.waiting(session, me.user_id, Part(pile=name, since=since, limit=number))
    ]
    drawn = shown(session, me, now, found)
    sure_ones, look_ones = (tuple(one for one in drawn if one.item.pile == name) for name in wanted)
    return (
        Pile("sure", _("I'm sure of these"), words.SURE_SECONDS, sure_ones, counted["sure"] - len(sure_ones)),
        Pile("look", _("Please have a look"), words.LOOK_SECONDS, look_ones, counted["look"] - len(look_ones)),
    )


def begins(session: Session, me: SignedIn, now: datetime, since: datetime | None = None) -> str:
    """When the oldest that waits happened; empty where nothing does."""
    oldest = reading.oldest(session, me.user_id, Part(since=since))
    if oldest is None:
        return ""
    day = words.day(words.local_day(oldest, me.timezone), words.local_day(now, me.timezone))
    return f"{day} {words.clock(oldest, me.timezone)}"


def more(session: Session, me: SignedIn, now: datetime, part: Part) -> list[Shown]:
    """What comes after an item in its pile."""
    return shown(session, me, now, reading.waiting(session, me.user_id, replace(part, limit=NEXT)))


def again(
    session: Session, me: SignedIn, now: datetime, ids: Sequence[UUID], yours: Mapping[str, str] | None = None
) -> list[Shown]:
    """Items as they are now, such as those that came back; with what was seen or typed, how that differs."""
    drawn = shown(session, me, now, reading.waiting(session, me.user_id, Part(ids=ids)))
    if yours is None:
        return drawn
    return [_conflicting(one, yours, me, now) for one in drawn]


def back(session: Session, me: SignedIn, now: datetime, ids: Sequence[UUID]) -> tuple[list[Shown], list[More]]:
    """What came back: the first of each pile as they are now, and how many follow them."""
    if len(ids) <= BACK:
        return again(session, me, now, ids), []
    counted = reading.counted(session, me.user_id, Part(ids=ids))
    drawn, more = list[Shown](), list[More]()
    for pile, number in counted.items():
        first = reading.waiting(session, me.user_id, Part(pile=pile, ids=ids, limit=BACK))
        drawn += shown(session, me, now, first)
        if number > len(first):
            more.append(More(pile, number - len(first), str(first[-1].id)))
    return drawn, more


def shown(session: Session, me: SignedIn, now: datetime, items: Sequence[Item]) -> list[Shown]:
    """Items with their sentences and what will be recorded, in their reader's words."""
    offers = policies.offers_with(session, me.user_id, [item.id for item in items])
    return [as_drawn(item, offers.get(item.id), me, now) for item in items]


def as_drawn(item: Item, offer: Offer | None, me: SignedIn, now: datetime) -> Shown:
    """One item with its sentence and what will be recorded, in its reader's words."""
    fields, when = item.fields, _when(item, me, now)
    first = IN_DOUBT.get(item.doubt or "", "")
    recorded = sentences.recorded(item, when)
    editable = [one.name for one in recorded if one.name in EDITABLE[item.kind]]
    return Shown(
        item=item,
        says=sentences.of_item(item),
        when=when,
        evidence=numbered(recorded, item.proofs, item.sources),
        differences=tuple(sentences.differences(fields)),
        choices=choices(fields, item.doubt),
        editable=tuple(sorted(editable, key=lambda name: name != first)),
        offer=offer,
        dues=days.dues(fields, words.local_day(now, me.timezone)),
        deals=deals.entries(fields, item.day),
    )


def _conflicting(one: Shown, yours: Mapping[str, str], me: SignedIn, now: datetime) -> Shown:
    by = conflicts.changed_by(one.item.sources, now)
    found = conflicts.lines(sentences.recorded(one.item, _when(one.item, me, now)), yours, by)
    return replace(one, conflict=tuple(found), note="" if found else _(conflicts.MORE))


def _when(item: Item, me: SignedIn, now: datetime) -> str:
    day = words.day(words.local_day(item.happened_at, me.timezone), words.local_day(now, me.timezone))
    lasts = sentences.duration(item.fields)
    return f"{day} {words.clock(item.happened_at, me.timezone)}" + (f" · {lasts}" if lasts else "")
