"""Sure or look, and the one doubt a look names.

What is never sure is settled first: a privacy doubt, somebody new. Of the rest a note is sure if, of notes that score
like it, at least 98 in 100 may be expected to be worth one (store.judgement.calibration). A rep's own decisions count
on top of the shipped experience, those about the same people most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extract.facts import Matter
from store.judgement.calibration import Record, is_sure
from store.judgement.desks import is_known
from store.judgement.drafts import ContactFields, Doubt, InteractionFields, Known, Someone, Verdict, outside
from store.judgement.features import Before, Features, of_note
from store.judgement.scorecard import BANDS, INTERCEPT, POINTS

# A decision about the same people tells more of the next note with them than one about others.
SAME_PEOPLE = Record(right=30.0, wrong=4.0)
NOTHING_BEFORE, NO_RECORD = Before(), Record()


@dataclass(frozen=True, slots=True)
class Background:
    """What a note is judged against, apart from who is known.

    Attributes:
        own: of notes that were sure, how many this rep approved, and how many they left out or kept private.
    """

    day: date
    directions: frozenset[str]
    before: Before = NOTHING_BEFORE
    own: Record = NO_RECORD


MATTERS: Mapping[Matter, str] = {
    "marked": "It is marked private or confidential.",
    "aside": "Its writer says that it is private.",
    "family": "It speaks of family.",
    "health": "It speaks of health.",
    "money": "It speaks of private money matters.",
    "law": "It speaks of a private legal matter.",
    "employment": "It speaks of somebody's own employment.",
    "occasion": "It speaks of a private occasion.",
}


def of_contact(fields: ContactFields) -> Verdict:
    """New people are never sure."""
    if fields.company_domain is None:
        return Verdict(
            "look", "The address is a private mail address, so I cannot tell the company.", Doubt.COMPANY_UNSURE
        )
    return Verdict("look", "You have written to each other, and I have not noted this person yet.", Doubt.NEW_PERSON)


def of_interaction(fields: InteractionFields, known: Known, background: Background | None = None) -> Verdict:
    """Sure if everybody outside the company is known, nothing hints at a private matter, and notes like it are right.

    Who is new beside somebody known is asked about as a person, when there was an exchange with them, and not with
    each note that names them. Without a background, what is never sure is told alone.
    """
    others = outside(fields.people)
    noted = [person for person in others if is_known(person, known)]
    never = _never_sure(fields, others, noted, known)
    if never:
        return never
    return _weighed(fields, noted, background) if background else Verdict("sure", f"You know {_everybody(noted)}.")


def _never_sure(
    fields: InteractionFields, others: Sequence[Someone], noted: Sequence[Someone], known: Known
) -> Verdict | None:
    """A privacy doubt, or somebody new. A company is new where no new person is: theirs is the question then."""
    kept = [person for person in noted if person.address in known.private]
    unknown = [person for person in others if not is_known(person, known)]
    strangers = [person for person in unknown if not _is_beside(person, noted, known)]
    private = None
    if fields.marked_private:
        private = "Your calendar marks it private."
    elif fields.matter:
        private = MATTERS[fields.matter]
    elif kept:
        private = f"You keep {called(kept[0])} private."
    elif unknown and not any(person.company for person in others):
        private = "Only private addresses took part."
    if private:
        return Verdict("look", private, Doubt.MIGHT_BE_PRIVATE)
    people = [person for person in strangers if person.desk_of is None]
    if people:
        return Verdict("look", f"I have not noted {called(people[0])} yet.", Doubt.NEW_PERSON)
    if strangers:
        return Verdict("look", f"I have not noted {strangers[0].company} yet.", Doubt.NEW_COMPANY)
    if fields.dealing and not fields.dealing.is_proven:
        return Verdict("look", "It speaks of a deal, and nothing proves who wrote it.", Doubt.UNVERIFIED)
    return None


def _is_beside(person: Someone, noted: Sequence[Someone], known: Known) -> bool:
    """Whether somebody new of a company comes with a known one; whom the owner refused never does."""
    if person.company is None or person.address in known.refused:
        return False
    return any(one.address not in known.private for one in noted)


def called(person: Someone) -> str:
    """What to call somebody: the name if there is one."""
    return person.name or person.address


def score(features: Features) -> float:
    """The log-odds of a note with these features being worth one."""
    return INTERCEPT + sum(points for name, points in POINTS.items() if getattr(features, name))


def shipped(score_: float) -> Record:
    """What notes that scored so came to before this one."""
    return next(Record(right, wrong) for least, right, wrong in BANDS if score_ >= least)


def _weighed(fields: InteractionFields, others: Sequence[Someone], background: Background) -> Verdict:
    before = background.before
    features = of_note(fields, background.day, background.directions, before)
    with_them = Record(before.approved * SAME_PEOPLE.right, before.left_out * SAME_PEOPLE.wrong)
    own = background.own + with_them
    if is_sure(shipped(score(features)), own):
        return Verdict("sure", f"You know {_everybody(others)}{_seen(before)}.")
    return Verdict("look", _against(others, before), Doubt.NOT_SURE)


def _against(others: Sequence[Someone], before: Before) -> str:
    if before.left_out:
        times = "a note" if before.left_out == 1 else f"{before.left_out} notes"
        return f"You left out {times} with {_everybody(others)} before."
    if not before.exchanges:
        return f"There was nothing with {_everybody(others)} before this."
    return "Notes like this one are left out too often for me to be sure."


def _seen(before: Before) -> str:
    mails = before.they_wrote + before.we_wrote
    counted = [(before.met, "meeting"), (mails, "mail")]
    parts = [f"{number} {noun if number == 1 else noun + 's'}" for number, noun in counted if number]
    if not parts:
        return ""
    both = ", and you both write" if before.they_wrote and before.we_wrote else ""
    return f": {' and '.join(parts)} before{both}"


def _everybody(others: Sequence[Someone]) -> str:
    if len(others) == 1:
        return called(others[0])
    return f"{called(others[0])} and {len(others) - 1} more here"
