"""Newsletter, system or person, where no header says so: signals added up.

Each signal has a weight and a reason; a kind needs ENOUGH of them after what speaks for a person is taken off. The
strongest signal of the kind is the reason that people see.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from extract.expressions import Several
from extract.facts import MessageClass
from extract.notices.declared import is_discussion
from extract.notices.personal import personal
from extract.notices.signs import Signs
from extract.notices.structure import structural
from extract.patterns.notices import bulk, machines
from extract.patterns.notices.signals import ENOUGH, Found, Hint, Place

PERSON: Final = MessageClass("person", "Nothing says that a program wrote it")
_WORDING: Final = (*bulk.SIGNALS, *machines.SIGNALS)
_KINDS: Final[tuple[Hint, ...]] = ("newsletter", "automated")


def scored(signs: Signs) -> MessageClass:
    """The kind for which most speaks; a person's, where nothing speaks loud enough."""
    found = (*structural(signs), *personal(signs), *_worded(signs))
    against = sum(each.weight for each in found if each.hint == "person")
    best = max(_KINDS, key=lambda kind: _sum(found, kind))
    if _sum(found, best) - against < ENOUGH:
        return PERSON
    reason = max((each for each in found if each.hint == best), key=lambda each: each.weight).reason
    return MessageClass(best, reason)


def _sum(found: tuple[Found, ...], kind: Hint) -> int:
    return sum(each.weight for each in found if each.hint == kind)


def _worded(signs: Signs) -> Iterator[Found]:
    small_print = "" if signs.quotes or is_discussion(signs.headers) else signs.printed
    anywhere = f"{signs.written}\n{small_print}"
    texts: dict[Place, str] = {"text": signs.written, "anywhere": anywhere, "subject": signs.title}
    looked = ((_wording(place), text) for place, text in texts.items())
    for number in sorted(numbers[each] for (numbers, which), text in looked for each in which.found(text)):
        yield Found(_WORDING[number].hint, _WORDING[number].weight, _WORDING[number].reason)


@cache
def _wording(place: Place) -> tuple[tuple[int, ...], Several]:
    """The signals of a place by their numbers, and all of them at once."""
    numbers = tuple(number for number, signal in enumerate(_WORDING) if signal.place == place)
    return numbers, Several(f"(?i){_WORDING[number].pattern}" for number in numbers)
