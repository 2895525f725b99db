"""How mailboxes stand, in a sentence, and what needs a human."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from api.web import words
from i18n.phrases import counted
from i18n.texts import N_, NN_, _, ngettext
from store.queries.connections import Standing

Button = Literal["", "sign-in", "accept"]
FINE = frozenset({"up to date", "reading history"})
NEED_SOMETHING = frozenset({"sign-in needed", "waiting for its owner", "not reachable", "late"})
_SAYS = {
    "sign-in needed": NN_("{n} needs its owner", "{n} need their owners"),
    "waiting for its owner": NN_("{n} needs its owner", "{n} need their owners"),
    "not reachable": NN_("{n} cannot be reached", "{n} cannot be reached"),
    "late": NN_("{n} is late", "{n} are late"),
    "paused by its owner": NN_("{n} is paused", "{n} are paused"),
}
_NUMBERS = (
    N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"),
    N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
)  # fmt: skip
NOTHING_LOST = N_("Nothing is lost: I go on where I stopped.")


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
    others = Counter(_SAYS[each.state] for each in standings if each.state not in FINE)
    clauses = [ngettext(*said, count).format(n=number(count)) for said, count in others.items()]
    about = f"{', '.join(clauses)}." if clauses else ""
    about = about[:1].upper() + about[1:]
    lost = f" {_(NOTHING_LOST)}" if any(each.state in NEED_SOMETHING for each in standings) else ""
    return _title(fine, total), about + lost


def _title(fine: int, total: int) -> str:
    if total == 1:
        return _("The mailbox is fine.") if fine else _("The mailbox is not being read.")
    if fine == total:
        both = total == 2  # noqa: PLR2004 - both are two
        return _("Both mailboxes are fine.") if both else _("All {n} mailboxes are fine.").format(n=number(total))
    if not fine:
        return _("None of {total} mailboxes is fine.").format(total=number(total))
    said = ngettext("{n} of {total} mailboxes is fine.", "{n} of {total} mailboxes are fine.", fine)
    text = said.format(n=number(fine), total=number(total))
    return text[:1].upper() + text[1:]


def number(count: int) -> str:
    """In words up to twelve."""
    return _(_NUMBERS[count - 1]) if 0 < count <= len(_NUMBERS) else words.number(count)


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
        bold = _("The server of {mailbox} does not let me in any more.").format(mailbox=label)
        rest = _last_read(each, now, N_("It was last read {when}."), N_("It was never read."))
        once = _("I do not try the old password again.")
        return Alert(each.connection_id, bold, f"{rest} {once}", "sign-in")
    rest = counted(
        "{n} message went at once, so I kept what I had. Was that meant?",
        "{n} messages went at once, so I kept what I had. Was that meant?",
        each.difference,
    )
    button: Button = "accept" if each.provider in {"imap", "caldav", "feed", "google", "google_calendar"} else ""
    return Alert(each.connection_id, _("Most of a folder of {mailbox} is gone.").format(mailbox=label), rest, button)


def _last_read(each: Standing, now: datetime, sometime: str, never: str, **names: str) -> str:
    """One of two sentences: a mailbox that was never read has no time when it was."""
    if each.last_success_at is None:
        return _(never).format(**names)
    return _(sometime).format(when=words.ago(each.last_success_at, now), **names)


def _theirs(each: Standing, now: datetime, *, mails: bool) -> Alert:
    first = words.first_name(each.owner)
    if each.state == "sign-in needed":
        can = _("Only {who} can sign in again.")
    else:
        can = _("Only {who} can say whether it was meant that most of a folder went.")
    told = (
        _("{who} has a mail from me, and it stands on their own page.")
        if mails
        else _("{who} finds it on their own page.")
    )
    read = N_("{who}'s mailbox was last read {when}."), N_("{who}'s mailbox was never read.")
    return Alert(each.connection_id, _last_read(each, now, *read, who=first), f"{can} {told}".format(who=first))
