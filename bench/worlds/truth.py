"""What is true about a world of the bench, worked out from how it was made: the oracle's answers and what counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bench.worlds.making import Made
from demo.truth import PromiseTruth, Truth
from demo.truth import truth as what_is_true
from demo.world import Person, World

ENOUGH_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Exchange:
    """A true interaction; reps by address."""

    kind: str
    reps: tuple[str, ...]
    day: date
    contacts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Someone:
    """A true contact under their latest name, with every address they wrote from."""

    name: str
    company: str | None
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Firm:
    """A company that contacts work or worked for."""

    name: str
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is true about a world.

    Attributes:
        private: sources of somebody's private life.
        leave_out: sources that are worth no note, the private ones among them.
        stories: what each source is part of.
    """

    exchanges: tuple[Exchange, ...]
    contacts: tuple[Someone, ...]
    companies: tuple[Firm, ...]
    private: tuple[str, ...]
    leave_out: tuple[str, ...]
    promises: tuple[PromiseTruth, ...]
    stories: dict[str, str]

    def oracle(self) -> dict[str, list[str] | list[list[str]]]:
        """The oracle's document."""
        return {
            "note": sorted({source for each in self.exchanges for source in each.sources}),
            "leave_out": list(self.leave_out),
            "contacts": sorted(address for each in self.contacts for address in each.addresses),
            "people": [list(each.addresses) for each in self.contacts],
        }


def answers(made: Made) -> Answers:
    """The answers about a world."""
    told = what_is_true(made.world)
    address_of = {one.folder or "": one.person.address for one in made.world.staff}
    contacts = tuple(_contacts(made.world))
    noted = {source for each in told.exchanges for source in each.sources}
    everything = {each.sha256 for each in told.sources} | {each.source for each in told.meetings}
    private = {each.sha256 for each in told.sources if each.private}
    private |= {each.source for each in told.meetings if each.private}
    return Answers(
        exchanges=tuple(
            Exchange(each.kind, tuple(address_of[rep] for rep in each.reps), each.day, each.contacts, each.sources)
            for each in told.exchanges
        ),
        contacts=contacts,
        companies=tuple(_companies(made.world, contacts)),
        private=tuple(sorted(private)),
        leave_out=tuple(sorted(everything - noted)),
        promises=_kept(told, noted),
        stories={each.sha256: each.story.rstrip("0123456789 ") for each in told.sources}
        | {f"uid:{each.uid}": each.story for each in told.sources if each.uid}
        | {each.source: f"meeting: {each.summary}" for each in told.meetings},
    )


def _kept(told: Truth, noted: set[str]) -> tuple[PromiseTruth, ...]:
    return tuple(each for each in told.promises if noted.intersection(each.sources))


def identity(person: Person) -> str:
    """The same for one person under whatever name, address or firm."""
    return person.key.partition("~")[0]


def _contacts(world: World) -> Iterable[Someone]:
    by_identity: dict[str, list[Person]] = defaultdict(list)
    for person in world.people:
        if not person.key.partition(".")[2].startswith("desk"):
            by_identity[identity(person)].append(person)
    used = {mail.sender for mail in world.mails} | {address for mail in world.mails for address in mail.recipients}
    used |= {address for meeting in world.meetings for address in meeting.external}
    real = _exchanged(world)
    for versions in by_identity.values():
        addresses = tuple(dict.fromkeys(a for person in versions for a in person.addresses if a in used))
        if real.intersection(addresses):
            latest = next(person for person in reversed(versions) if used.intersection(person.addresses))
            yield Someone(latest.name, latest.firm.name if latest.firm else None, addresses)


def _exchanged(world: World) -> set[str]:
    """Addresses with which somebody of ours had a mail each way, a meeting, or two mails of ours."""
    real = {address for meeting in world.meetings if meeting.note for address in meeting.external}
    known = {address: identity(person) for person in world.people for address in person.addresses}
    for rep in world.staff:
        own = set(rep.person.addresses)
        heard: set[str] = set()
        letters: dict[str, int] = defaultdict(int)
        for mail in world.mails:
            if not mail.mark.note or mail.mark.kind != "person":
                continue
            if mail.sender in own:
                for address in mail.recipients:
                    letters[known.get(address, address)] += 1
            elif own.intersection(mail.recipients):
                heard.add(known.get(mail.sender, mail.sender))
        found = {who for who, count in letters.items() if who in heard or count >= ENOUGH_LETTERS}
        real |= {address for address, who in known.items() if who in found}
    return real


def _companies(world: World, contacts: tuple[Someone, ...]) -> Iterable[Firm]:
    used = {address.rpartition("@")[2] for contact in contacts for address in contact.addresses}
    domains: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for person in world.people:
        domain = person.address.rpartition("@")[2]
        if person.firm and domain in used and domain.endswith(".example"):
            key = person.firm.key
            names[key] = person.firm.name
            if domain not in domains[key]:
                domains[key].append(domain)
    return (Firm(names[key], tuple(found)) for key, found in domains.items())
