"""The files of a set, cut into messages: settings, header fields, body and further parts of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.corpus.errors import CorpusError

START: Final = re.compile(r"^=== ([a-z0-9][a-z0-9._-]*)$", re.MULTILINE)
PART: Final = re.compile(r"^%% (?:part (\S+/\S+.*)|(html))$", re.MULTILINE)
SETTINGS: Final = frozenset(
    {
        "kind", "language", "client", "encoding", "charset", "format", "multipart", "only", "departed", "bounced",
        "permanent", "dress",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A further part, written as it is sent: nothing in it is marked."""

    media: str
    content: str


@dataclass(frozen=True, slots=True)
class Block:
    """One message as its file holds it.

    Attributes:
        name: unique in its set.
        settings: the lines that begin with ``@``.
        headers: the header fields, each with its folded lines.
        body: the marked-up text part.
    """

    name: str
    settings: dict[str, str]
    headers: tuple[tuple[str, str], ...]
    body: str
    parts: tuple[Part, ...]

    def header(self, name: str) -> str | None:
        """The first field of a name, or None."""
        return next((value for found, value in self.headers if found.lower() == name.lower()), None)


def blocks(path: Path) -> tuple[Block, ...]:
    """The messages of one file, in order; what stands before the first is for the reader of the file.

    Raises:
        CorpusError: a message that breaks the format.
    """
    _, *pieces = START.split(path.read_text(encoding="utf-8"))
    return tuple(_named(path, name, piece) for name, piece in zip(pieces[::2], pieces[1::2], strict=True))


def _named(path: Path, name: str, piece: str) -> Block:
    try:
        return block(name, piece.removeprefix("\n"))
    except CorpusError as error:
        raise CorpusError(f"{path.name}, message {name}: {error}") from error


def block(name: str, piece: str) -> Block:
    """One message, from the first line behind its start."""
    head, _, rest = piece.partition("\n\n")
    settings, headers = _head(head)
    body, *further = PART.split(rest)
    parts = [
        Part(media or "text/html", content.strip("\n") + "\n")
        for media, _, content in zip(further[::3], further[1::3], further[2::3], strict=True)
    ]
    return Block(name, settings, headers, body.rstrip("\n") + "\n", tuple(parts))


def _head(head: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    settings: dict[str, str] = {}
    headers: list[tuple[str, str]] = []
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if line[0] in " \t" and headers:
            headers[-1] = (headers[-1][0], f"{headers[-1][1]}\n{line}")
        elif not colon:
            raise CorpusError(f"the line {line!r} is neither a header field nor a setting")
        elif key.startswith("@"):
            settings[_known(key[1:])] = value.strip()
        else:
            headers.append((key, value.strip()))
    return settings, tuple(headers)


def _known(setting: str) -> str:
    if setting not in SETTINGS:
        raise CorpusError(f"there is no setting @{setting}: use one of {', '.join(sorted(SETTINGS))}")
    return setting
