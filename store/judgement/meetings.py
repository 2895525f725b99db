"""Which revision of a meeting counts.

The owner's calendar is the truth; an invitation in a mail is evidence, and only from the organizer (RFC 5546
section 3.2). Among equals the higher SEQUENCE wins, then a cancellation, then the bytes, so that the order of reading
does not matter. A calendar may change an event without raising SEQUENCE: there the later reading wins.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.facts import MeetingFact


@dataclass(frozen=True, slots=True, order=True)
class Revision:
    """A meeting's claim to be the last word; the greater wins."""

    from_calendar: bool
    sequence: int
    cancelled: bool
    sha256: str


def replaces(new: Revision, old: Revision) -> bool:
    """Whether a reading takes the place of what is known."""
    if new.from_calendar and old.from_calendar and new.sequence == old.sequence:
        return new.sha256 != old.sha256
    return old < new


def revision_of(fact: MeetingFact, *, from_calendar: bool, sha256: str) -> Revision:
    """The claim of one reading of a meeting."""
    return Revision(from_calendar, fact.sequence, fact.status == "cancelled", sha256)


def may_speak(fact: MeetingFact, sender: str | None) -> bool:
    """Whether a mail from ``sender`` may say this of a meeting: its organizer may request and cancel."""
    if fact.method not in ("REQUEST", "CANCEL", "PUBLISH", None):
        return False
    return fact.organizer is not None and fact.organizer.address == sender
