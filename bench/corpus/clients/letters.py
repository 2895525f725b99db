"""A letter before any mail program touched it: stretches of lines, and the messages that they quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from bench.corpus.errors import CorpusError

_MARK: Final = re.compile(r"\{\{[^|{}\n]*\||\}\}")
_PERSON: Final = re.compile(r"(.*?)\s*<([^>]+)>")


@dataclass(frozen=True, slots=True)
class Source:
    """The message that is quoted or passed on."""

    name: str
    address: str
    sent: datetime
    subject: str
    to: str

    @property
    def author(self) -> str:
        """Name and address, as far as they are known."""
        return f"{self.name} <{self.address}>" if self.address else self.name


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one zone, still with their marks; ``reply``, ``forward`` and ``attribution`` have a source."""

    zone: str
    lines: tuple[str, ...]
    source: Source | None = None
    inner: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What one message says, and how it is to look."""

    author: str
    language: str
    dress: tuple[str, ...]
    stretches: tuple[Stretch, ...]

    def wears(self, trimming: str) -> bool:
        """Whether a trimming was asked for beside the mail program."""
        return trimming in self.dress[1:]


def stretches(body: str) -> tuple[Stretch, ...]:
    """Cut a body at its zone lines; ``%% older`` goes into the reply above it.

    Raises:
        CorpusError: a source that is not ``Name <address> | date | subject | to``.
    """
    cut: list[tuple[str, list[str]]] = [("new", [])]
    for line in body.split("\n"):
        if line.startswith("%% "):
            cut.append((line.removeprefix("%% "), []))
        else:
            cut[-1][1].append(line)
    found: list[Stretch] = []
    inner: Stretch | None = None
    for mark, lines in reversed(cut):
        zone, _, source = mark.partition(" ")
        named = _source(source) if source else None
        if zone == "older":
            inner = Stretch("reply", _trimmed(lines), named, inner)
            continue
        stretch = Stretch(zone, _trimmed(lines), named, inner)
        inner = None
        if stretch.lines or named:
            found.insert(0, stretch)
    return tuple(found)


def unmarked(line: str) -> str:
    """A line as it is sent."""
    return _MARK.sub("", line).replace("\\s", " ")


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    written = [at for at, line in enumerate(lines) if line.strip()]
    return tuple(lines[written[0] : written[-1] + 1]) if written else ()


def _source(written: str) -> Source:
    author, *rest = written.split(" | ")
    if not rest:
        raise CorpusError(f"{written!r} is no source like: Dana <dana@x.example> | date | subject | to")
    sent, subject, to = (*rest, "", "")[:3]
    found = _PERSON.fullmatch(author)
    name, address = (found[1], found[2]) if found else (author, "")
    return Source(name, address, parsedate_to_datetime(sent), subject, to)
