"""Who plays in a world: three reps, their customers' people with all that happens to them, and private people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random
from typing import get_args

from bench.worlds.wording import FirmRow, Life, Words
from demo.cast import LAYOUTS, Cast, fold
from demo.world import Client, Company, Firm, Language, Person, Staff

REPS = ("us.a", "us.b", "us.c")
CLIENTS: tuple[Client, ...] = get_args(Client)
OUR_CLIENTS: tuple[Client, ...] = ("outlook", "gmail", "apple", "thunderbird")
PUBLIC = ("gmail.com", "outlook.com", "gmx.de", "yahoo.com", "icloud.com")
STYLES = ("{first}.{last}", "{initial}.{last}", "{first}", "{last}")
# What happens to relationships in a whole world, in this order; a small one has each once.
FATES = {
    "aliases": 5, "married": 2, "double name": 1, "moved": 2, "rebrand": 1, "subsidiary": 1, "role": 2, "public": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a world to make.

    Attributes:
        customers: relationships of each rep.
        noise: messages nobody would miss, for all reps together.
        meetings: with customers, for all reps together.
        life: private threads of each rep.
    """

    weeks: int
    customers: int
    noise: int
    meetings: int
    life: int

    @property
    def days(self) -> int:
        """Working days."""
        return self.weeks * 5


WHOLE = Size(weeks=14, customers=10, noise=330, meetings=34, life=7)
SMALL = Size(weeks=4, customers=3, noise=40, meetings=6, life=2)


@dataclass(frozen=True, slots=True)
class Relation:
    """A customer of a rep. Its people: ``KEY.lead``, ``KEY.second``, ``KEY.desk``; ``KEY.lead~2`` is who they became.

    Attributes:
        start: working day on which it begins.
        fate: what happens to it, on working day ``turn``.
        second: whether there is a second person.
        shared: the colleague who takes part in some exchanges.
    """

    key: str
    rep: str
    language: Language
    start: int
    fate: str
    turn: int
    second: bool
    shared: str

    def lead(self, day: int) -> str:
        """The key of the first person as they are on a day."""
        changed = self.fate in {"married", "double name", "moved", "rebrand"} and day >= self.turn
        return f"{self.key}.lead~2" if changed else f"{self.key}.lead"

    def other(self, day: int) -> str:
        """The key of the second person on a day; the first where there is none."""
        if not self.second or (self.fate == "moved" and day >= self.turn):
            return self.lead(day)
        return f"{self.key}.second~2" if self.fate == "rebrand" and day >= self.turn else f"{self.key}.second"


@dataclass(frozen=True, slots=True)
class Scene:
    """Everybody in a world and how they belong together.

    Attributes:
        strangers: keys of people our reps write to without ever getting an answer.
        private: each rep's private people, with the thread that they are for.
    """

    cast: Cast
    relations: tuple[Relation, ...]
    strangers: tuple[str, ...]
    private: tuple[tuple[str, str, Life], ...]


class Drawing:
    """Draws names and firms, none twice."""

    def __init__(self, words: Words, rng: Random) -> None:
        self.words, self.rng = words, rng
        first, last = list(words.names.first), list(words.names.last)
        rng.shuffle(first)
        rng.shuffle(last)
        self._first, self._last = cycle(first), cycle(last)
        firms = list(words.names.firms)
        rng.shuffle(firms)
        self._firms = iter(firms)
        self._given: set[str] = set()

    def name(self) -> str:
        """A person's name."""
        while (name := f"{next(self._first)} {next(self._last)}") in self._given:
            next(self._last)
        self._given.add(name)
        return name

    def firm(self, key: str) -> Firm:
        """A firm."""
        row: FirmRow = next(self._firms)
        language: Language = "de" if row.form == "GmbH" else "en"
        domain = f"{fold(row.name.replace(' ', '-'))}.example"
        return Firm(
            key, row.name, f"{row.name} {row.form}", domain, language, row.city, row.zone, row.phone,
            disclaimer=self.rng.random() < 0.3,
        )  # fmt: skip

    def person(self, key: str, firm: Firm, style: str) -> Person:
        """Somebody at a firm."""
        name, rng = self.name(), self.rng
        return Person(
            key=key,
            name=name,
            address=f"{self.local(name, style)}@{firm.domain}",
            title=rng.choice(self.words.names.titles),
            phone="".join(str(rng.randrange(10)) if char == "#" else char for char in firm.phone),
            language=firm.language,
            firm=firm,
            honorific=rng.choice(("Frau", "Herr")) if firm.language == "de" else "",
            client=rng.choice([client for client in CLIENTS if client != "phone"]),
            layout=rng.randrange(LAYOUTS),
            formal=firm.language == "de" and rng.random() < 0.5,
            zone=firm.zone,
            organization=firm.legal,
        )

    @staticmethod
    def local(name: str, style: str) -> str:
        """The local part of an address."""
        first, last = fold(name.split(maxsplit=1)[0]), fold(name.rsplit(maxsplit=1)[-1])
        return style.format(first=first, last=last, initial=first[0])


def draw(words: Words, size: Size, rng: Random) -> Scene:
    """The scene of a world."""
    drawing = Drawing(words, rng)
    company, staff = _house(drawing)
    relations = tuple(_relations(size, rng))
    people: list[Person] = []
    for relation in relations:
        people += _customer(drawing, relation)
    languages = {person.key.partition(".")[0]: person.language for person in people}
    relations = tuple(replace(each, language=languages[each.key]) for each in relations)
    strangers = [drawing.person(f"s{number}.lead", drawing.firm(f"s{number}"), STYLES[0]) for number in range(6)]
    private = tuple(_private(drawing, size))
    everybody = (*people, *strangers, *(person for _, person, _ in private))
    return Scene(
        Cast(company, staff, everybody),
        relations,
        tuple(each.key for each in strangers),
        tuple((rep, person.key, life) for rep, person, life in private),
    )


