"""Header values to text: folding, 8-bit bytes and encoded words (RFC 2047).

A decoded value comes with a mask of the same length in which everything from an encoded word is neutral. Structure is
parsed on the mask, so that a comma or an address inside an encoded word is never taken for syntax, while spans still
point into the text that people read.
"""

from __future__ import annotations

import binascii
from dataclasses import dataclass
from typing import Final

import re2

from extract import limits
from extract.expressions import expression
from extract.mail import charsets, transfer

_WORD: Final = expression(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=")
_RUN_OF_SPACE: Final = expression(r"[ \x{a0}]{2,}")
_NEUTRAL: Final = "x"

# Controls that reorder or hide text (Unicode UAX 9, and zero-width characters) have no business in a header.
BIDI: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
INVISIBLE: Final = (0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080))
_CLEAN: Final = (
    dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ") | dict.fromkeys(BIDI) | dict.fromkeys(INVISIBLE)
)


@dataclass(frozen=True, slots=True)
class HeaderText:
    """A header's value as people read it, and its mask of equal length."""

    text: str
    mask: str


def clean(text: str) -> str:
    """The text on one line: controls become spaces, bidi and invisible controls go, spaces run together."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return str(_RUN_OF_SPACE.sub(" ", text.translate(_CLEAN)))


def decode_header(value: bytes) -> HeaderText:
    """The value of a header field, unfolded and decoded. Beyond ENCODED_WORDS, words stay as they are."""
    raw = charsets.decode_unlabelled(value.replace(b"\r\n", b"\n").replace(b"\n", b" ").strip())
    pieces = _decoded(raw) if "=?" in raw else [(raw, False)]
    cleaned = [(clean(text), encoded) for text, encoded in pieces]
    text = "".join(piece for piece, _ in cleaned)
    mask = "".join(_NEUTRAL * len(piece) if encoded else piece for piece, encoded in cleaned)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return HeaderText(text[start:end], mask[start:end])


def decode_text(value: bytes) -> str:
    """The same without the mask."""
    return decode_header(value).text


def _decoded(raw: str) -> list[tuple[str, bool]]:
    """Pieces of text, each with whether it stood in encoded words."""
    pieces: list[tuple[str, bool]] = []
    run: list[tuple[str, bytes]] = []
    last = 0
    for found in _first_words(raw):
        gap = raw[last : found.start()]
        if gap.strip() or not run:
            pieces.append((_of_run(run), True))
            run = []
            pieces.append((gap, False))
        charset, data = found.group(1), _bytes_of(found.group(2), found.group(3))
        if run and run[-1][0].lower() == charset.lower():
            run[-1] = (charset, run[-1][1] + data)
        else:
            run.append((charset, data))
        last = found.end()
    pieces.append((_of_run(run), True))
    pieces.append((raw[last:], False))
    return pieces


def _first_words(raw: str) -> list[re2._Match]:
    found: list[re2._Match] = []
    for match in _WORD.finditer(raw):
        if len(found) == limits.ENCODED_WORDS:
            break
        found.append(match)
    return found


def _of_run(run: list[tuple[str, bytes]]) -> str:
    """Adjacent encoded words; those of one charset are decoded together, for a character may be split between them."""
    return "".join(charsets.decode(data, charset, []) for charset, data in run)


def _bytes_of(encoding: str, content: str) -> bytes:
    data = content.encode("utf-8")
    if encoding in "bB":
        return transfer.base64(data)
    return binascii.a2b_qp(data.replace(b" ", b"_"), header=True)
