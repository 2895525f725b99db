"""The first part of a message that is too large to be read: its header and what it says, without what is attached.

Google hands a message over whole, or taken apart (``format=full``): the text of each part, and of attachments their
names. It is put together again as a message (RFC 2045), so that it is read as any other.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ingest.errors import Malformed
from ingest.google.service import ODD

Told = Mapping[str, Any]
DEPTH: Final = 20
PARTS: Final = 500
LINE: Final = 57  # octets that make a line of 76 (RFC 2045 section 6.8)
HEADER: Final = 900  # characters of a line of a header
OWN: Final = frozenset({"content-transfer-encoding", "mime-version"})  # of this message and not of that one
TEXT: Final = "text/"
MULTIPART: Final = "multipart/"


def first_part(told: Told, most: int) -> bytes:
    """What a message says, as a message of about ``most`` bytes.

    Raises:
        Malformed: it is not one that was taken apart.
    """
    payload = told.get("payload")
    if not isinstance(payload, Mapping):
        raise Malformed(ODD)
    return b"MIME-Version: 1.0\r\n" + b"".join(_Putting(most).part(payload, 0))


@dataclass(slots=True)
class _Putting:
    """Puts a message together. ``left``: how much of it may still be written."""

    left: int
    parts: int = 0

    def part(self, told: Told, depth: int) -> Iterator[bytes]:
        """One part with all in it; the message itself is one."""
        self.parts += 1
        kind = str(told.get("mimeType", "")).lower()
        if depth < DEPTH and kind.startswith(MULTIPART):
            yield from self._several(told, kind, depth)
            return
        data = self._data(told) if kind.startswith(TEXT) and not told.get("filename") else b""
        yield from self._header(told, _charset(told, data))
        yield b"Content-Transfer-Encoding: base64\r\n\r\n"
        for at in range(0, len(data), LINE):
            yield base64.b64encode(data[at : at + LINE]) + b"\r\n"

    def _several(self, told: Told, kind: str, depth: int) -> Iterator[bytes]:
        boundary = f"part-{self.parts}-{depth}".encode()  # base64 has no hyphen
        yield from self._header(told, f'{kind}; boundary="{boundary.decode()}"')
        yield b"\r\n"
        for each in told.get("parts") or ():
            if self.parts < PARTS and self.left > 0:
                yield b"--" + boundary + b"\r\n"
                yield from self.part(each, depth + 1)
                yield b"\r\n"
        yield b"--" + boundary + b"--\r\n"

    def _header(self, told: Told, content_type: str) -> Iterator[bytes]:
        """As the message has it, but for how its body is written."""
        fields = [(str(each.get("name", "")), str(each.get("value", ""))) for each in told.get("headers") or ()]
        kept = [(name, value) for name, value in fields if name.lower() not in OWN and name.isascii()]
        if content_type:
            kept = [(name, value) for name, value in kept if name.lower() != "content-type"]
            kept.append(("Content-Type", content_type))
        for name, value in kept:
            line = f"{name}: {' '.join(value.split())}"
            yield b"\r\n ".join(line[at : at + HEADER].encode() for at in range(0, len(line), HEADER)) + b"\r\n"
            self.left -= len(line)

    def _data(self, told: Told) -> bytes:
        body = told.get("body")
        written = body.get("data", "") if isinstance(body, Mapping) else ""
        most = max(self.left, 0) * 3 // 4
        try:
            data = base64.urlsafe_b64decode(str(written)[: most * 4 // 3 // 4 * 4] + "==")
        except ValueError as error:
            raise Malformed(ODD) from error
        self.left -= len(data) * 4 // 3 + len(data) // LINE * 2
        return data


def _charset(told: Told, data: bytes) -> str:
    """The content type where the text is not written as it says: Google hands over some of it as UTF-8."""
    kind = str(told.get("mimeType", "")).lower()
    if not kind.startswith(TEXT) or data.isascii():
        return ""
    whole = data[: data.rfind(b"\n") + 1] or data  # what was cut off may end within a character
    try:
        whole.decode()
    except UnicodeDecodeError:
        return ""
    return f"{kind}; charset=utf-8"
