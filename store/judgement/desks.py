"""Companies' desks: shared mailboxes such as ``office@`` or ``goods-in@``, read by whoever is on duty.

A desk is no person, so none is ever suggested as one. What is exchanged with it is exchanged with its company, and a
note of it makes the desk a contact point of the company.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from store.judgement.drafts import Fields, InteractionFields, Known, Someone


def taking_part(people: Iterable[Someone], exchanged: Collection[str]) -> list[Someone]:
    """Those whom a note names: everybody but desks with which there was no real exchange.

    A copy to ``orders@`` that nobody there ever answered tells nothing about who was met.
    """
    return [person for person in people if person.desk_of is None or person.address in exchanged]


def is_known(person: Someone, known: Known) -> bool:
    """Whether somebody is noted, or is the desk of a company that is."""
    return person.address in known.contacts or person.desk_of in known.companies


def desks_in(fields: Fields) -> tuple[Someone, ...]:
    """The desks that an approved note makes contact points of their companies."""
    return tuple(one for one in fields.people if one.desk_of) if isinstance(fields, InteractionFields) else ()
