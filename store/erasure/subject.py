"""Who is to be erased: by which addresses, names and numbers they are found.

A name or number that is somebody else's as well finds nobody: erasing a person must not erase their namesake, nor
everybody behind their switchboard.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.orm import Session

from store import spelling

GROUP = text("""
with root as (
    select coalesce(c.merged_into, c.id) id from contact_point p join contact c on c.id = p.contact_id
    where p.value = any(:addresses)
)
select c.id, c.name, c.phone, c.mobile, array(select p.value from contact_point p where p.contact_id = c.id) addresses
from contact c where c.id in (select id from root) or c.merged_into in (select id from root)
""").bindparams(bindparam("addresses", type_=ARRAY(Text)))
DESKS = text("select id from contact_point where company_id is not null and value = any(:addresses)")
# What is said of these addresses in one owner's mail, but not of others.
CALLED = text("""
select p.name from participation p where p.owner_id = :owner and p.name is not null and p.person
group by p.name having bool_or(p.address = any(:addresses)) and bool_and(p.address = any(:addresses))
union
select c.name from contact c join contact_point p on p.contact_id = c.id
group by c.name having bool_or(p.value = any(:addresses)) and bool_and(p.value = any(:addresses))
""")
OTHERS_CALLED = text("""
select name from participation where owner_id = :owner and person and not address = any(:addresses)
and lower(name) = any(:names)
union select c.name from contact c where lower(c.name) = any(:names) and not c.id = any(:contacts)
""")
NUMBERS = text("""
select d.value, d.evidence ->> 'quote' from detail d
where d.owner_id = :owner and d.field in ('phone', 'mobile') and d.address = any(:addresses)
and not exists (select from detail o where o.owner_id = d.owner_id and o.value = d.value
                and not o.address = any(:addresses))
""")
_FULL: Final = 2  # words of a name that is told from others
_DIGITS: Final = 6  # of a number that is told from others


@dataclass(frozen=True, slots=True)
class Subject:
    """A person to be erased.

    Attributes:
        addresses: all of theirs, in lower case.
        names, numbers: as written, in lower case, and nobody else's.
        contacts: the shared rows that are one with them.
        desks: contact points of companies under one of the addresses.
    """

    addresses: frozenset[str]
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    contacts: frozenset[UUID] = frozenset()
    desks: frozenset[UUID] = frozenset()

    def __or__(self, other: Subject) -> Subject:
        """The same person, by what is known to either."""
        return Subject(
            self.addresses | other.addresses,
            self.names | other.names,
            self.numbers | other.numbers,
            self.contacts | other.contacts,
            self.desks | other.desks,
        )

    @property
    def words(self) -> list[str]:
        """Everything that names them, wherever it stands."""
        return sorted({*self.addresses, *self.numbers, *(each for name in self.names for each in _turned(name))})

    @property
    def patterns(self) -> list[str]:
        """The same for LIKE over a row in lower case."""
        return [f"%{_escaped(word)}%" for word in self.words]

    def is_named_in(self, written: str) -> bool:
        """Whether a text names them."""
        lowered = written.lower()
        return any(word in lowered for word in self.words)


def subject_of(session: Session, owner_id: UUID, addresses: Collection[str]) -> Subject:
    """The person of these addresses, as far as what is shared and this owner's mail tell."""
    given = sorted({form for each in addresses for form in (each.strip().lower(), spelling.address(each))})
    rows = session.execute(GROUP, {"addresses": given}).all()
    own = sorted({*given, *(address for row in rows for address in row.addresses)})
    values = {"owner": owner_id, "addresses": own}
    numbers = {number for row in rows for number in (row.phone, row.mobile) if number}
    numbers |= {number for found in session.execute(NUMBERS, values) for number in found if number}
    names = {name.lower() for name in session.scalars(CALLED, values)} | {row.name.lower() for row in rows}
    known = {"names": sorted(names), "contacts": [row.id for row in rows]}
    shared_names = {name.lower() for name in session.scalars(OTHERS_CALLED, values | known)}
    return Subject(
        addresses=frozenset(own),
        names=frozenset(name for name in names - shared_names if len(name.split()) >= _FULL),
        numbers=frozenset(number.lower() for number in numbers if sum(map(str.isdigit, number)) >= _DIGITS),
        contacts=frozenset(row.id for row in rows),
        desks=frozenset(session.scalars(DESKS, {"addresses": own})),
    )


def _turned(name: str) -> set[str]:
    """A name as it is written in either order."""
    given, _, family = name.rpartition(" ")
    return {name, f"{family}, {given}", f"{family} {given}"}


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
