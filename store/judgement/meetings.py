"""Which revision of a meeting counts, who may say something of it, and whose answer to it holds.

The owner's calendar is the truth; an invitation in a mail is evidence, and only from the organizer (RFC 5546
section 3.2). Among equals the higher SEQUENCE wins, then the later DTSTAMP (section 2.1.5), then a cancellation, then
the bytes, so that the order of reading does not matter. A calendar may change an event without raising SEQUENCE: there
the later reading wins. Anybody may write another's UID beside their own name: whose mail came first has the meeting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from extract.facts import MeetingFact, ParsedMessage

ORGANIZERS: Final = frozenset({"REQUEST", "CANCEL", "PUBLISH", "ADD", None})  # what an organizer says
ATTENDEES: Final = frozenset({"REPLY", "COUNTER"})  # what somebody invited says
NEVER: Final = datetime(1, 1, 1, tzinfo=UTC)
# Google Calendar writes in its own name where the domain in From would not prove it; one answers to whom it writes for.
SERVICES: Final = frozenset({"calendar-notification@google.com"})


@dataclass(frozen=True, slots=True, order=True)
class Revision:
    """A meeting's claim to be the last word; the greater wins. ``stamped_at`` is ``NEVER`` where nothing is said."""

    from_calendar: bool
    sequence: int
    stamped_at: datetime
    cancelled: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody invited answered (RFC 5546 section 3.2.3).

    Attributes:
        instance: the instance that it is about, in UTC; empty for the whole event.
        sequence: of the revision that it answers.
    """

    address: str
    instance: str
    response: str
    sequence: int
    stamped_at: datetime
    sha256: str


def replaces(new: Revision, old: Revision) -> bool:
    """Whether a reading takes the place of what is known."""
    if new.from_calendar and old.from_calendar and new.sequence == old.sequence:
        return new.sha256 != old.sha256
    return old < new


def revision_of(fact: MeetingFact, *, from_calendar: bool, sha256: str) -> Revision:
    """The claim of one reading of a meeting."""
    return Revision(from_calendar, fact.sequence, fact.stamped_at or NEVER, fact.status == "cancelled", sha256)


def speaker_of(message: ParsedMessage) -> str | None:
    """Whose word a mail is; None where its sender was found to be another, or is several."""
    named = {role: [p.address for p in message.participants if p.role == role] for role in ("from", "reply_to")}
    senders = named["reply_to"] if SERVICES.issuperset(named["from"]) else named["from"]
    return senders[0] if len(senders) == 1 and not message.refuted else None


def may_speak(fact: MeetingFact, speaker: str | None) -> bool:
    """Whether a mail that is this one's word may say this of a meeting: its organizer may request and cancel."""
    if fact.method not in ORGANIZERS:
        return False
    return fact.organizer is not None and fact.organizer.address == speaker


def may_answer(fact: MeetingFact, speaker: str | None) -> bool:
    """Whether a mail that is this one's word answers for somebody invited: everybody does for themselves alone."""
    return fact.method in ATTENDEES and any(each.address == speaker for each in fact.attendees)


def whose(heard: Iterable[tuple[datetime, str]]) -> str | None:
    """Whose a meeting is, of all who called it theirs by mail: whoever was heard first."""
    return min(heard, default=(NEVER, None))[1]


def answer_that_holds(answers: Iterable[Answer], instance: str, sequence: int) -> Answer | None:
    """The newest of one person's answers to an instance at this revision, or to the whole event; None for none.

    What answers an earlier revision does not say who comes to this one (RFC 5546 section 2.1.5).
    """
    valid = (each for each in answers if each.instance in {"", instance} and each.sequence >= sequence)
    return max(valid, key=lambda each: (each.sequence, each.stamped_at, each.sha256), default=None)
