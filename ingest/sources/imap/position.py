"""How far a folder has been read, as a cursor: a few numbers, however many messages there are."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.cursors import AsCursor


@dataclass(frozen=True, slots=True)
class Position(AsCursor):
    """What a cursor says.

    Attributes:
        validity: the folder's UIDVALIDITY; UIDs of another one mean other messages (RFC 3501 section 2.3.1.1).
        known_below: every message under this UID is known, or was there when the first listing began.
        held: how many those are.
        modseq: the folder's number of changes up to which it is known what went; 0 where the server does not count.
        listing_below: of the first listing what lies under this UID is still to come; 0 when it is complete.
        floor: only what the server received on this day or later is listed, as a proleptic Gregorian ordinal; 0: all.
    """

    validity: int
    known_below: int
    held: int
    modseq: int
    listing_below: int
    floor: int = 0


def remote_id(validity: int, uid: int) -> str:
    """The pointer of a message in its folder."""
    return f"{validity}/{uid}"


def uid_of(pointer: str, validity: int) -> int | None:
    """The UID in a pointer; None when it is of another validity."""
    of, _, uid = pointer.partition("/")
    return int(uid) if of == str(validity) and uid.isdigit() else None
