"""Where items lie at their source, when the source has given its places new numbers or an item was moved.

What is kept stays; its places are forgotten and found again: by likeness, so that nothing is loaded twice, or by the
bytes, once they are here. What is not found again in the end is gone. An unplaced item's pointer is a mark and its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Text, Uuid, and_, bindparam, func, literal, or_, select, text, update
from sqlalchemy.orm import Session, aliased

from extract.raw import RawItem
from store.models.private.connection import Collection, Connection
from store.models.private.inbound import Dropped, Inbound
from store.rows import among

MARK = "?"
_BEHIND = chr(ord(MARK) + 1)

_PLACE = text(
    "update inbound set remote_id = found.pointer, gone = false"
    " from unnest(:ids, :pointers) found (id, pointer) where inbound.id = found.id"
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("pointers", type_=ARRAY(Text)))
_PLACE_DROPPED = text(
    "update dropped set remote_id = found.pointer, gone = false"
    " from unnest(:ids, :pointers) found (id, pointer) where dropped.id = found.id"
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("pointers", type_=ARRAY(Text)))
_COPY = text("""
insert into inbound (owner_id, collection_id, remote_id, media_type, sha256, payload, labels, received_at, state,
                     reason, reader_version, likeness, full_size, is_history)
select distinct on (found.pointer) i.owner_id, :collection, found.pointer, i.media_type, i.sha256, i.payload, :labels,
       i.received_at, i.state, i.reason, i.reader_version, i.likeness, i.full_size, i.is_history
from unnest(:pointers, :likenesses) found (pointer, likeness)
join inbound i on i.owner_id = :owner and i.likeness = found.likeness and (i.state = 'read' or i.payload is not null)
where not exists (select from inbound other where other.owner_id = :owner and other.likeness = found.likeness
                  and other.sha256 <> i.sha256)
order by found.pointer, (i.state = 'read') desc, i.id
on conflict do nothing returning remote_id
""").bindparams(
    bindparam("pointers", type_=ARRAY(Text)),
    bindparam("likenesses", type_=ARRAY(Text)),
    bindparam("labels", type_=ARRAY(Text)),
)


def forget(session: Session, collection_id: UUID) -> None:
    """Forget where everything of a collection lies, and how far it was read."""
    for kind in (Inbound, Dropped):
        placed = (kind.collection_id == collection_id, ~_unplaced(kind))
        session.execute(update(kind).where(*placed).values(remote_id=literal(MARK) + kind.id.cast(Text)))
    session.execute(update(Collection).where(Collection.id == collection_id).values(cursor=None))


def unplaced(session: Session, connection_id: UUID) -> set[UUID]:
    """The collections of a connection in which something waits to be found again.

    So does all that lies in one that has no cursor: what was found there belongs to a listing that was broken off, and
    the numbers of the next one may be others.
    """
    of_it = Collection.connection_id == connection_id
    found: set[UUID] = set()
    for kind in (Inbound, Dropped):
        asked = select(kind.collection_id).join(Collection, Collection.id == kind.collection_id).where(of_it)
        waits = or_(_unplaced(kind), Collection.cursor.is_(None))
        found |= set(session.scalars(asked.where(waits, ~kind.gone).distinct()))
    return found


def left_over(session: Session, collection_id: UUID) -> list[str]:
    """The pointers of what was not found again in a collection."""
    asked = (select(kind.remote_id).where(*_of(collection_id, kind), ~kind.gone) for kind in (Inbound, Dropped))
    return [pointer for each in asked for pointer in session.scalars(each)]


def find(session: Session, collection_id: UUID, likenesses: Mapping[str, str]) -> set[str]:
    """Place what is alike, as far as there is but one that it can be.

    Args:
        likenesses: likeness by pointer, of what the source has.

    Returns:
        The pointers that were found.
    """
    asked = select(Inbound.id, Inbound.sha256, Inbound.likeness).where(
        *_of(collection_id, Inbound), Inbound.likeness.in_(set(likenesses.values()))
    )
    alike: dict[str, list[tuple[UUID, str]]] = defaultdict(list)
    for item_id, sha256, likeness in session.execute(asked.order_by(Inbound.gone, Inbound.id)):
        alike[likeness or ""].append((item_id, sha256))
    sure = {likeness: [i for i, _ in rows] for likeness, rows in alike.items() if len({sha for _, sha in rows}) == 1}
    return _place(session, {pointer: sure.get(likeness, []) for pointer, likeness in likenesses.items()})


def find_by_bytes(
    session: Session, collection_id: UUID, items: Sequence[RawItem], keyed_hash: Callable[[str], bytes]
) -> set[str]:
    """Place items whose bytes are here or were left out; the pointers that were found."""
    asked = select(Inbound.sha256, Inbound.id).where(
        *_of(collection_id, Inbound), Inbound.sha256.in_({item.sha256 for item in items})
    )
    same: dict[str, list[UUID]] = defaultdict(list)
    for sha256, item_id in session.execute(asked.order_by(Inbound.gone, Inbound.id)):
        same[sha256].append(item_id)
    found = _place(session, {item.remote_id: same[item.sha256] for item in items})
    hashes = {item.remote_id: keyed_hash(item.sha256) for item in items if item.remote_id not in found}
    return found | _find_dropped(session, collection_id, hashes)


def copy(session: Session, collection: Collection, likenesses: Mapping[str, str]) -> set[str]:
    """Take over from the owner's other places what is alike, as it is there; the pointers that were taken over."""
    labels = [collection.special_use] if collection.special_use else []
    values = {
        "collection": collection.id, "owner": collection.owner_id, "labels": labels,
        "pointers": list(likenesses), "likenesses": list(likenesses.values()),
    }  # fmt: skip
    return set(session.execute(_COPY, values).scalars())


