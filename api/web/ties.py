"""Who of us knows whom, in words, with the reason for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from i18n.phrases import counted, on_day
from i18n.texts import N_, NN_, _
from store.judgement.relationship import Relationship, Strength, Writing
from store.queries import relationships

TONES: dict[Strength, str] = {"close": "ok", "good": "ok", "fading": "amb"}
WRITES: dict[Writing, str] = {
    "both": N_("both write"), "we": N_("only we write"), "they": N_("only they write"),
    "nobody": N_("nobody writes"),
}  # fmt: skip
STRENGTHS: dict[Strength, str] = {
    "close": N_("close"), "good": N_("good"), "some": N_("some"), "thin": N_("thin"), "fading": N_("fading"),
}  # fmt: skip
MEETINGS, MAILS = NN_("{n} meeting", "{n} meetings"), NN_("{n} mail", "{n} mails")


@dataclass(frozen=True, slots=True)
class Tie:
    """One of us and one of them: the word, and why it is this one."""

    ours: str
    contact_id: UUID
    theirs: str
    strength: str
    tone: str
    why: str
    last: str


def ties(session: Session, contact_ids: Sequence[UUID], now: datetime, zone: str) -> list[Tie]:
    """Everybody of us who knows one of these contacts."""
    today = words.local_day(now, zone)
    return [
        Tie(
            ours=tie.ours, contact_id=tie.contact_id, theirs=tie.theirs,
            strength=_(STRENGTHS[tie.relationship.strength]),
            tone=TONES.get(tie.relationship.strength, ""), why=why(tie.relationship, today, zone),
            last=words.day(words.local_day(tie.relationship.last_at, zone), today),
        )
        for tie in relationships.ties(session, contact_ids, now)
    ]  # fmt: skip


def why(known: Relationship, today: date, zone: str) -> str:
    """``6 meetings and 31 mails in 90 days, last on Tue 24 Nov, both write``."""
    found = ((known.meetings, MEETINGS), (known.mails, MAILS))
    seen = words.listed([counted(*said, number) for number, said in found if number]) or _("nothing")
    last = on_day(words.local_day(known.last_at, zone), today)
    said = _("{seen} in 90 days, last {day}, {writes}")
    return said.format(seen=seen, day=last, writes=_(WRITES[known.writes]))
