"""What a server says, taken apart: statuses with their codes, data with their values, nested no deeper than is sane."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ingest.errors import Malformed

Value: TypeAlias = "bytes | list[Value] | None"

MAX_DEPTH = 32
ODD = "The mail server answered something that its protocol does not know."
_LITERAL = re.compile(rb"~?\{(\d{1,20})\+?\}\Z")
_STATUS = re.compile(rb"(?!\+ )[^ ]* (?:OK|NO|BAD|BYE|PREAUTH)(?: |\Z)", re.IGNORECASE)
_CODE = re.compile(r"\[([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+)(?: ([^\]]*))?\] ?")
_TOKEN = re.compile(rb' *(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|(~?\{\d+\+?\})|([^ ()"{\[]+(?:\[[^\]]*\](?:<\d+>)?)?))')
_OPEN, _CLOSE, _QUOTED, _ATOM = 1, 2, 3, 5  # groups of a token
_ESCAPED = re.compile(rb"\\(.)")
_WORD = re.compile(rb"[^ ]+")


@dataclass(frozen=True, slots=True)
class Status:
    """How something went: OK, NO, BAD, BYE or PREAUTH.

    Attributes:
        tag: the command's; empty when the server says it of its own accord.
        code: the response code in capitals (RFC 3501 section 7.1, RFC 5530), with what stands behind it.
        text: for people, in the server's words; never logged.
    """

    tag: bytes
    kind: str
    code: str
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class Data:
    """One thing that the server tells: its kind in capitals, its number where it has one, its values."""

    kind: str
    number: int | None
    values: list[Value]


@dataclass(frozen=True, slots=True)
class Continue:
    """The server waits for more of a command."""

    text: bytes


Answer: TypeAlias = Status | Data | Continue


def announced(line: bytes) -> int | None:
    """The size of the literal that follows a line; None when none does. The text of a status announces nothing."""
    if not line.endswith(b"}") or _is_status(line):
        return None
    found = _LITERAL.search(line)
    return int(found.group(1)) if found else None


def answer(text: bytes, literals: Sequence[bytes] = ()) -> Answer:
    """One answer: its lines joined, and the literals that stood between them.

    Raises:
        Malformed: it is none.
    """
    tag, _, rest = text.partition(b" ")
    if tag == b"+":
        return Continue(rest)
    if _is_status(text):
        return _status(tag, rest)
    if tag != b"*":
        raise Malformed(ODD)
    word, _, behind = rest.partition(b" ")
    counted = number(word) if word.isdigit() else None
    if counted is not None:
        word, _, behind = behind.partition(b" ")
    kind = word.decode("ascii", "replace").upper()
    if kind == "SEARCH" and not literals:  # the longest answer that there is: taken apart by who needs it
        return Data(kind, counted, [behind])
    return Data(kind, counted, values(behind, literals))


def values(text: bytes, literals: Sequence[bytes] = ()) -> list[Value]:
    """The values in a text: strings and atoms as bytes, NIL as None, lists as lists.

    Raises:
        Malformed: lists that do not close or are nested too deeply, or something that is no value.
    """
    stack: list[list[Value]] = [[]]
    waiting = iter(literals)
    at, end = 0, len(text.rstrip(b" "))
    while at < end:
        token = _TOKEN.match(text, at)
        if token is None:
            raise Malformed(ODD)
        at = token.end()
        if token.lastindex == _OPEN:
            stack.append([])
        elif token.lastindex == _CLOSE:
            closed = stack.pop()
            if not stack:
                raise Malformed(ODD)
            stack[-1].append(closed)
        else:
            stack[-1].append(_value(token, waiting))
        if len(stack) > MAX_DEPTH:
            raise Malformed(ODD)
    if len(stack) != 1:
        raise Malformed(ODD)
    return stack[0]


def _value(token: re.Match[bytes], literals: Iterator[bytes]) -> Value:
    if token.lastindex == _ATOM:
        atom = token[_ATOM]
        return None if len(atom) == len(b"NIL") and atom.upper() == b"NIL" else atom
    if token.lastindex == _QUOTED:
        quoted = token[_QUOTED]
        return _ESCAPED.sub(rb"\1", quoted) if b"\\" in quoted else quoted
    try:
        return next(literals)
    except StopIteration:
        raise Malformed(ODD) from None


def _is_status(line: bytes) -> bool:
    return _STATUS.match(line) is not None


def _status(tag: bytes, rest: bytes) -> Status:
    kind, _, said = rest.decode("utf-8", "replace").partition(" ")
    code = _CODE.match(said)
    name, argument = (code.group(1).upper(), code.group(2) or "") if code else ("", "")
    return Status(b"" if tag == b"*" else tag, kind.upper(), name, argument, said[code.end() :] if code else said)


def pairs(listed: Value) -> dict[bytes, Value]:
    """A list of names and values, as FETCH and STATUS have them, by name in capitals.

    Raises:
        Malformed: it is none.
    """
    if not isinstance(listed, list) or len(listed) % 2:
        raise Malformed(ODD)
    names, said = listed[::2], listed[1::2]
    return {name.upper(): value for name, value in zip(names, said, strict=True) if isinstance(name, bytes)}


def number(value: Value) -> int:
    """A number of at most 63 bits (RFC 7162 section 3.1).

    Raises:
        Malformed: it is none.
    """
    if not isinstance(value, bytes) or not value.isdigit() or len(value) > 19:  # noqa: PLR2004 - digits of 63 bits
        raise Malformed(ODD)
    return int(value)


def numbers(value: Value) -> Iterator[int]:
    """The numbers in a text, apart by blanks, one after another: there may be millions.

    Raises:
        Malformed: something in it is none.
    """
    if not isinstance(value, bytes):
        raise Malformed(ODD)
    return (number(found[0]) for found in _WORD.finditer(value))


def uid_ranges(value: Value) -> list[tuple[int, int]]:
    """A set of UIDs as stretches, both ends included.

    Raises:
        Malformed: it is none.
    """
    if not isinstance(value, bytes):
        raise Malformed(ODD)
    found = []
    for part in value.split(b","):
        first, _, last = part.partition(b":")
        ends = number(first), number(last or first)
        found.append((min(ends), max(ends)))
    return found
