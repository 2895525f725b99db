"""What is clearly somebody's own affair: it is left out with its reason, and only what is in doubt is asked about.

Clear is what its writers call private and what is about a private matter as well; and what is about one with somebody
whom nobody here knows from business. Everything else that speaks for privacy is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extract.facts import Matter
from store.judgement.drafts import Appointment, Known, outside

_SAID: Final[frozenset[Matter]] = frozenset({"aside", "marked"})
# What customers write about in confidence and no firm deals in; law, money and employment are business as well.
_AT_HEART: Final[frozenset[Matter]] = frozenset({"family", "health", "occasion"})
_PLAIN: Final = 2
_AT_HOME: Final = 2  # words of any kind, from somebody's own address
_AT_A_FIRM: Final = 3  # surgeries, banks and schools have domains as customers do: a sign and more


@dataclass(frozen=True, slots=True)
class Strength:
    """How much speaks for a matter: a word weighs 1, a sign 2, a mark 3."""

    weight: int
    signs: int


@dataclass(frozen=True, slots=True)
class Thread:
    """What there is for and against a thread being private.

    Attributes:
        matters: how much speaks for each, over all its mails.
        at_firms: whether somebody outside writes from a company's address.
        has_business: whether somebody outside is noted, or their company, or signs as somebody who works.
        has_colleagues: whether others of ours take part.
    """

    matters: Mapping[Matter, Strength]
    at_firms: bool
    has_business: bool
    has_colleagues: bool


def is_clearly_private(thread: Thread) -> bool:
    """Whether nobody has to be asked whether it is."""
    if thread.has_colleagues:
        return False
    if _is_called_so(thread):
        return True
    return not thread.has_business and (_is_of_a_client(thread) if thread.at_firms else _is_of_a_friend(thread))


def _is_called_so(thread: Thread) -> bool:
    """Whether a writer says that it is private, and it is about such a matter as well."""
    about = {matter: each for matter, each in thread.matters.items() if matter not in {*_SAID, "home"}}
    plain = {matter for matter, strength in about.items() if strength.weight >= _PLAIN or not thread.has_business}
    return ("aside" in thread.matters and bool(plain)) or ("marked" in thread.matters and bool(plain & _AT_HEART))


def _is_of_a_friend(thread: Thread) -> bool:
    return bool(thread.matters.keys() - _SAID) and _weight(thread.matters) >= _AT_HOME


def _is_of_a_client(thread: Thread) -> bool:
    """Whether the owner is a client of somebody at a firm: daily life says nothing, firms deal in it."""
    matters: dict[Matter, Strength] = {name: each for name, each in thread.matters.items() if name != "home"}
    has_sign = any(strength.signs for matter, strength in matters.items() if matter not in _SAID)
    return has_sign and _weight(matters) >= _AT_A_FIRM


def _weight(matters: Mapping[Matter, Strength]) -> int:
    return sum(strength.weight for strength in matters.values())


def is_own_affair(meeting: Appointment, known: Known) -> bool:
    """Whether the owner marked a meeting private and nobody outside in it is known."""
    return meeting.private and not any(person.address in known.contacts for person in outside(meeting.people))
