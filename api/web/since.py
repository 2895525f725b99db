"""What came since somebody looked at a page: three sentences from approved facts, each with what it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from api.web.promises import said
from api.web.ties import Tie
from i18n.texts import N_, _, around, ngettext
from store.people import SignedIn
from store.queries import notes, since
from store.queries.notes import Narrowed, Note
from store.queries.promises import Promised

SENTENCES = 3
FIRST_LOOK = timedelta(days=30)
WEEK = 7
YOURS = {
    "mail": N_("You wrote with {them}: {what}, {day}."), "meeting": N_("You met {them}: {what}, {day}."),
    "note": N_("You noted something about {them}: {what}, {day}."),
}  # fmt: skip
THEIRS = {
    "mail": N_("{who} wrote with {them}: {what}, {day}."), "meeting": N_("{who} met {them}: {what}, {day}."),
    "note": N_("{who} noted something about {them}: {what}, {day}."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: ``before``, the words that lead to what it is from, ``after``."""

    before: str
    linked: str
    href: str
    after: str


@dataclass(frozen=True, slots=True)
class Since:
    """What came: under which heading, from how many approved notes, and where those are listed."""

    heading: str
    told: tuple[Told, ...]
    number: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What a page knows already, besides its notes: contacts, ties and promises."""

    contacts: Sequence[UUID]
    ties: Sequence[Tie]
    promises: Sequence[Promised]


def told_since(
    session: Session, me: SignedIn, narrowed: Narrowed, known: Known, moments: tuple[datetime | None, datetime]
) -> Since:
    """What came. ``moments``: when the reader looked before, None for never; and now."""
    looked, now = moments
    begin = looked or now - FIRST_LOOK
    today = words.local_day(now, me.timezone)
    fresh = Narrowed(narrowed.contact_id, narrowed.company_id, since=begin)
    ids = notes.note_ids(session, fresh)
    found = notes.notes(session, Narrowed(), ids[:SENTENCES]) if ids else []
    kinds = (
        list(_notes(found, me, today)),
        list(_promises(known.promises, set(ids), begin, (me, today))),
        list(_people(session, known.contacts, begin)),
        list(_silences(known.ties, today)),
    )
    told = [each for turn in zip_longest(*kinds) for each in turn if each]
    number = notes.note_count(session, fresh) if len(ids) > notes.SHOWN else len(ids)
    return Since(_heading(looked, today, me.timezone), tuple(told[:SENTENCES]), number, begin)


def _heading(looked: datetime | None, today: date, zone: str) -> str:
    if looked is None:
        return _("The last 30 days")
    return _("Since you looked {day}").format(day=words.on_day(words.local_day(looked, zone), today))


def _notes(found: Sequence[Note], me: SignedIn, today: date) -> Iterator[Told]:
    for note in found:
        text = _(YOURS[note.kind] if me.user_id in note.approvers else THEIRS[note.kind])
        theirs = words.listed([words.first_name(one.name) for one in note.people if not one.ours][:2])
        who, day = words.listed(note.approver_names), words.day(note.day, today)
        yield _told(text, note.title, f"/notes/{note.id}", {"who": who, "them": theirs or _("them"), "day": day})


def _told(text: str, linked: str, href: str, values: Mapping[str, str]) -> Told:
    before, after = (part.format(**values) for part in around(text, "what"))
    return Told(before, linked, href, after)


def _promises(
    found: Sequence[Promised], fresh: set[UUID], since: datetime, reader: tuple[SignedIn, date]
) -> Iterator[Told]:
    me, today = reader
    for each in found:
        text = said(each, [me.address], today, me.timezone)
        values = {"who": text.who, "due": text.due}
        if each.done_at and each.done_at > since:
            yield _told(_("{who}, and it is done: {what}."), text.what, f"/notes/{text.note}", values)
        elif each.note_id in fresh and not each.done_at and not text.late:
            yield _told(_("{who}: {what}, {due}."), text.what, f"/notes/{text.note}", values)


def _people(session: Session, contacts: Sequence[UUID], begin: datetime) -> Iterator[Told]:
    for one in since.came(session, contacts, begin):
        yield _told(_("{what} is new here."), one.name, f"/people/{one.contact_id}", {})
    for one in since.other_roles(session, contacts, begin):
        yield _told(_("{what} is now {role}."), one.name, f"/people/{one.contact_id}", {"role": one.role})


def _silences(ties: Sequence[Tie], today: date) -> Iterator[Told]:
    """Those of them with whom everybody of us lost touch."""
    last: dict[UUID, Tie] = {}
    for tie in ties:
        if tie.contact_id not in last or last[tie.contact_id].last_day < tie.last_day:
            last[tie.contact_id] = tie
    for tie in sorted(last.values(), key=lambda each: each.last_day):
        if tie.strength == "fading":
            weeks = (today - tie.last_day).days // WEEK
            text = ngettext(
                "Nobody has spoken with {what} for {n} week.", "Nobody has spoken with {what} for {n} weeks.", weeks
            )
            yield _told(text, tie.theirs, f"/people/{tie.contact_id}", {"n": words.number(weeks)})
