"""By what a mail is recognised without loading it again: a few header fields, and how large it is.

A folder that was renumbered or a mail that was moved brings the same mail under another pointer. The fields hold the
trace that the receiving servers wrote (RFC 5321 section 4.4), which differs for each delivery and which the sender does
not write. Where two mails are alike nothing is recognised: their bytes decide.
"""

from __future__ import annotations

import hashlib
from typing import Final

from extract.raw import MESSAGE, RawItem
from ingest.protocol import HEAD_FIELDS, Head

MOST: Final = 16 * 1024  # bytes of header fields; who has more is not recognised
HEADER: Final = 256 * 1024
_FIELDS: Final = tuple(name.encode() for name in HEAD_FIELDS)


def likeness_of(item: RawItem) -> str | None:
    """The likeness of a mail that is here; None when it has none."""
    if item.media_type != MESSAGE:
        return None
    return _likeness(item.payload[:HEADER], item.full_size or len(item.payload))


def likeness_of_head(head: Head) -> str | None:
    """The likeness of a mail that lies elsewhere: the same as of its bytes here."""
    return None if len(head.header) >= MOST else _likeness(head.header, head.size)


def _likeness(header: bytes, size: int) -> str | None:
    """None without a Message-ID: then too little tells mails apart."""
    found = _values(header)
    if not found[b"message-id"] or sum(len(value) for values in found.values() for value in values) >= MOST // 2:
        return None
    told = b"\0".join(name + b":" + value for name, values in found.items() for value in values)
    return hashlib.sha256(b"%d\0%b" % (size, told)).hexdigest()


def _values(header: bytes) -> dict[bytes, list[bytes]]:
    """The values of the fields in the order of HEAD_FIELDS, unfolded (RFC 5322 section 2.2.3)."""
    found: dict[bytes, list[bytes]] = {name: [] for name in _FIELDS}
    current: list[bytes] | None = None
    for line in header.split(b"\n"):
        if not line.strip():
            break
        if line[:1] in b" \t" and current:
            current[-1] += b" " + b" ".join(line.split())
            continue
        name, colon, value = line.partition(b":")
        current = found.get(name.strip().lower()) if colon else None
        if current is not None:
            current.append(b" ".join(value.split()))
    return found
