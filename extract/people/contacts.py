"""Contacts as the headers name them: people outside the company, and companies' desks, each address once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extract.facts import ContactFact, DeskFact, Evidence, Participant
from extract.patterns.roles import is_desk, is_role
from extract.people.companies import company_domain, company_name
from extract.people.display_names import name_of

_PRESENT: Final = frozenset({"from", "to", "cc", "bcc", "organizer", "attendee"})


def persons(people: Iterable[Participant], lists: frozenset[str]) -> tuple[Participant, ...]:
    """Those who took part and are a single person's address: no program's, no shared mailbox, no list's."""
    return tuple(
        person
        for person in people
        if person.role in _PRESENT and person.address not in lists and not is_role(person.address)
    )


def desks(people: Iterable[Participant], lists: frozenset[str]) -> tuple[Participant, ...]:
    """Those who took part and are a company's shared mailbox that is read and answered."""
    return tuple(
        person
        for person in people
        if person.role in _PRESENT
        and person.address not in lists
        and is_desk(person.address)
        and company_domain(person.address)
    )


def desks_of(shared: Iterable[Participant]) -> tuple[DeskFact, ...]:
    """One fact for each address, by address."""
    found: dict[str, list[Participant]] = {}
    for desk in shared:
        found.setdefault(desk.address, []).append(desk)
    return tuple(
        DeskFact(address, domain, company_name(domain), _evidence(seen))
        for address, seen in sorted(found.items())
        if (domain := company_domain(address))
    )


def contacts_of(people: Iterable[Participant]) -> tuple[ContactFact, ...]:
    """One contact for each address, by address, under the longest name it has here."""
    found: dict[str, list[Participant]] = {}
    for person in people:
        found.setdefault(person.address, []).append(person)
    return tuple(ContactFact(address, _name(seen), _evidence(seen)) for address, seen in sorted(found.items()))


def _name(seen: list[Participant]) -> str | None:
    names = [name for person in seen if person.name and (name := name_of(person.name))]
    return max(names, key=lambda name: (len(name), name)) if names else None


def _evidence(seen: list[Participant]) -> tuple[Evidence, ...]:
    shown = [person.evidence for person in seen if person.evidence]
    return tuple(Evidence("address", each.source, each.span, each.quote) for each in shown)
