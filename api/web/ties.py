"""Who of us knows whom, in words, with the reason for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from api.web.exchanges import href
from i18n.phrases import counted, on_day
from i18n.texts import N_, NN_, _, ngettext
from store.judgement.relationship import COUNTED, Relationship, Strength, Writing
from store.people import SignedIn
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
    """One of us and one of them: the word, and why it is this one.

    Attributes:
        counted: what of the last 90 days explains the word; empty for nothing.
        behind: where that is listed.
        mine: whether it is the reader's own.
        unshown: whether its owner shows it to nobody else.
    """

    user_id: UUID
    ours: str
    contact_id: UUID
    theirs: str
    strength: Strength
    word: str
    tone: str
    why: str
    counted: str
    behind: str
    last: str
    last_day: date
    mine: bool
    role: str = ""
    unshown: bool = False


def ties(session: Session, me: SignedIn, contact_ids: Sequence[UUID], now: datetime) -> list[Tie]:
    """Everybody of us who knows one of these contacts; what is drawn of it is ``shown``."""
    today, span = words.local_day(now, me.timezone), {"since": (now - COUNTED).isoformat(), "until": now.isoformat()}
    return [_tie(tie, me, today, urlencode(span)) for tie in relationships.ties(session, contact_ids, now)]


def _tie(tie: relationships.Tie, me: SignedIn, today: date, span: str) -> Tie:
    known, last_day = tie.relationship, words.local_day(tie.relationship.last_at, me.timezone)
    return Tie(
        user_id=tie.user_id, ours=tie.ours, contact_id=tie.contact_id, theirs=tie.theirs, strength=known.strength,
        word=_(STRENGTHS[known.strength]), tone=TONES.get(known.strength, ""), why=why(known, today, me.timezone),
        counted=_counted(known),
        behind=href(f"people/{tie.contact_id}", f"{span}&ours={tie.user_id}"), last=words.day(last_day, today),
        last_day=last_day, mine=tie.user_id == me.user_id, role=tie.role, unshown=tie.unshown,
    )  # fmt: skip


def shown(known: Sequence[Tie]) -> list[Tie]:
    """Those that the reader may see: without the ones that a colleague shows to nobody."""
    return [tie for tie in known if tie.mine or not tie.unshown]


def reach(known: Sequence[Tie]) -> str:
    """``3 of us know 5 of them.``; empty when nobody knows anybody."""
    ours, theirs = ({getattr(tie, side) for tie in known} for side in ("user_id", "contact_id"))
    text = ngettext("{n} of us knows {them} of them.", "{n} of us know {them} of them.", len(ours))
    return text.format(n=words.number(len(ours)), them=words.number(len(theirs))) if known else ""


def _counted(known: Relationship) -> str:
    found = ((known.meetings, MEETINGS), (known.mails, MAILS))
    return words.listed([counted(*said, number) for number, said in found if number])


def why(known: Relationship, today: date, zone: str) -> str:
    """``6 meetings and 31 mails in 90 days, last on Tue 24 Nov, both write``."""
    last = on_day(words.local_day(known.last_at, zone), today)
    said = _("{seen} in 90 days, last {day}, {writes}")
    return said.format(seen=_counted(known) or _("nothing"), day=last, writes=_(WRITES[known.writes]))
