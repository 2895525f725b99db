"""What a mail promises or asks for by a day: who is to do it, for whom, in the source's own words.

Which later mail of whoever is to do it may have done it is only ever suggested, in words: nothing is done by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal
from uuid import UUID

Standing = Literal["overdue", "this week", "later", "done"]
_SHORTEST: Final = 4  # letters of a word that says what something is about
_ENOUGH: Final = 2  # such words that two texts share
# The everyday words of promising and asking: they stand in every second mail.
_EVERYDAY: Final = frozenset({
    "will", "shall", "send", "sent", "this", "that", "with", "your", "have", "from", "here", "please", "could",
    "would", "able", "until", "before", "after", "tomorrow", "today", "monday", "tuesday", "wednesday", "thursday",
    "friday", "week", "next", "latest", "sure",
    "werde", "werden", "sende", "schicke", "schicken", "ihnen", "euch", "diese", "dieser", "bitte", "können",
    "könnten", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "woche", "nächste", "morgen", "heute",
    "spätestens",
    "vous", "nous", "votre", "pour", "avec", "dans", "avant", "après", "demain", "envoie", "enverrai", "envoyer",
    "pouvez", "pourriez", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "semaine", "prochaine",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Promise:
    """Something to be done by a day.

    Attributes:
        key: the same in every mailbox that holds the mail, and on every reading.
        exchange: the exchange key of the mail that says so, in hex.
        asked: whether the other side asked for it; else whoever is to do it said so.
        ours: whether it is one of the owner's company who is to do it.
        doer, other: addresses of whoever is to do it, and for whom.
        words: the source's own.
    """

    key: str
    exchange: str
    asked: bool
    ours: bool
    doer: str
    other: str
    words: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Later:
    """A later mail of whoever is to do it, in the same thread.

    Attributes:
        attachments: names of what is attached.
        text: what its author wrote there, without what is quoted.
    """

    message_id: UUID
    at: datetime
    attachments: tuple[str, ...]
    text: str


def standing(due_on: date, today: date, *, done: bool) -> Standing:
    """Where a promise is listed: a week ends with its Sunday."""
    if done:
        return "done"
    if due_on < today:
        return "overdue"
    return "this week" if due_on <= today + timedelta(days=7 - today.isoweekday()) else "later"


def fulfilled_by(words: str, later: Iterable[Later]) -> Later | None:
    """The first mail that seems to do what was promised: it names what the words name, or brings something so named."""
    about = _words(words)
    return next((mail for mail in later if _does(about, mail)), None)


def _does(about: frozenset[str], mail: Later) -> bool:
    brought = len(about & _words(" ".join(mail.attachments)))
    told = len(about & (_words(mail.text) | _words(" ".join(mail.attachments))))
    if mail.attachments:
        return bool(brought) or told >= min(_ENOUGH, max(len(about), 1))
    return told >= _ENOUGH and 2 * told > len(about)


def _words(text: str) -> frozenset[str]:
    spelled = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return frozenset(word for word in spelled.split() if len(word) >= _SHORTEST and word not in _EVERYDAY)
