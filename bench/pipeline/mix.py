"""Mixed mail as an inbox holds it: invented companies' correspondence and noise, and the messages of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count, islice
from pathlib import Path
from random import Random

from bench.corpus.sets import load, names
from demo.generator import generate
from demo.world import World

SEED = 20261126
IDENTIFIER = re.compile(rb"(<[^<>@\s]{4,200})@")  # in the fields that make threads, and in addresses
TO = re.compile(rb"^(?:to|cc|delivered-to):(.*(?:\r\n[ \t].*)*)", re.IGNORECASE | re.MULTILINE)
ADDRESS = re.compile(rb"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
WORLDS = 8
READERS = 8


@dataclass(frozen=True, slots=True)
class Company:
    """Whose mail it is: the domains that are ours, and every address of the one who reads it."""

    domains: tuple[str, ...]
    addresses: tuple[str, ...]

    def __add__(self, other: Company) -> Company:
        """Both as one."""
        return Company(self.domains + other.domains, self.addresses + other.addresses)


@dataclass(frozen=True, slots=True)
class Mixed:
    """The messages in the order in which they arrive."""

    messages: tuple[bytes, ...]
    company: Company


def mix(wanted: int, folder: Path | None = None, *, both: bool = False) -> Mixed:
    """So many different messages, the same ones in every run of a day.

    Args:
        folder: where real messages are (``.eml``), to be read instead of invented ones; whose they are is guessed.
        both: as many invented ones among the real ones.
    """
    worlds = [generate(seed, datetime.now(UTC).date()) for seed in range(1, WORLDS + 1)]
    kinds = [_real(folder)] if folder else []
    company = _readers(kinds[0]) if folder else Company((), ())
    if both or not folder:
        kinds.append(_invented(worlds))
        company += _company(worlds)
    for gathered in kinds:
        Random(SEED).shuffle(gathered)  # noqa: S311 - an order
    in_turn = chain.from_iterable(zip(*(_more(gathered) for gathered in kinds), strict=True))
    return Mixed(tuple(islice(in_turn, wanted)), company)


def _real(folder: Path) -> list[bytes]:
    found = [path.read_bytes() for path in sorted(folder.rglob("*.eml"))]
    if not found:
        raise SystemExit(f"There is no .eml file in {folder}.")
    return [b"\r\n".join(one.splitlines()) for one in found]


def _invented(worlds: list[World]) -> list[bytes]:
    written = [one.payload for world in worlds for one in world.files]
    return list(dict.fromkeys([*written, *(sample.raw for name in names() for sample in load(name))]))


def _more(gathered: list[bytes]) -> Iterator[bytes]:
    """All, and then again as other messages of other threads."""
    for number in count():
        again = rb"\1.%d@" % number
        yield from (IDENTIFIER.sub(again, message) if number else message for message in gathered)


def _readers(gathered: list[bytes]) -> Company:
    """Whose mail real messages are: those to whom most of them went, as the addresses of one who reads."""
    received: Counter[str] = Counter()
    for message in gathered:
        header = message.partition(b"\r\n\r\n")[0]
        received.update({found.decode("ascii").lower() for found in ADDRESS.findall(b" ".join(TO.findall(header)))})
    addresses = tuple(address for address, _ in received.most_common(READERS))
    return Company(tuple(dict.fromkeys(address.partition("@")[2] for address in addresses)), addresses)


def _company(worlds: list[World]) -> Company:
    domains = dict.fromkeys(world.company.domain for world in worlds)
    addresses = dict.fromkeys(address for world in worlds for rep in world.reps for address in rep.person.addresses)
    return Company(tuple(domains), tuple(addresses))
