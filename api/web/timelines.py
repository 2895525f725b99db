"""Notes by day, ready for a page; sending them is noted for those who approved them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy.orm import Session

from api.web import sentences, words
from api.web.sentences import Sentence
from store import viewings
from store.people import SignedIn
from store.queries import directory, kept
from store.queries.directory import Narrowed, Note
from store.queries.kept import OwnNote
from store.viewings import Seen


@dataclass(frozen=True, slots=True)
class Entry:
    """A note as a page shows it.

    Attributes:
        by: who approved it.
        only_you: said in place of ``by`` when nobody else sees it yet.
        item: ``id:version`` of one that its owner kept private and may still approve.
    """

    day: date
    starts_at: datetime
    says: Sentence
    clock: str
    lasts: str
    by: str = ""
    only_you: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The notes of one day."""

    name: str
    entries: tuple[Entry, ...]


def days(session: Session, me: SignedIn, narrowed: Narrowed, place: str, now: datetime) -> list[Day]:
    """Notes, newest day first, the reader's own unshared ones among them.

    ``place`` is the page they are sent with, for who-saw-what.
    """
    notes = directory.notes(session, narrowed)
    viewings.note(session, me.user_id, place, (Seen("interaction", note.id, note.approvers) for note in notes), now)
    entries = [_entry(note, me) for note in notes]
    entries += [_own(note, me) for note in kept.notes(session, me.user_id, narrowed)]
    entries.sort(key=attrgetter("day", "starts_at"), reverse=True)
    today = words.local_day(now, me.timezone)
    return [Day(words.day(day, today), tuple(of_it)) for day, of_it in groupby(entries, key=attrgetter("day"))]


def _entry(note: Note, me: SignedIn) -> Entry:
    named = zip(note.approvers, note.approver_names, strict=True)
    by = words.listed(["you" if user_id == me.user_id else name for user_id, name in named])
    lasts = words.lasting(note.starts_at, note.ends_at) if note.kind == "meeting" else ""
    clock = words.clock(note.starts_at, me.timezone)
    return Entry(note.day, note.starts_at, sentences.of_note(note), clock, lasts, by)


def _own(note: OwnNote, me: SignedIn) -> Entry:
    starts_at, says = note.fields.starts_at, sentences.of_exchange(note.fields, is_addition=note.is_addition)
    return Entry(
        note.day, starts_at, says, words.clock(starts_at, me.timezone), sentences.duration(note.fields),
        only_you=words.only_you(note.share_at, me.timezone),
        item="" if note.share_at else f"{note.id}:{note.version}",
    )  # fmt: skip
