"""Content transfer encodings (RFC 2045 section 6), read leniently: damaged encodings give what is left of the bytes."""

from __future__ import annotations

import binascii
from io import BytesIO
from itertools import islice
from typing import Final

from extract import limits

_BASE64: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
_NOT_BASE64: Final = bytes(byte for byte in range(256) if byte not in _BASE64)
_URL_SAFE: Final = bytes.maketrans(b"-_", b"+/")
_QUANTUM: Final = 4


def decode(data: bytes, encoding: str) -> bytes:
    """The bytes behind a Content-Transfer-Encoding; unknown encodings are taken as they are."""
    match encoding.strip().lower():
        case "base64":
            return base64(data)
        case "quoted-printable":
            return binascii.a2b_qp(data)
        case "x-uuencode" | "uuencode" | "x-uue" | "uue":
            return uuencoded(data)
    return data


def base64(data: bytes) -> bytes:
    """Base64 without regard to line length, stray characters or missing padding."""
    kept = data.translate(_URL_SAFE).translate(None, _NOT_BASE64)
    rest = len(kept) % _QUANTUM
    if rest == 1:
        kept, rest = kept[:-1], 0
    return binascii.a2b_base64(kept + b"=" * (-rest % _QUANTUM))


def uuencoded(data: bytes) -> bytes:
    """The lines between ``begin`` and ``end``; damaged lines are left out, and all behind UUENCODED_LINES."""
    found: list[bytes] = []
    inside = False
    for line in islice(BytesIO(data), limits.UUENCODED_LINES):
        if not inside:
            inside = line.startswith(b"begin ")
        elif line.strip() in {b"end", b"`"}:
            inside = line.strip() == b"`"
        else:
            found.append(_uuencoded_line(line))
    return b"".join(found)


def _uuencoded_line(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        return b""
