"""Who comes with somebody new: others of their company in the same threads and meetings, whom nobody noted or refused.

So do a few of another company who are in a mail or meeting with them: from a sister company, or of theirs where they
write from a public provider. They are named with the new person, so that one decision is about all of them, and each
may be struck out. Being in copy makes nobody a contact: who is named so is noted once there was an exchange with them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from store.judgement.drafts import AddressHistory, Quote
from store.judgement.parties import Companion, ContactFields
from store.judgement.worth import is_exchange

_MOST: Final = 8  # more in copy are a mailing list, which tells nothing of who works on a matter
_OTHERS: Final = 2  # of other companies; more are an event
NAMED: Final = "companion."  # before an address: the field that names a companion, and that strikes them out when blank


def may_bring(history: AddressHistory) -> bool:
    """Whether somebody may come with whose history it is."""
    return not history.is_desk and is_exchange(history)


def companions(history: AddressHistory) -> tuple[Companion, ...]:
    """Those whom one decision about somebody new is about as well; nobody where there are too many.

    At a public provider nobody is a colleague of anybody by the domain.
    """
    mine = domain_of(history.address) if history.company_domain else ""
    colleagues = [one for one in history.beside if domain_of(one.address) == mine]
    others = [one for one in history.beside if domain_of(one.address) != mine]
    found = (colleagues if len(colleagues) <= _MOST else []) + (others if len(others) <= _OTHERS else [])
    return tuple(Companion(one.address, one.name or one.address) for one in sorted(found, key=lambda one: one.address))


def called(one: Companion, beside: ContactFields) -> str:
    """Who comes with somebody, in words: with the domain where it is another company's."""
    domain = domain_of(one.address)
    return one.name if domain == domain_of(beside.address) else f"{one.name} ({domain})"


def domain_of(address: str) -> str:
    """The mail domain of an address."""
    return address.rpartition("@")[2]


def quotes(history: AddressHistory, named: Collection[Companion]) -> tuple[Quote, ...]:
    """Where those are named who come with somebody."""
    addresses = {one.address for one in named}
    return tuple(one.quote for one in history.beside if one.address in addresses)


def coming_with(fields: ContactFields) -> frozenset[str]:
    """The keys under which a suggestion is found by those whom it names beside the person."""
    return frozenset(coming(one.address) for one in fields.companions)


def coming(address: str) -> str:
    """The key under which the suggestions are found that name an address as a companion's."""
    return f"w:{address}"
