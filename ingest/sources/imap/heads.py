"""The header fields by which messages are recognised, without their contents."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.protocol import HEAD_FIELDS, Head
from ingest.sources.imap import answers
from ingest.sources.imap.answers import Data
from ingest.sources.imap.arguments import uid_sets
from ingest.sources.imap.position import remote_id
from ingest.sources.imap.session import MEGABYTE, SLOWEST, Allowance, Session

HEAD_BYTES = 16 * 1024
AT_ONCE = 200
ITEM = b"BODY.PEEK[HEADER.FIELDS (%b)]<0.%d>" % (" ".join(HEAD_FIELDS).upper().encode(), HEAD_BYTES)


def heads(session: Session, validity: int, uids: Sequence[int]) -> list[Head]:
    """The heads of messages; what went meanwhile, or is told in another form, is not among them."""
    found: list[Head] = []
    for at in range(0, len(uids), AT_ONCE):
        some = sorted(uids[at : at + AT_ONCE])
        size = len(some) * HEAD_BYTES
        allow = Allowance(
            1,
            size / SLOWEST,
            len(some) + 10_000,
            literal=2 * HEAD_BYTES,
            size=size + MEGABYTE,
            kinds=frozenset({"FETCH"}),
        )
        for each in uid_sets(some):
            told = session.run(b"UID", b"FETCH", each, b"(UID RFC822.SIZE %b)" % ITEM, allow=allow)
            found += [head for said in told if (head := _head(said, validity)) is not None]
    return found


def _head(said: object, validity: int) -> Head | None:
    if not isinstance(said, Data) or said.kind != "FETCH":
        return None
    told = answers.pairs(said.values[0] if said.values else None)
    header = next((value for name, value in told.items() if name.startswith(b"BODY[HEADER.FIELDS")), None)
    if not isinstance(header, bytes) or not {b"UID", b"RFC822.SIZE"} <= told.keys():
        return None
    uid, size = (answers.number(told[name]) for name in (b"UID", b"RFC822.SIZE"))
    return Head(remote_id(validity, uid), header, size)
