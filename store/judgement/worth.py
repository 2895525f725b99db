"""What is worth a note, and the one reason when something is not.

People outside the company, written by a person, in a real exchange: a mail each way, a meeting that took place, or two
separate mails of ours; a stranger's mail alone is none. What is clearly private is none either. With a company's desk
only a mail each way is an exchange: much is sent to ``orders@`` and ``unsubscribe@`` that nobody there reads.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

from extract.facts import MessageKind
from store.judgement.desks import taking_part
from store.judgement.drafts import AddressHistory, Appointment, Known, Mail, Someone, outside
from store.judgement.privacy import is_own_affair

Reason = Literal[
    "automated", "newsletter", "bounce", "absence", "invitation", "internal", "folder", "nobody outside",
    "no exchange", "private", "refused", "cancelled", "not agreed", "not yet",
    "declined", "all day", "refuted",
]  # fmt: skip
NOT_NOTED: Final = frozenset({"\\Junk", "\\Trash", "\\Drafts"})
OUR_SEPARATE_MAILS: Final = 2
_KINDS: Final[Mapping[MessageKind, Reason]] = {
    "automated": "automated",
    "newsletter": "newsletter",
    "bounce": "bounce",
    "out_of_office": "absence",
    "calendar": "invitation",
}


def is_exchange(history: AddressHistory) -> bool:
    """Whether owner and address had a real exchange."""
    both_ways = history.they_wrote > 0 and history.we_wrote > 0
    if history.is_desk:
        return both_ways
    return both_ways or history.met > 0 or history.we_wrote >= OUR_SEPARATE_MAILS


def against_mail(mail: Mail, exchanged: Collection[str], known: Known) -> Reason | None:
    """Why a mail is worth no note; None when it is.

    Args:
        exchanged: outside addresses with which the owner had a real exchange.
    """
    others = outside(mail.people)
    if mail.kind != "person":
        return _KINDS[mail.kind]
    if mail.folder in NOT_NOTED:
        return "folder"
    if mail.direction == "internal":
        return "internal"
    if mail.is_refuted:
        return "refuted"
    return _against_people(mail, others, exchanged) or _all_refused(taking_part(others, exchanged), known)


def against_meeting(meeting: Appointment, exchanged: Collection[str], known: Known, now: datetime) -> Reason | None:
    """Why a meeting is worth no note; None when it is.

    Args:
        exchanged: outside addresses with which the owner had a real exchange: a stranger's invitation that nobody
            accepted is no meeting.
    """
    if (reason := _against_its_kind(meeting)) is not None:
        return reason
    others = taking_part(outside(meeting.people), exchanged)
    if not others:
        return "nobody outside"
    if not meeting.agreed and not any(
        person.address in exchanged or person.address in known.contacts for person in others
    ):
        return "not agreed"
    if meeting.starts_at is None or (meeting.ends_at or meeting.starts_at) > now:
        return "not yet"
    if is_own_affair(meeting, known):
        return "private"
    return _all_refused(others, known)


def _against_its_kind(meeting: Appointment) -> Reason | None:
    if meeting.status != "confirmed":
        return "cancelled" if meeting.status == "cancelled" else "not agreed"
    if meeting.declined:
        return "declined"
    return "all day" if meeting.all_day else None


def _against_people(mail: Mail, others: Sequence[Someone], exchanged: Collection[str]) -> Reason | None:
    if not others:
        return "nobody outside"
    if mail.is_private:
        return "private"
    return None if any(person.address in exchanged for person in others) else "no exchange"


def _all_refused(others: Sequence[Someone], known: Known) -> Reason | None:
    """Whether nobody is left whom the owner did not refuse; a desk stays so only while nobody noted its company."""
    refused = (person.address in known.refused and person.desk_of not in known.companies for person in others)
    return "refused" if all(refused) else None
