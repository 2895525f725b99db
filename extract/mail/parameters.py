"""Values with parameters: Content-Type and Content-Disposition (RFC 2045 section 5.1, RFC 2183, RFC 2231)."""

from __future__ import annotations

import binascii
from dataclasses import dataclass, field

from extract import limits
from extract.mail import charsets, words


@dataclass(frozen=True, slots=True)
class Parameterized:
    """A header value: the part before the first semicolon in lower case, and its parameters by lower-case name."""

    value: str
    parameters: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """A parameter's value, or None."""
        return self.parameters.get(name)


def parse(raw: bytes) -> Parameterized:
    """Read such a value; what is malformed is passed over."""
    text = charsets.decode_unlabelled(raw)
    value, _, rest = text.partition(";")
    pairs = _pairs(rest)
    named = {name: words.decode_text(found.encode()) for name, found in reversed(pairs) if "*" not in name}
    return Parameterized(value.strip().lower(), named | _extended(pairs))


def _pairs(text: str) -> list[tuple[str, str]]:
    """``name=value`` pairs as written, values unquoted."""
    pairs: list[tuple[str, str]] = []
    position = 0
    while position < len(text) and len(pairs) < limits.PARAMETERS:
        equals = text.find("=", position)
        if equals < 0:
            break
        name = text[position:equals].rpartition(";")[2].strip().lower()
        value, position = _value(text, equals + 1)
        if name:
            pairs.append((name, value))
    return pairs


def _value(text: str, start: int) -> tuple[str, int]:
    """The value that begins at ``start``, and where the next parameter begins."""
    while start < len(text) and text[start] in " \t":
        start += 1
    if text.startswith('"', start):
        return _quoted(text, start + 1)
    end = text.find(";", start)
    end = len(text) if end < 0 else end
    return text[start:end].strip(), end + 1


def _quoted(text: str, start: int) -> tuple[str, int]:
    found: list[str] = []
    position = start
    while position < len(text) and text[position] != '"':
        if text[position] == "\\":
            position += 1
        found.append(text[position : position + 1])
        position += 1
    end = text.find(";", position)
    return "".join(found), len(text) if end < 0 else end + 1


def _extended(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Parameters in pieces and with a charset (RFC 2231 sections 3 and 4)."""
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, value in pairs:
        base, star, rest = name.partition("*")
        number = rest.removesuffix("*") or "0"
        if star and base and number.isdecimal() and number.isascii() and int(number) < limits.PARAMETERS:
            encoded = name.endswith("*")
            pieces.setdefault(base, {}).setdefault(int(number), (value, encoded))
    return {base: _joined([found for _, found in sorted(numbered.items())]) for base, numbered in pieces.items()}


def _joined(values: list[tuple[str, bool]]) -> str:
    first, encoded = values[0]
    charset = None
    if encoded and first.count("'") > 1:
        charset, _, first = first.split("'", 2)
    rest = [_unquoted(value) if quoted else value.encode() for value, quoted in values[1:]]
    data = b"".join([_unquoted(first) if encoded else first.encode(), *rest])
    return words.clean(charsets.decode(data, charset or "utf-8", [])).strip()


def _unquoted(value: str) -> bytes:
    """Bytes behind percent signs; what is no such escape stays."""
    start, *escapes = value.encode().split(b"%")
    found = [start]
    for escape in escapes:
        try:
            found.append(binascii.a2b_hex(escape[:2]) + escape[2:])
        except binascii.Error:
            found.append(b"%" + escape)
    return b"".join(found)
