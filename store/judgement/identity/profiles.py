"""Descriptions of people and companies that can be compared, and the keys under which they meet.

Two people are compared only when they share a key, so that one among a hundred thousand is found without looking at
the others. A key is a letter for its kind and what is equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from store.judgement.identity.names import folded, formal, words

_TELLING: Final = 6  # letters of a local part that is unlikely to be shared
_FULL: Final = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """A person, as far as one address or all of a contact's tell.

    Attributes:
        addresses: in lower case; the first stands for the person.
        domains: of the companies they work for; none where all addresses are private.
        phones: in E.164 form, with those that are mobiles in ``mobiles`` as well.
        names_beside: other addresses that the person's own signatures name.
        threads: outside addresses in the same exchanges, each with what one of them was about.
        reads: addresses whose mailbox the person is shown to read.
        meant: addresses to which the owner sent answers to this person.
        colleagues: who of their company is at another one as well: its domain, and a name.
        is_renamed: whether they told of another name or address than before.
        first_day, last_day: of the oldest and the newest item with them; None where the owner has none.
    """

    names: tuple[str, ...]
    addresses: tuple[str, ...]
    domains: tuple[str, ...] = ()
    phones: frozenset[str] = frozenset()
    mobiles: frozenset[str] = frozenset()
    names_beside: frozenset[str] = frozenset()
    threads: tuple[tuple[str, str], ...] = ()
    reads: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()
    colleagues: tuple[tuple[str, str], ...] = ()
    is_renamed: bool = False
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who is noted: a contact, or one whom only the owner noted.

    Attributes:
        contact_id: None for somebody whom only the owner noted.
    """

    profile: Profile
    contact_id: UUID | None = None
    company: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Firm:
    """A company: what it is called, its mail domains, and when the owner's mail first and last came from them."""

    company_id: UUID
    name: str
    domains: tuple[str, ...]
    first_day: date | None = None
    last_day: date | None = None


def about(address: str) -> str:
    """The key under which the questions about an address or domain are found."""
    return f"m:{address}"


def noting(address: str) -> str:
    """The key under which the question is found that notes an address, once it is settled."""
    return f"s:{address}"


def person_keys(person: Profile) -> frozenset[str]:
    """Everything under which a person is found."""
    return frozenset(_keys(person)) | {
        key for name in called(person) for key in (*_pairs(words(name)), *_initials(words(name), full="i", short="j"))
    }


def asked_keys(person: Profile) -> frozenset[str]:
    """Everything under which others are looked for who may be this person.

    A full name is looked for itself, and among those of whom an initial is known; an initial, among all for whose name
    it may stand. So a full name meets its namesakes and not everybody of a large family.
    """
    found = set(_keys(person))
    for name in map(words, called(person)):
        found.update(_pairs(name), _initials(name, full="j", short="i"), _initials(name, full="j", short="j"))
    return frozenset(found)


def name_keys(person: Profile) -> frozenset[str]:
    """The keys that a person shares with everybody of the same name."""
    return frozenset(key for name in map(words, called(person)) for key in _pairs(name))


def _keys(person: Profile) -> Iterator[str]:
    for name in map(words, called(person)):
        yield from (f"d:{domain} {formal(name[0])}" for domain in person.domains)
    for address in (*person.addresses, *sorted(person.names_beside)):
        yield from (f"a:{each}" for each in dict.fromkeys((address, mailbox(address))))
    yield from (f"l:{local}" for local in map(_local, person.addresses) if len(local) >= _TELLING)
    yield from (f"p:{phone}" for phone in person.phones)


def mailbox(address: str) -> str:
    """The mailbox behind a subaddress (RFC 5233): "greta+fair@halden.example" is delivered to "greta"."""
    local, at, host = address.rpartition("@")
    return f"{local.partition('+')[0] or local}{at}{host}"


def _local(address: str) -> str:
    return address.partition("@")[0]


def _pairs(name: tuple[str, ...]) -> Iterator[str]:
    """Given name and each family name, in any order: some leave out the second."""
    first, *others = [formal(word) for word in name if len(word) > 1] or [""]
    yield from (f"n:{' '.join(sorted((first, other)))}" for other in others)


def _initials(name: tuple[str, ...], *, full: str, short: str) -> Iterator[str]:
    """Family name and initial, whichever of the ends is which: directories write both orders.

    Args:
        full: the kind of key for a full name; ``short``: for one that is an initial and a name.
    """
    first, last = formal(name[0]), formal(name[-1])
    if len(name) < _FULL or len(first) == len(last) == 1:
        return
    if len(first) == 1 or len(last) == 1:
        yield f"{short}:{max(first, last, key=len)} {min(first, last, key=len)}"
        return
    yield from (f"{full}:{last} {first[0]}", f"{full}:{first} {last[0]}")


def called(person: Profile) -> tuple[str, ...]:
    """The names of a person; what the address says where there is none: "greta.becker" is Greta Becker."""
    if person.names:
        return person.names
    pieces = [folded(address.partition("@")[0]).replace("_", ".").split(".") for address in person.addresses]
    return tuple(" ".join(found) for found in pieces if len(found) >= _FULL and all(map(str.isalpha, found)))


def firm_keys(firm: Firm) -> frozenset[str]:
    """Everything under which a company may meet another description of itself."""
    labels = {domain.partition(".")[0] for domain in firm.domains}
    return frozenset(f"c:{name}" for name in map(bare, (firm.name, *labels)) if name)


def bare(name: str) -> str:
    """A company's name as one word without its legal form: "Halden Paper GmbH" is "haldenpaper"."""
    found = folded(name).replace(".", "").replace("-", " ").replace(",", " ").split()
    while len(found) > 1 and found[-1] in LEGAL_FORMS:
        found = found[:-1]
    return "".join(character for word in found for character in word if character.isalnum())


# Behind a company's name; the full list, with how they are written, belongs to reading.
_LEGAL_FORMS_LIST: Final = """
    gmbh ag kg ohg ug se co inc incorporated llc llp ltd limited plc corp corporation company sa sas sarl srl spa bv nv
    oy oyj ab as aps asa sro zoo spzoo kft zrt doo dd pty pte group gruppe holding mbh kgaa eg ev
"""
LEGAL_FORMS: Final = frozenset(_LEGAL_FORMS_LIST.split())
