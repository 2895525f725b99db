"""What colleagues did with people whose relationship is the reader's, in a sentence each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from api.web import words
from i18n.texts import N_, _, around
from store import heads_up
from store.heads_up import Kind, Word
from store.people import SignedIn

SAYS: dict[Kind, str] = {
    "mail": N_("{who} wrote with {whom} {day}."), "meeting": N_("{who} met {whom} {day}."),
    "upcoming": N_("{who} is going to meet {whom} {day}."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence around the name of whom it is about, which leads to their page."""

    before: str
    name: str
    href: str
    after: str


def lines(session: Session, me: SignedIn, now: datetime) -> list[Line]:
    """What is told today; it is not told again on a later day."""
    today = words.local_day(now, me.timezone)
    return [_line(word, me, now) for word in heads_up.told(session, me.user_id, today)]


def _line(word: Word, me: SignedIn, now: datetime) -> Line:
    today = words.local_day(now, me.timezone)
    values = {"who": word.colleague, "day": words.on_day(words.local_day(word.at, me.timezone), today)}
    before, after = (part.format(**values) for part in around(_(SAYS[word.kind]), "whom"))
    href = f"/people/{word.contact_id}" if word.contact_id else f"/companies/{word.company_id}"
    return Line(before, word.name, href, after)
