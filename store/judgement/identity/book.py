"""Everybody who is known and could be meant, to be asked who somebody is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import product
from uuid import UUID

from store.judgement.identity.matching import Match, best
from store.judgement.identity.profiles import KnownPerson, Profile, asked_keys, person_keys

_MOST = 64  # candidates that are compared: who shares more keys comes first


def pair_key(one: str, other: str) -> str:
    """The stable key of the question whether two addresses, or two domains, belong to one."""
    return "merge:" + "|".join(sorted((one, other)))


def pair_keys(some: Iterable[str], others: Iterable[str]) -> set[str]:
    """The keys of all questions between two groups."""
    return {pair_key(one, other) for one, other in product(some, others)}


class Book:
    """Known people by the keys under which they may meet."""

    def __init__(self, people: Iterable[KnownPerson] = (), apart: Collection[str] = ()) -> None:
        """``apart``: keys of pairs that somebody said are different people."""
        self._by_key: dict[str, list[KnownPerson]] = defaultdict(list)
        self._by_contact: dict[UUID, KnownPerson] = {}
        self._apart = frozenset(apart)
        for person in people:
            self.add(person)

    def add(self, person: KnownPerson) -> None:
        """Let somebody be found from now on."""
        for key in person_keys(person.profile):
            self._by_key[key].append(person)
        if person.contact_id:
            self._by_contact[person.contact_id] = person

    def of_contact(self, contact_id: UUID) -> KnownPerson | None:
        """The contact with this id, if it is in the book."""
        return self._by_contact.get(contact_id)

    def who_is(self, person: Profile) -> tuple[KnownPerson, Match] | None:
        """The known one who is most likely this person, if that is likely enough to ask."""
        return best(person, [each for each in self._near(person) if not self._are_apart(person, each.profile)])

    def _near(self, person: Profile) -> list[KnownPerson]:
        shared: dict[tuple[str, ...], list[KnownPerson]] = defaultdict(list)
        for key in asked_keys(person):
            for each in self._by_key.get(key, ()):
                if not set(each.profile.addresses) & set(person.addresses):
                    shared[each.profile.addresses].append(each)
        nearest = sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))
        return [found[0] for _, found in nearest[:_MOST]]

    def _are_apart(self, one: Profile, other: Profile) -> bool:
        return bool(self._apart) and not self._apart.isdisjoint(pair_keys(one.addresses, other.addresses))
