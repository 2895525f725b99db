"""Labelled messages: any set in the label format, or one of our own, as the scorers take them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.corpus import sets

Lines = frozenset[int]
NO_LINES: Final[Lines] = frozenset()
# Zones of a line that holds neither new text nor anything that counts against it.
_IGNORED: Final = frozenset({"disclaimer", "footer"})
_NEW: Final = frozenset({"new", "signature", "signoff"})


class BadLabels(Exception):  # noqa: N818 - reads as what was found
    """The labels cannot be used; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What somebody read in a message.

    Attributes:
        group: the collection that the message is from, for figures apart.
        label: the label object.
        lines: zone and text of each line, where a reader numbers lines as it renders them; else nothing.
    """

    id: str
    group: str
    raw: bytes
    label: Mapping[str, Any]
    lines: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """How people find it: its handle, or the beginning of its id."""
        return str(self.label.get("handle") or self.id[:12])

    @property
    def kind(self) -> str:
        """The class of the message."""
        return str(self.label["kind"])

    def has(self, key: str) -> bool:
        """Whether this was labelled at all."""
        return self.label.get(key) is not None

    def of(self, key: str) -> Sequence[Any]:
        """A list of labels; empty where nothing was found or nothing was looked for."""
        return self.label.get(key) or ()


@dataclass(frozen=True, slots=True)
class Zones:
    """Line numbers, from 1, of a message's text."""

    new: Lines
    ignored: Lines
    signature: Lines
    signoff: Lines


def read(labels: Path, messages: Path) -> list[Gold]:
    """All messages of a set.

    Raises:
        BadLabels: a file is missing or no label object.
    """
    try:
        lines = labels.read_text().splitlines()
        found = [json.loads(line) for line in lines if line.strip()]
        return [_gold(label, messages) for label in found]
    except OSError as error:
        raise BadLabels(
            f"{error.filename} cannot be read: name the file of labels and the folder of its messages."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadLabels(f"{labels} holds a line that is no label object ({error}).") from error


def of_corpus(name: str) -> list[Gold]:
    """All messages of a set of our own."""
    return [_made(sample.as_json(), sample.raw) for sample in sets.load(name)]


def zones_of(gold: Gold, text: str) -> Zones:
    """Where the zones lie in the text as read."""
    if gold.lines:
        return _located(gold.lines, text.split("\n"))
    signature, signoff = gold.label.get("signature_line_range"), gold.label.get("signoff_line")
    return Zones(
        new=_lines(gold.of("new_text_line_ranges")),
        ignored=_lines(gold.of("boilerplate_line_ranges")),
        signature=_lines([signature] if signature else []),
        signoff=frozenset([signoff]) if isinstance(signoff, int) else _lines([signoff] if signoff else []),
    )


def _gold(label: dict[str, Any], messages: Path) -> Gold:
    return _made(label, (messages / f"{label['id']}.eml").read_bytes())


def _made(label: dict[str, Any], raw: bytes) -> Gold:
    lines = tuple((zone, line) for zone, line in label.get("lines", ()))
    return Gold(label["id"], _group(label), raw, {"kind": "person"} | label, lines)


def _group(label: Mapping[str, Any]) -> str:
    source = label.get("source") or {}
    return str(source.get("set") or str(source.get("repo", "all")).rpartition("/")[2])


def _lines(ranges: Sequence[Sequence[int]]) -> Lines:
    return frozenset(line for first, last in ranges for line in range(first, last + 1))


def _located(written: Sequence[tuple[str, str]], rendered: Sequence[str]) -> Zones:
    """Each written line is found in order among the rendered ones; what it is not found in keeps no zone."""
    found: dict[str, set[int]] = {}
    for zone, number in _matched(written, rendered):
        found.setdefault(zone, set()).add(number)
    new = {number for zone in _NEW for number in found.get(zone, ())}
    ignored = {number for zone in _IGNORED for number in found.get(zone, ())}
    return Zones(*map(frozenset, (new, ignored, found.get("signature", ()), found.get("signoff", ()))))


def _matched(written: Sequence[tuple[str, str]], rendered: Sequence[str]) -> Iterator[tuple[str, int]]:
    place = 0
    plain = [_plain(line) for line in rendered]
    for zone, line in written:
        wanted = _plain(line)
        for number in range(place, len(plain)) if wanted else ():
            if wanted in plain[number]:
                yield zone, number + 1
                place = number if plain[number] != wanted else number + 1
                break


def _plain(line: str) -> str:
    return " ".join(line.replace(">", " ").split())
