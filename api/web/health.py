"""How mailboxes stand, in a sentence, and what needs a human."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from api.web import words
from store.queries.connections import Standing

Button = Literal["", "sign-in", "accept"]
FINE = frozenset({"up to date", "reading history"})
NEED_SOMETHING = frozenset({"sign-in needed", "waiting for its owner", "not reachable", "late"})
_SAYS = {
    "sign-in needed": ("needs its owner", "need their owners"),
    "waiting for its owner": ("needs its owner", "need their owners"),
    "not reachable": ("cannot be reached", "cannot be reached"),
    "late": ("is late", "are late"),
    "paused by its owner": ("is paused", "are paused"),
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NOTHING_LOST = "Nothing is lost: I go on where I stopped."


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that needs a human: a sentence, what more there is to know, and one button for the one who can act."""

    connection_id: UUID
    bold: str
    rest: str
    button: Button = ""


def headline(standings: Sequence[Standing]) -> tuple[str, str]:
    """``Four of six mailboxes are fine.``, and what the matter is with the others."""
    fine, total = sum(each.state in FINE for each in standings), len(standings)
    counted = Counter(_SAYS[each.state] for each in standings if each.state not in FINE)
    clauses = [f"{number(count)} {one if count == 1 else many}" for (one, many), count in counted.items()]
    about = f"{', '.join(clauses)}.".capitalize() if clauses else ""
    lost = f" {NOTHING_LOST}" if any(each.state in NEED_SOMETHING for each in standings) else ""
    return _title(fine, total), about + lost


def _title(fine: int, total: int) -> str:
    if total == 1:
        return "The mailbox is fine." if fine else "The mailbox is not being read."
    if fine == total:
        return "Both mailboxes are fine." if total == 2 else f"All {number(total)} mailboxes are fine."  # noqa: PLR2004
    return f"{number(fine).capitalize()} of {number(total)} mailboxes {'is' if fine == 1 else 'are'} fine."


def number(count: int) -> str:
    """In words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def alerts(standings: Sequence[Standing], labels: Mapping[UUID, str], now: datetime, *, mails: bool) -> list[Alert]:
    """One for each mailbox that only a human can set right.

    Args:
        labels: of the reader's own mailboxes, on which they can act.
        mails: whether owners are told by mail, too.
    """
    return [
        _own(each, labels[each.connection_id], now) if each.connection_id in labels else _theirs(each, now, mails=mails)
        for each in standings
        if each.state in {"sign-in needed", "waiting for its owner"}
    ]


def _own(each: Standing, label: str, now: datetime) -> Alert:
    if each.state == "sign-in needed":
        rest = f"It was last read {words.ago(each.last_success_at, now)}. I do not try the old password again."
        return Alert(each.connection_id, f"The server of {label} does not let me in any more.", rest, "sign-in")
    rest = f"{words.count(each.difference, 'message')} went at once, so I kept what I had. Was that meant?"
    button: Button = "accept" if each.provider == "imap" else ""
    return Alert(each.connection_id, f"Most of a folder of {label} is gone.", rest, button)


def _theirs(each: Standing, now: datetime, *, mails: bool) -> Alert:
    first = words.first_name(each.owner)
    what = "sign in again" if each.state == "sign-in needed" else "say whether it was meant that most of a folder went"
    told = "has a mail from me, and it stands on" if mails else "finds it on"
    rest = f"Only {first} can {what}; {first} {told} their own page."
    return Alert(each.connection_id, f"{first}'s mailbox was last read {words.ago(each.last_success_at, now)}.", rest)
