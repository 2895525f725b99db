"""Who plays: a fixed set of parts (accounts and private people), filled by seed.

The demo's own seed fills them with a cast that is always the same, so that screenshots and stories stay recognisable;
any other seed draws firms, names, clients and signature layouts from the pools in ``demo.names``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from random import Random
from typing import get_args

from demo.names import COMPANIES, FIRMS, NAMES, STAFF, FirmName, Name
from demo.parts import ACCOUNTS, PRIVATE, Account, Part
from demo.world import Client, Company, Firm, Language, Person, Staff

DEMO_SEED = 1
LAYOUTS = 6
# A phone writes no signature; only seconds may use one, because the stories show changes in the others' signatures.
CLIENTS: tuple[Client, ...] = get_args(Client)
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ı": "i", "ł": "l"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in a world, found by the key of their part (``northwind.lead``)."""

    company: Company
    staff: tuple[Staff, ...]
    people: tuple[Person, ...]

    def person(self, key: str) -> Person:
        """The person who plays a part; staff by ``rep``, ``colleague``, ``service``, ``manager``, ``admin``."""
        return next(one for one in (*self.people, *(member.person for member in self.staff)) if one.key == key)


def fold(text: str) -> str:
    """Lower-case ASCII letters, digits, dots and hyphens of a name, as in an address."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(char for char in plain if char.isascii() and (char.isalnum() or char in ".-"))


def draw_cast(seed: int, rng: Random) -> Cast:
    """The cast of a world."""
    company, staff = _staff(seed, rng)
    if seed == DEMO_SEED:
        firms = [(account, account.firm, tuple(part.name for part in account.parts)) for account in ACCOUNTS]
    else:
        firms = _drawn(rng)
    people = [person for account, firm, names in firms for person in _account(account, firm, names, seed, rng)]
    private = [_private(part, name, rng) for part, name in _private_names(seed, rng)]
    return Cast(company, staff, tuple(people + private))


def _staff(seed: int, rng: Random) -> tuple[Company, tuple[Staff, ...]]:
    pick = 0 if seed == DEMO_SEED else rng.randrange(1, len(COMPANIES))
    company = COMPANIES[pick]
    rep_name, colleague_name, service_name, manager_name, admin_name = STAFF[pick]
    rep, colleague, manager, admin = (
        _member(key, name, title, company, rng)
        for key, name, title in (
            ("rep", rep_name, "Account Executive"),
            ("colleague", colleague_name, "Account Executive"),
            ("manager", manager_name, "Head of Sales"),
            ("admin", admin_name, "IT Administrator"),
        )
    )
    service = _member("service", service_name, "Customer Service", company, Random(seed))  # leaves the others' chance
    return company, (
        Staff(rep, ("rep",), fold(rep.first)),
        Staff(colleague, ("rep",), fold(colleague.first)),
        Staff(service, ("rep",)),
        Staff(manager, ("manager",)),
        Staff(admin, ("admin",)),
    )


def _member(key: str, name: str, title: str, company: Company, rng: Random) -> Person:
    first, last = (fold(part) for part in name.split())
    return Person(
        key=key,
        name=name,
        address=f"{first}.{last}@{company.domain}",
        title=title,
        phone=_digits("+49 40 5550 ###", rng),
        language="en",
        honorific={"rep": "Frau", "colleague": "Herr"}.get(key, ""),
        client={"rep": "outlook", "colleague": "thunderbird"}.get(key, "apple"),  # type: ignore[arg-type]  # literals
        layout={"rep": 1, "colleague": 2}.get(key, 0),
        alias=f"{first}@{company.domain}",
        organization=company.name,
    )


def _drawn(rng: Random) -> list[tuple[Account, FirmName, tuple[Name, ...]]]:
    firms: dict[Language, list[FirmName]] = {language: list(pool) for language, pool in FIRMS.items()}
    names: dict[Language, list[Name]] = {language: list(pool) for language, pool in NAMES.items()}
    for pool in (*firms.values(), *names.values()):
        rng.shuffle(pool)  # type: ignore[arg-type]  # a list of firms or of names
    return [
        (account, firms[account.language].pop(), tuple(names[account.language].pop() for _ in account.parts))
        for account in ACCOUNTS
    ]


def _account(account: Account, name: FirmName, names: tuple[Name, ...], seed: int, rng: Random) -> list[Person]:
    firm = Firm(
        key=account.key,
        name=name.name,
        legal=name.legal,
        domain=name.domain or f"{fold(name.name)}.example",
        language=account.language,
        city=name.city,
        zone=name.zone,
        phone=name.phone,
        disclaimer=account.disclaimer,
    )
    style = account.style if seed == DEMO_SEED else rng.choice(("{first}.{last}", "{initial}.{last}", "{first}"))
    return [
        _employee(replace(part, formal=account.formal), who, firm, style, (seed, rng))
        for part, who in zip(account.parts, names, strict=True)
    ]


def _employee(part: Part, name: Name, firm: Firm, style: str, chance: tuple[int, Random]) -> Person:
    seed, rng = chance
    first, last = fold(name.full.split()[0]), fold(name.full.split()[-1])
    local = style.format(first=first, last=last, initial=first[0])
    person = Person(
        key=f"{firm.key}.{part.key}",
        name=name.full,
        address=part.public.format(first=first, last=last) if part.public else f"{local}@{firm.domain}",
        title=part.title,
        phone=_digits(firm.phone, rng),
        language=firm.language,
        firm=firm,
        honorific=name.honorific,
        client=part.client,
        layout=part.layout,
        formal=part.formal,
        zone=firm.zone,
        alias=f"{first[0]}{last}@{firm.domain}" if part.alias else None,
        organization=firm.legal,
    )
    if seed == DEMO_SEED:
        return person
    clients = CLIENTS if part.key == "second" else tuple(one for one in CLIENTS if one != "phone")
    return replace(person, client=rng.choice(clients), layout=rng.randrange(LAYOUTS))


def _private_names(seed: int, rng: Random) -> list[tuple[Part, Name]]:
    if seed == DEMO_SEED:
        return [(part, part.name) for part in PRIVATE]
    pool = [Name(f"{first} {last}", "") for first in ("Luis", "Mona", "Carla", "Timo") for last in ("Berg", "Falk")]
    names = rng.sample(pool, len(PRIVATE))
    return [
        (part, Name(part.prefix + name.full, part.name.honorific)) for part, name in zip(PRIVATE, names, strict=True)
    ]


def _private(part: Part, name: Name, rng: Random) -> Person:
    first, last = fold(name.full.removeprefix("Dr. ").split()[0]), fold(name.full.split()[-1])
    return Person(
        key=part.key,
        name=name.full,
        address=part.public.format(first=first, last=last),
        title=part.title,
        phone=_digits("+49 40 5551 ###", rng),
        language=part.language,
        honorific=name.honorific,
        client=part.client,
        layout=part.layout,
        formal=part.formal,
    )


def _digits(pattern: str, rng: Random) -> str:
    return "".join(str(rng.randrange(10)) if char == "#" else char for char in pattern)
