"""What is worth asking in a 1:1, in words: about customers, without blame, and with what each question comes from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from i18n.phrases import on_day
from i18n.texts import N_, _
from store import viewings
from store.judgement.gaps import Gap, Kind
from store.people import SignedIn
from store.queries import gaps
from store.queries.goal_rows import shown_by

MOST = 8  # on a page of two
QUESTIONS: dict[Kind, str] = {
    "promise": N_("What would help {company} get what we said: “{who}”, for {day}?"),
    "answer": N_("{who} of {company} wrote {on_day}: what would be good to hear from us?"),
    "awaited": N_("We wrote to {who} of {company} {on_day}: what would make an answer easy?"),
    "left": N_("Who at {company} goes on where {who} left?"),
    "quiet": N_("Nothing with {company} since {day}: what would be worth a word to them?"),
    "single": N_("Who else at {company} should know us, beside {who}?"),
    "role": N_("What does {who} decide at {company}?"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the page that it comes from."""

    says: str
    link: str
    company_id: UUID


def questions(
    session: Session, me: SignedIn, company_ids: Collection[UUID], page: str, now: datetime
) -> list[Question]:
    """What is worth asking about some companies. ``page``: where it is shown, as who-saw-what names it."""
    today = words.local_day(now, me.timezone)
    found = gaps.found(session, company_ids, today)[:MOST] if company_ids else []
    notes = [each.ref for each in found if each.of == "notes"]
    viewings.note(session, me.user_id, page, shown_by(session, notes), now)
    return [_question(each, now, me) for each in found]


def _question(gap: Gap, now: datetime, me: SignedIn) -> Question:
    today = words.local_day(now, me.timezone)
    said = {
        "company": gap.company, "who": gap.who, "day": words.day(gap.on, today) if gap.on else "",
        "on_day": on_day(gap.on, today) if gap.on else "",
    }  # fmt: skip
    return Question(_(QUESTIONS[gap.kind]).format(**said), f"/{gap.of}/{gap.ref}", gap.company_id)
