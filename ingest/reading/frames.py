"""How parent and child talk: a JSON header and bytes, each with its length before it."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

LENGTHS = struct.Struct(">II")
LONGEST_HEADER = 64 * 1024 * 1024
LONGEST_PAYLOAD = 64 * 1024 * 1024


class Broken(EOFError):  # noqa: N818 - reads as what happened
    """The other side is gone, or says what no side of ours would say."""


def send(stream: BinaryIO, header: Any, payload: bytes = b"") -> None:  # noqa: ANN401 - JSON values
    """Write one frame."""
    text = json.dumps(header).encode("ascii")
    stream.write(LENGTHS.pack(len(text), len(payload)) + text + payload)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Any, bytes]:
    """Read one frame.

    Raises:
        Broken: there is none.
    """
    header_length, payload_length = LENGTHS.unpack(_exactly(stream, LENGTHS.size))
    if header_length > LONGEST_HEADER or payload_length > LONGEST_PAYLOAD:
        raise Broken("a frame is too long")
    try:
        header = json.loads(_exactly(stream, header_length))
    except ValueError as error:
        raise Broken("a frame is no JSON") from error
    return header, _exactly(stream, payload_length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    found = bytearray()
    while len(found) < length:
        part = stream.read(length - len(found))
        if not part:
            raise Broken("the other side is gone")
        found += part
    return bytes(found)
