"""Notes by day, ready for a page; sending them is noted for those who approved them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy.orm import Session

from api.web import sentences, words
from api.web.sentences import Sentence
from store import viewings
from store.people import SignedIn
from store.queries import directory
from store.queries.directory import Narrowed, Note
from store.viewings import Seen


@dataclass(frozen=True, slots=True)
class Entry:
    """A note as a page shows it."""

    note: Note
    says: Sentence
    clock: str
    lasts: str
    by: str


@dataclass(frozen=True, slots=True)
class Day:
    """The notes of one day."""

    name: str
    entries: tuple[Entry, ...]


def days(session: Session, me: SignedIn, narrowed: Narrowed, place: str, now: datetime) -> list[Day]:
    """Notes, newest day first. ``place`` is the page they are sent with, for who-saw-what."""
    notes = directory.notes(session, narrowed)
    viewings.note(session, me.user_id, place, (Seen("interaction", note.id, note.approvers) for note in notes), now)
    today = words.local_day(now, me.timezone)
    grouped = groupby(notes, key=attrgetter("day"))
    return [Day(words.day(day, today), tuple(_entry(note, me) for note in of_it)) for day, of_it in grouped]


def _entry(note: Note, me: SignedIn) -> Entry:
    named = zip(note.approvers, note.approver_names, strict=True)
    by = words.listed(["you" if user_id == me.user_id else name for user_id, name in named])
    return Entry(
        note, sentences.of_note(note), words.clock(note.starts_at, me.timezone),
        words.lasting(note.starts_at, note.ends_at) if note.kind == "meeting" else "", by,
    )  # fmt: skip
