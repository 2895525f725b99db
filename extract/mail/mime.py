"""The structure of a message (RFC 2045, 2046): a tree of parts over the bytes, made in linear time.

The standard parser is quadratic on hostile headers and recurses without a limit, so the structure is found here by
searching the bytes for boundaries. Contents are sliced once and decoded only when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from extract import limits
from extract.mail import parameters, transfer
from extract.mail.headers import Headers, read_block
from extract.mail.parameters import Parameterized

TEXT: Final = "text/plain"
MARKUP: Final = "text/html"
LETTER: Final = "message/rfc822"
_NESTED: Final = frozenset({LETTER, "message/global"})
_AS_IT_IS: Final = frozenset({"", "7bit", "8bit", "binary"})
_BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Part:
    """One entity.

    Attributes:
        media_type: in lower case; ``text/plain`` where nothing valid is said.
        content: the body as transferred; empty for a multipart.
        parts: of a multipart, its parts; of a message/rfc822, the message in it.
    """

    headers: Headers
    content_type: Parameterized
    media_type: str
    content: bytes = field(repr=False)
    parts: tuple[Part, ...]

    @property
    def encoding(self) -> str:
        """The content transfer encoding as written."""
        return self.headers.text("content-transfer-encoding")

    @property
    def disposition(self) -> Parameterized:
        """The Content-Disposition (RFC 2183)."""
        return parameters.parse(self.headers.raw("content-disposition"))

    def decoded(self) -> bytes:
        """The content with its transfer encoding undone."""
        return transfer.decode(self.content, self.encoding)

    def leaves(self) -> Iterator[Part]:
        """The parts that hold content, in order; a message in a message is one of them."""
        if self.media_type.startswith("multipart/"):
            for part in self.parts:
                yield from part.leaves()
        else:
            yield self


def parse(payload: bytes, warnings: list[str]) -> Part:
    """The tree of a message. What is over a limit or malformed is left out and adds a warning."""
    payload = _with_line_feeds(payload)
    return _Parser(payload, warnings).part(0, len(payload), 0, TEXT)


def _with_line_feeds(payload: bytes) -> bytes:
    """Bytes with line feeds: not UTF-16 as a whole, not carriage returns alone."""
    if payload.startswith(_BYTE_ORDER_MARKS):
        payload = payload.decode("utf-16", "replace").encode("utf-8", "replace")
    payload = payload.removeprefix(_UTF_8_MARK)
    if b"\n" not in payload:
        payload = payload.replace(b"\r", b"\n")
    return payload.lstrip(b"\r\n")


class _Parser:
    """One pass over one payload, counting what is limited."""

    def __init__(self, payload: bytes, warnings: list[str]) -> None:
        self.payload = payload
        self.warnings = warnings
        self.parts = 0
        self.boundaries = 0

    def part(self, start: int, end: int, depth: int, default: str) -> Part:
        self.parts += 1
        block = read_block(self.payload, start, end, self.warnings)
        content_type = parameters.parse(block.headers.raw("content-type"))
        media_type = _media_type(content_type.value) or default
        make = partial(Part, block.headers, content_type)
        if media_type.startswith("multipart/"):
            return self._multipart(make, media_type, (block.body, end), depth)
        content = self.payload[block.body : end]
        children: tuple[Part, ...] = ()
        if media_type in _NESTED and self._may_open(depth) and _is_as_it_is(block.headers):
            children = (self.part(_start_of_letter(self.payload, block.body), end, depth + 1, TEXT),)
        return make(media_type, content, children)

    def _multipart(self, make: partial[Part], media_type: str, body: tuple[int, int], depth: int) -> Part:
        start, end = body
        if not self._may_open(depth):
            return make(media_type, b"", ())
        content_type: Parameterized = make.args[1]
        boundary = (content_type.get("boundary") or "").rstrip().encode("utf-8", "replace")
        ranges = self._ranges(boundary, start, end) if boundary else []
        if not ranges:
            self.warnings.append("The parts of the message are not where its header says.")
            guessed = _first_boundary(self.payload, start, end)
            ranges = self._ranges(guessed, start, end) if guessed else []
        if not ranges:
            return make(TEXT, self.payload[start:end], ())
        default = LETTER if media_type == "multipart/digest" else TEXT
        parts = [self.part(first, last, depth + 1, default) for first, last in ranges if self._may_add()]
        return make(media_type, b"", tuple(parts))

    def _may_open(self, depth: int) -> bool:
        if depth < limits.DEPTH:
            return True
        self.warnings.append(f"Parts nested deeper than {limits.DEPTH} levels were left out.")
        return False

    def _may_add(self) -> bool:
        if self.parts < limits.PARTS:
            return True
        self.warnings.append(f"The message has more than {limits.PARTS} parts; the last ones were left out.")
        return False

    def _ranges(self, boundary: bytes, start: int, end: int) -> list[tuple[int, int]]:
        """Where the parts between the boundary's lines lie (RFC 2046 section 5.1.1)."""
        ranges: list[tuple[int, int]] = []
        opened: int | None = None
        for line in self._boundary_lines(boundary, start, end):
            if opened is not None:
                ranges.append((opened, max(opened, line.before)))
            opened = line.after
            if line.closes:
                return ranges
        if opened is not None:
            ranges.append((opened, end))
        return ranges

    def _boundary_lines(self, boundary: bytes, start: int, end: int) -> Iterator[_BoundaryLine]:
        mark = b"--" + boundary
        position = start
        while self.boundaries < limits.BOUNDARY_LINES:
            if position == start and self.payload.startswith(mark, start, end):
                place = start
            else:
                place = self.payload.find(b"\n" + mark, max(position - 1, 0), end) + 1
            if place == 0:
                return
            self.boundaries += 1
            position = place + len(mark)
            line = _boundary_line(self.payload, place, position, end)
            if line:
                yield line


@dataclass(frozen=True, slots=True)
class _BoundaryLine:
    before: int
    after: int
    closes: bool


def _boundary_line(payload: bytes, place: int, behind: int, end: int) -> _BoundaryLine | None:
    """The boundary line whose mark lies at ``place``; None if the mark is the start of a longer one."""
    stop = payload.find(b"\n", behind, end)
    stop = end if stop < 0 else stop
    closes = payload.startswith(b"--", behind, stop)
    rest = payload[behind : min(stop, behind + 3)]
    if rest.strip() and not closes:
        return None
    before = place - 1 if payload[place - 2 : place - 1] != b"\r" else place - 2
    return _BoundaryLine(before, min(stop + 1, end), closes)


def _first_boundary(payload: bytes, start: int, end: int) -> bytes:
    """The mark of the first line that looks like a boundary."""
    place = start if payload.startswith(b"--", start, end) else payload.find(b"\n--", start, end) + 1
    if place < start or place == 0:
        return b""
    stop = payload.find(b"\n", place, end)
    mark = payload[place + 2 : end if stop < 0 else stop].rstrip()
    return mark if 0 < len(mark) <= limits.BOUNDARY_BYTES and b" " not in mark else b""


def _start_of_letter(payload: bytes, start: int) -> int:
    while payload[start : start + 1] in {b"\r", b"\n"}:
        start += 1
    return start


def _is_as_it_is(headers: Headers) -> bool:
    return headers.text("content-transfer-encoding").strip().lower() in _AS_IT_IS


def _media_type(value: str) -> str:
    """``type/subtype``, or empty when it is not one (RFC 2045 section 5.2: then text/plain)."""
    kind, slash, rest = value.partition("/")
    if not (kind and slash and rest) or " " in value:
        return TEXT if value == "text" else ""
    return value
