"""The header block: bytes to named fields (RFC 5322 section 2.2), within the limits.

Fields keep their raw bytes; they are decoded when somebody asks, so that a flood of headers costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract import limits
from extract.mail.words import HeaderText, decode_header

_NAME_BYTES = 100
_SPACE, _DELETE = 32, 127


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: its name in lower case, its value raw and still folded."""

    name: str
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields of one header block, in order."""

    fields: tuple[Field, ...]

    def all(self, name: str) -> list[HeaderText]:
        """The decoded values of every field of that name (lower case)."""
        return [decode_header(each.value) for each in self.fields if each.name == name]

    def text(self, name: str) -> str:
        """The decoded value of the first field of that name; empty when there is none."""
        return next((decode_header(each.value).text for each in self.fields if each.name == name), "")

    def raw(self, name: str) -> bytes:
        """The value of the first field of that name, unfolded but not decoded."""
        found = next((each.value for each in self.fields if each.name == name), b"")
        return found.replace(b"\r", b"").replace(b"\n", b"").strip()

    def has(self, name: str) -> bool:
        """Whether there is a field of that name (lower case)."""
        return any(each.name == name for each in self.fields)

    def starting(self, prefix: str) -> bool:
        """Whether a field's name starts so (lower case)."""
        return any(each.name.startswith(prefix) for each in self.fields)


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """A header block and where the body begins."""

    headers: Headers
    body: int


class _Block:
    """Fields collected so far, under the limits."""

    def __init__(self, warnings: list[str]) -> None:
        self.warnings = warnings
        self.found: list[tuple[str, list[bytes]]] = []
        self.size = 0
        self.lines = 0
        self.open_size = 0
        self.stray: int | None = None

    def is_full(self) -> bool:
        return self.size >= limits.HEADER_BLOCK_BYTES or self.lines >= limits.HEADER_LINES

    def line(self, payload: bytes, start: int, end: int) -> None:
        self.lines += 1
        self.size += end - start
        if payload[start] in b" \t" and self.found:
            self._keep(payload, start, end)
            return
        name, value = _split(payload, start, end)
        if name:
            self.stray = None
            self.open_size = 0
            self.found.append((name, []))
            self._keep(payload, value, end)
        elif self.lines > 1 or not payload.startswith((b"From ", b">From "), start):
            self.stray = start if self.stray is None else self.stray

    def _keep(self, payload: bytes, start: int, end: int) -> None:
        name, pieces = self.found[-1]
        room = limits.header_bytes(name) - self.open_size
        if end - start > room:
            self.warnings.append("A header is too long; its end was left out.")
        pieces.append(payload[start : min(end, start + max(room, 0))])
        self.open_size += end - start

    def headers(self) -> Headers:
        return Headers(tuple(Field(name, b"\n".join(pieces)) for name, pieces in self.found))


def read_block(payload: bytes, start: int, end: int, warnings: list[str]) -> HeaderBlock:
    """The header block at ``start``; a block without a blank line ends where lines stop looking like headers."""
    block = _Block(warnings)
    position = start
    while position < end:
        if block.is_full():
            warnings.append("There are too many headers; the last ones were left out.")
            return HeaderBlock(block.headers(), _after_blank_line(payload, position - 1, end))
        stop = payload.find(b"\n", position, end)
        stop = end if stop < 0 else stop
        content = stop - 1 if stop > position and payload[stop - 1] == ord("\r") else stop
        if content == position:
            position = stop + 1
            break
        block.line(payload, position, content)
        position = stop + 1
    body = min(position, end) if block.stray is None else block.stray
    return HeaderBlock(block.headers(), body)


def _split(payload: bytes, start: int, end: int) -> tuple[str, int]:
    """Name in lower case and start of the value; an empty name when the line is no field."""
    colon = payload.find(b":", start, min(end, start + _NAME_BYTES))
    name = payload[start:colon].rstrip(b" \t") if colon > start else b""
    if not name or any(byte <= _SPACE or byte >= _DELETE for byte in name):
        return "", end
    return name.decode("ascii").lower(), colon + 1


def _after_blank_line(payload: bytes, start: int, end: int) -> int:
    places = [
        place + len(mark) for mark in (b"\n\n", b"\n\r\n") if (place := payload.find(mark, max(start, 0), end)) >= 0
    ]
    return min(places, default=end)
