"""A marked-up body: the text as the reader will see it, with the spans and zones that were marked in it.

The marks stand inside the text, so a span cannot be out of step with it. tests/corpus/README.md describes the mark-up.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from typing import Final

from bench.corpus.errors import CorpusError

ZONES: Final = ("new", "signature", "attribution", "quoted", "forwarded", "disclaimer", "footer")
ZONE: Final = re.compile(r"%% ([a-z]+)")
TOKEN: Final = re.compile(
    r"\{\{(?P<head>[^|{}\n]*)\||(?P<end>\}\})|\\s(?P<blank>$)|\\u(?P<code>[0-9a-f]{4})", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span.

    Attributes:
        name: what is marked.
        words: what stands behind the name, without a key.
        fields: what stands behind the name as key=value.
        start, end: offsets in characters into the text.
        within: the marks that hold this one, outermost first, as their places in the text's list of marks.
    """

    name: str
    words: tuple[str, ...]
    fields: dict[str, str]
    start: int
    end: int
    within: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks; ``zones`` names the zone of each line, ``marks`` stand in the order they open."""

    text: str
    marks: tuple[Mark, ...]
    zones: tuple[str, ...]

    def words_of(self, mark: Mark) -> str:
        """The marked words, with line breaks and runs of blanks as one blank."""
        return " ".join(self.text[mark.start : mark.end].split())

    def line_of(self, mark: Mark) -> int:
        """The line, from 1, in which a mark begins."""
        return self.text.count("\n", 0, mark.start) + 1

    def zone_of(self, mark: Mark) -> str:
        """The zone in which a mark begins."""
        return self.zones[self.line_of(mark) - 1]


def parse(source: str) -> Marked:
    """Read a marked-up body.

    Raises:
        CorpusError: a zone or an escape that does not exist, or marks that do not close.
    """
    lines, zones = _lines(source)
    unmarking = _Unmarking()
    text = unmarking.read("\n".join(lines))
    return Marked(text, tuple(unmarking.marks), tuple(zones))


def _lines(source: str) -> tuple[list[str], list[str]]:
    """The lines of the text without the zone lines, and each one's zone."""
    lines, zones, zone = [], [], "new"
    for line in source.split("\n"):
        found = ZONE.fullmatch(line)
        if found is None:
            lines.append(line)
            zones.append(zone)
        elif found[1] in ZONES:
            zone = found[1]
        else:
            raise CorpusError(f"there is no zone {found[1]!r}: use one of {', '.join(ZONES)}")
    return lines, zones


@dataclass(slots=True)
class _Unmarking:
    """Takes the marks out of a text, left to right."""

    marks: list[Mark] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)
    _length: int = 0

    def read(self, source: str) -> str:
        position = 0
        for token in TOKEN.finditer(source):
            self._write(source[position : token.start()])
            position = token.end()
            self._take(token)
        self._write(source[position:])
        if self._open:
            raise CorpusError(f"the mark {self.marks[self._open[-1]].name!r} is never closed")
        return "".join(self._written)

    def _take(self, token: re.Match[str]) -> None:
        if token["head"] is not None:
            self._start(token["head"])
        elif token["end"] is not None:
            self._finish()
        else:
            self._write(" " if token["code"] is None else chr(int(token["code"], 16)))

    def _write(self, piece: str) -> None:
        self._written.append(piece)
        self._length += len(piece)

    def _start(self, head: str) -> None:
        name, *rest = _split(head)
        pairs = dict(word.split("=", 1) for word in rest if "=" in word)
        words = tuple(word for word in rest if "=" not in word)
        self.marks.append(Mark(name, words, pairs, self._length, self._length, tuple(self._open)))
        self._open.append(len(self.marks) - 1)

    def _finish(self) -> None:
        if not self._open:
            raise CorpusError("a mark is closed that was never opened")
        place = self._open.pop()
        opened = self.marks[place]
        self.marks[place] = Mark(opened.name, opened.words, opened.fields, opened.start, self._length, opened.within)


def _split(head: str) -> list[str]:
    """The words of a mark's head; double quotes hold words together, an apostrophe is a letter."""
    lexer = shlex.shlex(head, posix=True)
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    words = list(lexer)
    if not words:
        raise CorpusError("a mark without a name")
    return words
