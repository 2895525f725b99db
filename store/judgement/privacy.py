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
_AT_HOME: Final = 2  # of a sign: from somebody's own address it is enough
_AT_A_FIRM: Final = 3  # surgeries, banks and schools have domains as customers do: a sign and more


@dataclass(frozen=True, slots=True)
class Thread:
    """What there is for and against a thread being private.

    Attributes:
        matters: how much speaks for each, over all its mails (``PrivacyFact.weight``).
        at_firms: whether somebody outside writes from a company's address.
        has_business: whether somebody outside is noted, or their company, or signs as somebody who works.
        has_colleagues: whether others of ours take part.
    """

    matters: Mapping[Matter, int]
    at_firms: bool
    has_business: bool
    has_colleagues: bool


def is_clearly_private(thread: Thread) -> bool:
    """Whether nobody has to be asked whether it is."""
    if thread.has_colleagues:
        return False
    about = thread.matters.keys() - _SAID
    if "aside" in thread.matters and about:
        return True
    if thread.has_business:
        return False
    return bool(about) and sum(thread.matters.values()) >= (_AT_A_FIRM if thread.at_firms else _AT_HOME)


def is_own_affair(meeting: Appointment, known: Known) -> bool:
    """Whether the owner marked a meeting private and nobody outside in it is known."""
    return meeting.private and not any(person.address in known.contacts for person in outside(meeting.people))