def _house(drawing: Drawing) -> tuple[Company, tuple[Staff, ...]]:
    name, product, city = drawing.rng.choice(drawing.words.names.companies)
    company = Company(name, f"{fold(name)}.example", product, city)
    staff = []
    for key in REPS:
        person_name = drawing.name()
        local = drawing.local(person_name, "{first}.{last}")
        person = Person(
            key=key, name=person_name, address=f"{local}@{company.domain}", title="Account Executive",
            phone=f"+49 40 5550 {drawing.rng.randrange(100, 999)}", language="en",
            client=drawing.rng.choice(OUR_CLIENTS), layout=drawing.rng.randrange(LAYOUTS),
            alias=f"{local.partition('.')[0]}@{company.domain}", organization=name,
        )  # fmt: skip
        staff.append(Staff(person, ("rep",), fold(person.first)))
    return company, tuple(staff)


def _relations(size: Size, rng: Random) -> Iterator[Relation]:
    whole = size.weeks >= WHOLE.weeks
    fates = [fate for fate, times in FATES.items() for _ in range(times if whole else 1)]
    count = size.customers * len(REPS)
    late = set(rng.sample(range(count), count // 5))
    places = [place for place in range(count) if place not in late]
    rng.shuffle(places)
    fate_of = dict(zip(places, fates, strict=False))
    for place in range(count):
        rep = REPS[place % len(REPS)]
        start = rng.randrange(10, size.days - 8) if place in late else rng.randrange(min(8, size.days // 3))
        others = [key for key in REPS if key != rep]
        yield Relation(
            key=f"r{place}",
            rep=rep,
            language="en",
            start=start,
            fate=fate_of.get(place, ""),
            turn=rng.randrange(size.days // 2, size.days * 3 // 4),
            second=fate_of.get(place) in {"rebrand", "subsidiary"} or rng.random() < 0.55,
            shared=rng.choice(others) if rng.random() < 0.35 else "",
        )


def _customer(drawing: Drawing, relation: Relation) -> list[Person]:
    key, rng = relation.key, drawing.rng
    firm, style = drawing.firm(key), rng.choice(STYLES)
    lead = drawing.person(f"{key}.lead", firm, style)
    second = drawing.person(f"{key}.second", firm, style)
    first, last = fold(lead.first), fold(lead.last)
    if relation.fate == "aliases":
        aliases = (
            f"{first[0]}{last}@{firm.domain}",
            f"{first}.{last}@{rng.choice(PUBLIC)}",
            f"{first}@mail.{firm.domain}",
        )
        lead = replace(lead, alias=rng.choice([each for each in aliases if each != lead.address]))
    elif relation.fate == "public":
        lead = replace(lead, address=f"{first}.{last}.{fold(firm.name)[:6]}@{rng.choice(PUBLIC)}")
    elif relation.fate == "subsidiary":
        second = replace(
            second, address=f"{second.address.partition('@')[0]}@{firm.domain.replace('.', '-nordic.', 1)}"
        )
    found = [lead, second] if relation.second else [lead]
    if relation.fate == "role":
        desk = rng.choice(("info", "goods-in", "office", "orders"))
        found.append(
            replace(lead, key=f"{key}.desk", name=f"{firm.name} {desk.title()}", address=f"{desk}@{firm.domain}")
        )
    return [*found, *_became(drawing, relation, found)]


def _became(drawing: Drawing, relation: Relation, people: list[Person]) -> Iterator[Person]:
    lead = people[0]
    if relation.fate in {"married", "double name"}:
        last = drawing.name().split()[-1]
        name = f"{lead.first} {last}" if relation.fate == "married" else f"{lead.first} {lead.last}-{last}"
        local = drawing.local(name, "{first}.{last}")
        address = f"{local}@{lead.address.partition('@')[2]}" if relation.fate == "married" else lead.address
        yield replace(lead, key=f"{lead.key}~2", name=name, address=address)
    elif relation.fate == "moved":
        firm = drawing.firm(f"{relation.key}n")
        person = drawing.person(f"{lead.key}~2", firm, "{first}.{last}")
        local = drawing.local(lead.name, "{first}.{last}")
        yield replace(person, name=lead.name, address=f"{local}@{firm.domain}")
    elif relation.fate == "rebrand" and lead.firm:
        other = drawing.firm(f"{relation.key}n")
        firm = replace(lead.firm, name=other.name, legal=other.legal, domain=other.domain)
        for each in people:
            local = each.address.partition("@")[0]
            changed = replace(each, key=f"{each.key}~2", address=f"{local}@{firm.domain}")
            yield replace(changed, firm=firm, organization=firm.legal)


def _private(drawing: Drawing, size: Size) -> Iterator[tuple[str, Person, Life]]:
    number = 0
    for rep in REPS:
        for life in drawing.rng.sample(drawing.words.life, size.life):
            name = drawing.name()
            first, last = fold(name.split()[0]), fold(name.split()[-1])
            yield (
                rep,
                Person(
                    key=f"p{number}",
                    name=life.name.format(first=name.split()[0], last=name.split()[-1]),
                    address=life.address.format(first=first, last=last),
                    title="",
                    phone="",
                    language=life.language,
                    honorific=life.honorific,
                    client=drawing.rng.choice(CLIENTS),
                    layout=5,
                ),
                life,
            )
            number += 1
