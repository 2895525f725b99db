"""Reads stretches of an open file, wherever others have read in it meanwhile."""

from __future__ import annotations

import os


def read_at(descriptor: int, start: int, length: int) -> bytes:
    """Bytes from an offset; fewer when the file ends before."""
    pieces = []
    while length > 0:
        piece = os.pread(descriptor, length, start)
        if not piece:
            break
        pieces.append(piece)
        start, length = start + len(piece), length - len(piece)
    return b"".join(pieces)
