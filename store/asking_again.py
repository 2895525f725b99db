"""Items that their source has and did not hand over in time: asked for again, less and less often, and then no more.

They are accounted for meanwhile: set aside with the reason, which is what they stay when nothing helps.
"""

from __future__ import annotations

from collections.abc import Collection as Many
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy import case, func, select, update
from sqlalchemy.orm import Session

from store.models.private.connection import Collection
from store.models.private.inbound import Inbound

FIRST_WAIT, LONGER = timedelta(seconds=10), 3  # ten seconds, thirty, ninety, … six hours
MOST_TRIES = 8
WHOLE_TRIES = 4  # after which a first part will do


@dataclass(slots=True)
class Wanted:
    """Pointers of one collection's items that are to be asked for: whole, or of each a first part."""

    whole: set[str] = field(default_factory=set)
    first_part: set[str] = field(default_factory=set)


def put_off(session: Session, collection_id: UUID, remote_ids: Many[str]) -> None:
    """Items of a collection that were set aside are asked for again, unless that was done often enough."""
    wait = FIRST_WAIT * func.power(LONGER, Inbound.tries)
    at = case((Inbound.tries < MOST_TRIES, func.now() + wait), else_=None)
    these = (Inbound.collection_id == collection_id, Inbound.remote_id.in_(remote_ids), Inbound.state == "quarantined")
    session.execute(update(Inbound).where(*these).values(tries=Inbound.tries + 1, next_try_at=at))


def wanted(session: Session, connection_id: UUID) -> dict[str, Wanted]:
    """What is to be asked for again by now of a connection's collections, by the collection's remote name."""
    asked = select(Collection.remote_name, Inbound.remote_id, Inbound.tries)
    asked = asked.join(Collection, Collection.id == Inbound.collection_id)
    ready = (Inbound.next_try_at <= func.now(), Inbound.state == "quarantined", ~Inbound.gone)
    found: dict[str, Wanted] = {}
    for name, pointer, tries in session.execute(asked.where(Collection.connection_id == connection_id, *ready)):
        of_it = found.setdefault(name, Wanted())
        (of_it.whole if tries <= WHOLE_TRIES else of_it.first_part).add(pointer)
    return found
