"""A calendar's content lines (RFC 5545 section 3.1) as properties in components, each with its place in the text.

One pass, no backtracking. The text is the unfolded calendar, so that a quote reads as its author wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extract.errors import Unreadable
from extract.facts import Span

BYTES: Final = 1024 * 1024
LINES: Final = 50_000
DEPTH: Final = 10
PARAMETERS: Final = 50


@dataclass(frozen=True, slots=True)
class Property:
    """One property.

    Attributes:
        name: in upper case.
        parameters: values by name in upper case, quotes removed.
        value: as written; ``span`` is its place in the calendar's text.
    """

    name: str
    parameters: dict[str, str]
    value: str
    span: Span


@dataclass(slots=True)
class Component:
    """A component (section 3.6) with its properties in order."""

    name: str
    properties: list[Property] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator[Property]:
        """Every property of that name."""
        return (each for each in self.properties if each.name == name)


def unfolded(payload: bytes) -> str:
    """The calendar's text: UTF-8 (section 3.1.4), else Latin-1; lines end with LF.

    Raises:
        Unreadable: it is too large.
    """
    if len(payload) > BYTES:
        raise Unreadable("This calendar entry is larger than 1 MB.")
    lines = payload.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    whole = lines.replace(b"\n ", b"").replace(b"\n\t", b"").replace(b"\0", b"")
    try:
        return whole.decode("utf-8")
    except UnicodeDecodeError:
        return whole.decode("latin-1")


def components(text: str, warnings: list[str]) -> list[Component]:
    """Every component of the text, outer ones first; a line that is no content line is a warning."""
    found: list[Component] = []
    open_ones: list[Component] = []
    unread = 0
    for each in _properties(text):
        if each is None:
            unread += 1
        elif each.name == "BEGIN" and len(open_ones) < DEPTH:
            open_ones.append(Component(each.value.strip().upper()))
            found.append(open_ones[-1])
        elif each.name == "END":
            _close(open_ones, each.value.strip().upper())
        elif open_ones:
            open_ones[-1].properties.append(each)
    if unread:
        warnings.append(f"{unread} lines of the calendar are no properties.")
    return found


def _close(open_ones: list[Component], name: str) -> None:
    """Close a component, and those inside it that nobody closed."""
    if any(each.name == name for each in open_ones):
        while open_ones.pop().name != name:
            pass


def _properties(text: str) -> Iterator[Property | None]:
    position = 0
    for number, line in enumerate(text.split("\n")):
        if number >= LINES:
            return
        if line.strip():
            yield _property(line, position)
        position += len(line) + 1


def _property(line: str, position: int) -> Property | None:
    ends = _ends(line)
    if not ends or not line[: ends[0]].strip():
        return None
    parts = [line[start:end] for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    value_at = ends[-1] + 1
    pairs = (part.partition("=") for part in parts[1 : PARAMETERS + 1])
    parameters = {name.strip().upper(): value.strip().strip('"') for name, _, value in pairs}
    return Property(
        parts[0].strip().upper(), parameters, line[value_at:], Span(position + value_at, position + len(line))
    )


def _ends(line: str) -> list[int]:
    """Where the name and each parameter end; the last is the colon before the value. Empty without one."""
    ends: list[int] = []
    quoted = False
    for position, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif not quoted and character in ";:":
            ends.append(position)
            if character == ":":
                return ends
    return []
