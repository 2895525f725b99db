"""What may stand in a command. Nothing that could end a line ever leaves here: that would be a second command."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

SET_BYTES = 4_000  # of a command's line, which servers may cut at 8,192 bytes (RFC 7162 section 4)
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


def guarded(argument: bytes) -> bytes:
    """An argument as it is.

    Raises:
        ValueError: it holds a control character.
    """
    if has_control(argument):
        raise ValueError("Nothing with a control character in it is sent to a mail server.")
    return argument


def has_control(argument: bytes) -> bool:
    """Whether a control character is in it."""
    return _CONTROL.search(argument) is not None


def string(text: str) -> bytes | tuple[bytes]:
    """A text as a quoted string, or as a literal (in a tuple) where it is not plain ASCII (RFC 3501 section 4.3).

    Raises:
        ValueError: it holds a control character.
    """
    written = guarded(text.encode())
    if not text.isascii():
        return (written,)
    return b'"' + written.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'


def mailbox(name: bytes) -> bytes:
    """A mailbox's name, as the server wrote it, as a quoted string."""
    return b'"' + guarded(name).replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'


def readable(name: bytes) -> str:
    """A mailbox's name for people: modified UTF-7 (RFC 3501 section 5.1.3), or UTF-8 where it is none."""
    try:
        parts = name.decode("ascii").split("&")
        return _shown(parts[0] + "".join(_shifted(part) for part in parts[1:]))
    except (ValueError, UnicodeError):
        return _shown(name.decode("utf-8", "replace"))


def _shown(name: str) -> str:
    """Without control characters: they can be stored nowhere and shown to nobody."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) == "Cc" else sign for sign in name)


def _shifted(part: str) -> str:
    code, ended, rest = part.partition("-")
    if not ended:
        raise ValueError("a shift without an end")
    if not code:
        return "&" + rest
    padded = code.replace(",", "/") + "=" * (-len(code) % 4)
    return base64.b64decode(padded, validate=True).decode("utf-16-be") + rest


def ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in ascending order as stretches without a gap, both ends included."""
    first = last = None
    for number in numbers:
        if last is None or first is None:
            first = number
        elif number != last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def uid_sets(uids: Sequence[int]) -> list[bytes]:
    """UIDs in ascending order as sequence sets that fit in a line each."""
    sets: list[bytes] = []
    for first, last in ranges(uids):
        written = b"%d" % first if first == last else b"%d:%d" % (first, last)
        if sets and len(sets[-1]) + len(written) < SET_BYTES:
            sets[-1] += b"," + written
        else:
            sets.append(written)
    return sets
