"""Signs that one person wrote to another: the reader is greeted by name, the writer signs.

Sellers write of offers, deals and webinars all day; what tells their mail from a campaign is that somebody in
particular writes to somebody in particular. Campaigns that merge names say in their header what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.notices.signs import Signs, words_of
from extract.patterns.first_names import NAMES
from extract.patterns.notices.signals import Found
from extract.patterns.roles import is_bulk_sender, is_role

_GREETING, _NAME = 6, 4  # words of a line at most
_SIGNATURE: Final = 12  # lines at the end among which a name stands
_INITIAL: Final = 2  # letters


def personal(signs: Signs) -> Iterator[Found]:
    """Everything found, each with its weight."""
    lines = [line for line in signs.written.split("\n") if line.strip()]
    if not lines or is_bulk_sender(signs.sender):
        return
    first = words_of(lines[0])
    if len(first) <= _GREETING and not _readers(signs).isdisjoint(first):
        yield Found("person", 2, "The reader is greeted by name")
    below = [words_of(line) for line in lines[1:][-_SIGNATURE:]]
    own = _writer(signs)
    if any(_is_name(line, own) for line in below):
        # Firms sign as well: a known given name makes it a person's.
        yield Found("person", 2 if NAMES.isdisjoint(own) else 4, "The sender signs")
    elif any(len(line) in {2, 3} and line[0] in NAMES for line in below):
        yield Found("person", 2, "Somebody signs")


def _readers(signs: Signs) -> frozenset[str]:
    """Words of the names and addresses to which it goes."""
    told = " ".join(signs.headers.text(name) for name in ("to", "cc"))
    people = " ".join(part.partition("@")[0] for part in told.split())
    return frozenset(word for word in words_of(people) if len(word) > _INITIAL)


def _writer(signs: Signs) -> frozenset[str]:
    """Words of the sender's name; none of a shared mailbox that shows no person's."""
    words = words_of(signs.name)
    if is_role(signs.sender):
        return frozenset(words if not NAMES.isdisjoint(words) else ())
    return frozenset(words or words_of(signs.local))


def _is_name(line: tuple[str, ...], own: frozenset[str]) -> bool:
    """Whether a line holds the sender's name, initials allowed, and nothing else."""
    full = [word for word in line if len(word) > _INITIAL]
    return 0 < len(line) <= _NAME and bool(full) and own.issuperset(full)
