"""What is clearly somebody's own affair: it is left out with its reason, and only what is in doubt is asked about.

Clear is what its writers call private and what is about a private matter as well; and what is about one with somebody
whom nobody here knows from business. How much it takes is learned from each rep: whoever sells to hospitals writes of
patients every day. A surgery's name adds to words of health, and says nothing without them. Everything else that speaks
for privacy is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.facts import Matter, PrivacyFact
from store.judgement.callings import callings_in
from store.judgement.drafts import Appointment, Known, outside

_SAID: Final[frozenset[Matter]] = frozenset({"aside", "marked"})
# What customers write about in confidence and no firm deals in; law, money and employment are business as well.
_AT_HEART: Final[frozenset[Matter]] = frozenset({"family", "health", "occasion"})
_PLAIN: Final = 2
_SEVERAL: Final = 2  # words of any kind
_AT_A_FIRM: Final = 3  # surgeries, banks and schools have domains as customers do: a sign and more
_ENOUGH: Final = 10  # threads from which it can be told what somebody's business is about
_SELDOM: Final = 0.05


@dataclass(frozen=True, slots=True)
class Strength:
    """How much speaks for a matter: a word weighs 1, a sign 2, a mark 3."""

    weight: int
    signs: int


@dataclass(frozen=True, slots=True)
class Thread:
    """What there is for and against a thread being private.

    Attributes:
        matters: how much speaks for each in the mail that has most of it: answers repeat their words.
        at_firms: whether somebody outside writes from a company's address.
        has_business: whether somebody outside is noted, or their company.
        has_colleagues: whether others of ours take part.
        callings: matters that the names and addresses outside speak of (store.judgement.callings).
        signed: titles and companies with which somebody outside signs.
    """

    matters: Mapping[Matter, Strength]
    at_firms: bool
    has_business: bool
    has_colleagues: bool
    callings: frozenset[Matter] = frozenset()
    signed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Habit:
    """How much of such words a rep's own business has: the weight of each of their threads that they noted."""

    weights: tuple[int, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there are enough threads to tell."""
        return len(self.weights) >= _ENOUGH

    @property
    def needed(self) -> int:
        """How much more than two it takes, so that hardly any of their own threads has as much."""
        seldom = sorted(self.weights, reverse=True)[int(_SELDOM * len(self.weights)) :]
        return max(_SEVERAL, seldom[0] + 1) if self.is_known else _SEVERAL


def is_clearly_private(thread: Thread, habit: Habit) -> bool:
    """Whether nobody has to be asked whether it is."""
    if thread.has_colleagues:
        return False
    if _is_called_so(thread):
        return True
    about = {matter: each for matter, each in thread.matters.items() if matter not in _SAID}
    if _works(thread, about):
        return False
    about = {matter: Strength(each.weight + (matter in thread.callings), each.signs) for matter, each in about.items()}
    if thread.signed or (thread.at_firms and not habit.is_known):
        return _is_of_a_client(about)
    if not thread.at_firms:  # few customers write so; where a rep's do, they count as firms
        return _weight(about) >= max(_SEVERAL, habit.needed - 1)
    daily = set(about) <= {"home"} - thread.callings
    return _weight(about) >= habit.needed + daily


def _works(thread: Thread, about: Mapping[Matter, Strength]) -> bool:
    """Whether somebody outside is known from business, or signs as somebody who works at what it is not about."""
    return thread.has_business or any(callings_in(words).isdisjoint(about) for words in thread.signed)


def _is_called_so(thread: Thread) -> bool:
    """Whether a writer says that it is private, and it is about such a matter as well."""
    has_business = thread.has_business or bool(thread.signed)
    about = {matter: each for matter, each in thread.matters.items() if matter not in {*_SAID, "home"}}
    plain = {matter for matter, strength in about.items() if strength.weight >= _PLAIN or not has_business}
    return ("aside" in thread.matters and bool(plain)) or ("marked" in thread.matters and bool(plain & _AT_HEART))


def _is_of_a_client(about: Mapping[Matter, Strength]) -> bool:
    """Whether the owner is a client of somebody at a firm: daily life says nothing, firms deal in it."""
    matters: dict[Matter, Strength] = {matter: each for matter, each in about.items() if matter != "home"}
    return any(strength.signs for strength in matters.values()) and _weight(matters) >= _AT_A_FIRM


def _weight(matters: Mapping[Matter, Strength]) -> int:
    return sum(strength.weight for strength in matters.values())


def doubt_of(signs: Sequence[PrivacyFact], hints: Sequence[PrivacyFact]) -> PrivacyFact | None:
    """What of private life a mail may be about: its first sign, else the weightiest of several hints.

    Two words of two matters are no sign of either, and yet such a mail is never sure: friends among customers write so.
    """
    if signs:
        return signs[0]
    spoken = [fact for fact in hints if fact.matter != "home"]
    return spoken[0] if sum(fact.weight for fact in spoken) >= _SEVERAL else None


def is_own_affair(meeting: Appointment, known: Known) -> bool:
    """Whether a meeting is marked private, or with people from private life, and nobody outside in it is known."""
    return (meeting.private or meeting.is_private) and not any(
        person.address in known.contacts for person in outside(meeting.people)
    )
