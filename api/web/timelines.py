"""Notes by day, ready for a page; sending them is noted for those who approved them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import sentences, words
from api.web.sentences import Sentence
from i18n.texts import _
from store import viewings
from store.people import SignedIn
from store.queries import kept, notes, search
from store.queries.deals import Told
from store.queries.directory import SHOWN
from store.queries.kept import OwnNote
from store.queries.notes import Narrowed, Note, Position
from store.viewings import Seen

FOUND = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A note as a page shows it.

    Attributes:
        contact_id: of the person whom the sentence names, where they are a contact.
        by: who approved it.
        mine: the shared note's id where the reader is one of those, who may take it back.
        note: the shared note's id.
        only_you: said in place of ``by`` when nobody else sees it yet.
        item: ``id:version`` of one that its owner kept private and may still approve.
    """

    day: date
    place: Position
    says: Sentence
    clock: str
    lasts: str
    contact_id: UUID | None = None
    by: str = ""
    approvers: tuple[UUID, ...] = ()
    mine: UUID | None = None
    note: UUID | None = None
    only_you: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The notes of one day."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of notes, newest day first; ``older`` names the next page, empty on the last one."""

    days: tuple[Day, ...]
    older: str = ""


def timeline(session: Session, me: SignedIn, narrowed: Narrowed, place: str, now: datetime) -> Timeline:
    """Notes, newest first, the reader's own unshared ones among them.

    ``place`` is the page they are sent with, for who-saw-what.
    """
    entries = [_entry(note, me) for note in notes.notes(session, narrowed)]
    if narrowed.since is None:  # what nobody else sees was never shared
        entries += [_own(note, me) for note in kept.notes(session, me.user_id, narrowed)]
    entries.sort(key=lambda entry: (entry.place.at, entry.place.id), reverse=True)
    shown = entries[:SHOWN]
    older = position(shown[-1].place) if len(entries) > SHOWN else ""
    _note_looks(session, me, place, shown, now)
    return Timeline(_by_day(shown, me, now), older)


def counted(session: Session, me: SignedIn, ids: Sequence[UUID], now: datetime) -> Timeline:
    """Shared notes that a number counts, newest first: as many as a page shows, where one more follows."""
    entries = [_entry(note, me) for note in notes.notes(session, Narrowed(), ids)][:SHOWN]
    _note_looks(session, me, "trends", entries, now)
    older = position(entries[-1].place) if len(ids) > SHOWN else ""
    return Timeline(_by_day(entries, me, now), older)


def found(session: Session, me: SignedIn, asked: str, now: datetime) -> Timeline:
    """The notes that somebody looked for, the reader's own unshared ones among them."""
    words_asked = tuple(search.words_of(asked))
    if not words_asked:
        return Timeline(())
    entries = [_entry(note, me) for note in notes.notes(session, Narrowed(), search.notes(session, asked, FOUND))]
    entries += [_own(note, me) for note in kept.notes(session, me.user_id, Narrowed(words=words_asked))[:FOUND]]
    entries.sort(key=lambda entry: (entry.place.at, entry.place.id), reverse=True)
    _note_looks(session, me, "find", entries, now)
    return Timeline(_by_day(entries, me, now))


def position(place: Position) -> str:
    """The end of a page, as an address may hold it."""
    return f"{place.at.isoformat()}_{place.id}"


def one(session: Session, me: SignedIn, note_id: UUID, now: datetime) -> Timeline:
    """One published note; nothing when there is none of that id."""
    entries = [_entry(note, me) for note in notes.notes(session, Narrowed(), [note_id])]
    _note_looks(session, me, f"notes/{note_id}", entries, now)
    return Timeline(_by_day(entries, me, now))


def of_deal(session: Session, me: SignedIn, deal: Told, before: Position | None, now: datetime) -> Timeline:
    """The notes that speak of a deal, newest first."""
    entries = [_entry(note, me) for note in notes.notes(session, Narrowed(before=before), deal.notes)]
    shown = entries[:SHOWN]
    _note_looks(session, me, f"deals/{deal.id}", shown, now)
    return Timeline(_by_day(shown, me, now), position(shown[-1].place) if len(entries) > SHOWN else "")


def page_end(asked: Mapping[str, str]) -> Position | None:
    """Where the page before ended, from an address; None for what is no end of a page."""
    at, _, id_ = asked.get("before", "").partition("_")
    try:
        place = Position(datetime.fromisoformat(at), UUID(id_))
    except ValueError:
        return None
    return place if place.at.tzinfo else None


def _note_looks(session: Session, me: SignedIn, place: str, entries: Iterable[Entry], now: datetime) -> None:
    seen = (Seen("interaction", entry.place.id, entry.approvers) for entry in entries)
    viewings.note(session, me.user_id, place, seen, now)


def _by_day(entries: Iterable[Entry], me: SignedIn, now: datetime) -> tuple[Day, ...]:
    today = words.local_day(now, me.timezone)
    return tuple(Day(words.day(day, today), tuple(of_it)) for day, of_it in groupby(entries, key=attrgetter("day")))


def _entry(note: Note, me: SignedIn) -> Entry:
    named = zip(note.approvers, note.approver_names, strict=True)
    outside = [one for one in note.people if not one.ours]
    return Entry(
        note.day, Position(note.starts_at, note.id), sentences.of_note(note), words.clock(note.starts_at, me.timezone),
        words.lasting(note.starts_at, note.ends_at) if note.kind == "meeting" else "",
        contact_id=outside[0].contact_id if outside else None, approvers=note.approvers,
        by=words.listed([_("you") if user_id == me.user_id else name for user_id, name in named]),
        mine=note.id if me.user_id in note.approvers else None, note=note.id,
    )  # fmt: skip


def _own(note: OwnNote, me: SignedIn) -> Entry:
    says = sentences.of_exchange(note.fields, is_addition=note.is_addition)
    return Entry(
        note.day, Position(note.happened_at, note.id), says, words.clock(note.fields.starts_at, me.timezone),
        sentences.duration(note.fields),
        only_you=words.only_you(note.share_at, me.timezone),
        item="" if note.share_at else f"{note.id}:{note.version}",
    )  # fmt: skip
