"""Newsletter, system or person, where no header says so: signals added up.

Each signal has a weight and a reason; a kind needs ENOUGH of them after what speaks for a person is taken off. The
strongest signal of the kind is the reason that people see.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import re2

from extract.expressions import expression
from extract.facts import MessageClass
from extract.notices.declared import is_discussion
from extract.notices.personal import personal
from extract.notices.signs import Signs
from extract.notices.structure import structural
from extract.patterns.notices import bulk, machines
from extract.patterns.notices.signals import ENOUGH, Found, Hint, Signal

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
    texts = {"text": signs.written, "anywhere": f"{signs.written}\n{small_print}", "subject": signs.title}
    for signal in _WORDING:
        if _compiled(signal).search(texts[signal.place]):
            yield Found(signal.hint, signal.weight, signal.reason)


@cache
def _compiled(signal: Signal) -> re2._Regexp:
    return expression(f"(?i){signal.pattern}")
