"""The words of a world, from its own files: names, talk with customers, private life, noise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from demo.world import Language

WORDS = Path(__file__).parent / "words"
SETS = ("usual", "apart")
By = Literal["us", "them", "second"]


@dataclass(frozen=True, slots=True)
class FirmRow:
    """A firm before it gets a place in a world. ``phone`` is a pattern whose # become digits."""

    name: str
    form: str
    city: str
    zone: str
    phone: str


@dataclass(frozen=True, slots=True)
class Names:
    """Names to draw from; a company is its name, its product and its city."""

    companies: tuple[tuple[str, str, str], ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    titles: tuple[str, ...]
    firms: tuple[FirmRow, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of an exchange. ``gap``: working days after the one before; ``promise``: due in so many."""

    by: By
    gap: int
    text: str
    cc: tuple[str, ...] = ()
    promise: int = 0
    attach: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Episode:
    """An exchange with a customer; ``start`` marks those with which an acquaintance may begin."""

    language: Language
    subject: str
    turns: tuple[Turn, ...]
    start: bool

    @property
    def days(self) -> int:
        """Working days from the first message to the last."""
        return sum(turn.gap for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Life:
    """A private thread: its topic, the other's name, address and form of address (empty: a customer), who says what."""

    topic: str
    language: Language
    name: str
    address: str
    honorific: str
    subject: str
    turns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A message nobody would miss."""

    sort: str
    name: str
    address: str
    subject: str
    text: str
    language: Language = "en"
    again: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a set. ``once`` holds what happens once or twice, ``talk`` the words of meetings and colleagues."""

    names: Names
    lists: Mapping[str, tuple[str, ...]]
    episodes: tuple[Episode, ...]
    once: Mapping[str, Mapping[str, str]]
    inside: tuple[tuple[str, ...], ...]
    rounds: tuple[str, ...]
    meetings: Mapping[str, tuple[str, ...]]
    life: tuple[Life, ...]
    personal: tuple[Life, ...]
    alone: tuple[str, ...]
    shared: tuple[str, ...]
    notices: tuple[Notice, ...]
    away: Mapping[str, tuple[str, str]]
    bounce: str


@cache
def words(name: str) -> Words:
    """A set of words."""
    names, talk, life, noise = (_read(name, part) for part in ("names", "talk", "life", "noise"))
    return Words(
        names=_names(names),
        lists=_tuples(talk["lists"]),
        episodes=tuple(_episode(each) for each in talk["episode"]),
        once=talk["once"],
        inside=tuple(tuple(each) for each in talk["internal"]["threads"]),
        rounds=tuple(talk["internal"]["meetings"]),
        meetings=_tuples(talk["meetings"]),
        life=tuple(_life(each) for each in life["thread"]),
        personal=tuple(_life({"topic": "personal", "who": ("", "", ""), **each}) for each in life["personal"]),
        alone=tuple(life["events"]["alone"]),
        shared=tuple(life["events"]["shared"]),
        notices=tuple(Notice(**each) for each in noise["notice"]),
        away={language: (pair[0], pair[1]) for language, pair in noise["away"].items()},
        bounce=noise["bounce"]["text"],
    )


def _read(name: str, part: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / name / f"{part}.toml").read_text(encoding="utf-8"))


def _tuples(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _names(said: Mapping[str, Any]) -> Names:
    return Names(
        companies=tuple((each[0], each[1], each[2]) for each in said["companies"]),
        first=tuple(said["first"]),
        last=tuple(said["last"]),
        titles=tuple(said["titles"]),
        firms=tuple(FirmRow(*each) for each in said["firms"]),
    )


def _episode(said: Mapping[str, Any]) -> Episode:
    turns = tuple(Turn(**{**turn, "cc": tuple(turn.get("cc", "").split())}) for turn in said["turns"])
    return Episode(said["language"], said["subject"], turns, bool(said.get("start")))


def _life(said: Mapping[str, Any]) -> Life:
    name, address, honorific = said["who"]
    turns = tuple((turn[0], turn[1]) for turn in said["turns"])
    return Life(said["topic"], said["language"], name, address, honorific, said["subject"], turns)
