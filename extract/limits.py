"""Byte-level limits, checked before any parser sees the bytes.

A hostile item costs its sender nothing, so every quantity that a parser's time or memory grows with has a cap here.
What lies over a cap is cut and named in a warning; only what cannot be read at all is Unreadable.
"""

from __future__ import annotations

from typing import Final

from extract.errors import Unreadable

ITEM_BYTES: Final = 25 * 1024 * 1024
HEADER_BLOCK_BYTES: Final = 256 * 1024
HEADER_LINES: Final = 1_000
HEADER_BYTES: Final = 16 * 1024
ADDRESS_HEADER_BYTES: Final = 64 * 1024
ENCODED_WORDS: Final = 500
PARTS: Final = 500
DEPTH: Final = 50
BOUNDARY_LINES: Final = 20_000
ADDRESSES: Final = 1_000
REFERENCES: Final = 200
IDENTIFIER_CHARACTERS: Final = 998
SUBJECT_CHARACTERS: Final = 998
NAME_CHARACTERS: Final = 200
PARAMETERS: Final = 100
BOUNDARY_BYTES: Final = 100
TEXT_BYTES: Final = 1024 * 1024
MARKUP_CHARACTERS: Final = 512 * 1024
MARKUP_DEPTH: Final = 500
SHOWN_DEPTH: Final = 200  # of markup that is sanitised, which costs more than reading it
UUENCODED_LINES: Final = 400_000
QUOTE_DEPTH: Final = 20
QUOTE_MARKS: Final = 200
TEXT_LINES: Final = 10_000
SAID_CHARACTERS: Final = 32 * 1024  # of an author's own words; beyond that it is a document and no letter
NAMES: Final = 300  # people named in one stretch
RECOGNIZED_CHARACTERS: Final = 8 * 1024  # that the recognizer is asked about in one stretch
SIGNATURE_CHARACTERS: Final = 4_000
PHRASE_CHARACTERS: Final = 200
GUESS_BYTES: Final = 4 * 1024

LONG_HEADERS: Final = frozenset(
    {"from", "to", "cc", "bcc", "reply-to", "sender", "references", "in-reply-to", "resent-to", "resent-cc"}
)


def check(payload: bytes) -> None:
    """Refuse what no parser may see.

    Raises:
        Unreadable: the item is empty or larger than ITEM_BYTES.
    """
    if not payload.strip():
        raise Unreadable("The item is empty.")
    if len(payload) > ITEM_BYTES:
        raise Unreadable(f"The item is larger than {ITEM_BYTES // 1024 // 1024} MB.")


def header_bytes(name: str) -> int:
    """How many bytes of a header's value are read. ``name`` is in lower case."""
    return ADDRESS_HEADER_BYTES if name in LONG_HEADERS else HEADER_BYTES
