"""What speaks for and against a note being worth one, as data: yes or no for each, from what was known before it.

All of them come from the note itself and from the owner's own exchanges with the same people before. None comes from
the words of a mail: those are judged where it is decided what is worth a note and what may be private.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from store.judgement.drafts import InteractionFields, outside

SATURDAY = 5
OFTEN, SELDOM = 5, 2
MANY = 4


@dataclass(frozen=True, slots=True)
class Before:
    """What there was with the best known of a note's people before it, in the owner's mail and calendar.

    Attributes:
        approved, left_out: notes with one of these people that the owner themselves approved, or left out.
    """

    they_wrote: int = 0
    we_wrote: int = 0
    met: int = 0
    approved: int = 0
    left_out: int = 0

    @property
    def exchanges(self) -> int:
        """Mails and meetings together."""
        return self.they_wrote + self.we_wrote + self.met


@dataclass(frozen=True, slots=True)
class Features:
    """One yes or no each; the scorecard weighs them."""

    both_wrote_before: bool
    met_before: bool
    often_before: bool
    seldom_before: bool
    is_meeting: bool
    we_wrote: bool
    they_wrote: bool
    several_mails: bool
    settles_something: bool
    private_address: bool
    many_people: bool
    colleagues_too: bool
    weekend: bool


NAMES = tuple(feature.name for feature in fields(Features))


def of_note(note: InteractionFields, day: date, directions: frozenset[str], before: Before) -> Features:
    """The features of a note.

    Args:
        day: on which it took place, where its owner lives.
        directions: ``in`` and ``out`` of its exchanges, seen from its owner.
    """
    others = outside(note.people)
    meeting = note.kind == "meeting"
    return Features(
        both_wrote_before=before.they_wrote > 0 and before.we_wrote > 0,
        met_before=before.met > 0,
        often_before=before.exchanges >= OFTEN,
        seldom_before=before.exchanges < SELDOM,
        is_meeting=meeting,
        we_wrote=not meeting and "out" in directions,
        they_wrote=not meeting and "in" in directions,
        several_mails=not meeting and note.mails > 1,
        settles_something=note.gist is not None,
        private_address=any(person.company is None for person in others),
        many_people=len(others) >= MANY,
        colleagues_too=sum(person.ours for person in note.people) > 1,
        weekend=day.weekday() >= SATURDAY,
    )