def take_as_read(session: Session, owner_id: UUID, fresh: Sequence[UUID]) -> None:
    """What the owner's other places hold with the same bytes was moved or copied, and is not read again."""
    twin = aliased(Inbound)
    same = (twin.owner_id == owner_id, twin.sha256 == Inbound.sha256, twin.id != Inbound.id, twin.state == "read")
    version = (
        select(func.max(twin.reader_version)).where(*same, twin.media_type == Inbound.media_type).correlate(Inbound)
    )
    read = update(Inbound).where(among(Inbound.id, fresh), version.scalar_subquery().is_not(None))
    session.execute(
        read.values(state="read", reader_version=version.scalar_subquery()).execution_options(synchronize_session=False)
    )


def folders(session: Session, items: Sequence[Inbound]) -> dict[UUID, str]:
    """For each item that lies in a folder, what its owner reads of the folder's name."""
    asked = select(Inbound.id, Collection.name).join(Collection, Collection.id == Inbound.collection_id)
    named = (among(Inbound.id, [item.id for item in items]), Collection.kind == "mailbox_folder", Collection.name != "")
    return {item_id: name for item_id, name in session.execute(asked.where(*named))}  # noqa: C416 - a Row is no tuple


def history_before(session: Session, items: Sequence[Inbound]) -> dict[UUID, datetime]:
    """For each item the time before which its connection takes for history what it holds, where it does."""
    asked = select(Inbound.id, Connection.history_before).join(Collection, Collection.id == Inbound.collection_id)
    asked = asked.join(Connection, Connection.id == Collection.connection_id)
    of_them = (among(Inbound.id, [item.id for item in items]), Connection.history_before.is_not(None))
    return {item_id: before for item_id, before in session.execute(asked.where(*of_them)) if before is not None}


def _find_dropped(session: Session, collection_id: UUID, hashes: Mapping[str, bytes]) -> set[str]:
    asked = select(Dropped.keyed_hash, Dropped.id).where(
        *_of(collection_id, Dropped), Dropped.keyed_hash.in_(set(hashes.values()))
    )
    same: dict[bytes, list[UUID]] = defaultdict(list)
    for keyed, dropped_id in session.execute(asked.order_by(Dropped.gone, Dropped.id)):
        same[keyed].append(dropped_id)
    chosen = {pointer: same[keyed].pop(0) for pointer, keyed in hashes.items() if same[keyed]}
    if chosen:
        session.execute(_PLACE_DROPPED, {"ids": list(chosen.values()), "pointers": list(chosen)})
    return set(chosen)


def _place(session: Session, candidates: Mapping[str, list[UUID]]) -> set[str]:
    """Each pointer to the next of its candidates; lists may be shared between pointers and are used up."""
    chosen = {pointer: ids.pop(0) for pointer, ids in candidates.items() if ids}
    if chosen:
        session.execute(_PLACE, {"ids": list(chosen.values()), "pointers": list(chosen)})
    return set(chosen)


def _of(collection_id: UUID, kind: type[Inbound | Dropped]) -> tuple[ColumnElement[bool], ...]:
    return kind.collection_id == collection_id, _unplaced(kind)


def _unplaced(kind: type[Inbound | Dropped]) -> ColumnElement[bool]:
    """A range and no pattern, so that the index is used."""
    return and_(kind.remote_id >= MARK, kind.remote_id < _BEHIND)
