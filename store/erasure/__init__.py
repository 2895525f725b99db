"""Erasing a person: no row, payload or quote is left that names them (ARCHITECTURE law 8).

Each owner's rows are erased by a transaction that acts as this owner, since nobody may write another's. What an item
left behind keeps its pointer alone, so that no later pass brings it back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.erasure import between, rules, shared, sources, suggestions
from store.erasure.subject import Subject, subject_of
from store.review.publish import ONE_AT_A_TIME

__all__ = ["Erased", "Subject", "erase", "subject_of", "whose"]


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased of one owner's: mails and meetings, and suggestions with all that was published of them."""

    items: int = 0
    suggestions: int = 0

    def __add__(self, other: Erased) -> Erased:
        """Both together."""
        return Erased(self.items + other.items, self.suggestions + other.suggestions)


def erase(session: Session, owner_id: UUID, subject: Subject, keyed_hash: Callable[[str], bytes]) -> Erased:
    """Erase all that an owner has of a person, and what this owner published of them. Doing it twice changes nothing.

    Args:
        keyed_hash: the installation's keyed hash, for the items of which nothing else is kept.
    """
    session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    gone = suggestions.erase(session, owner_id, subject)
    items = sources.erase(session, owner_id, subject, keyed_hash)
    shared.erase(session, owner_id, subject)
    rules.erase(session, owner_id, subject)
    between.erase(session, owner_id, subject)
    return Erased(items, gone)


def whose(subjects: Collection[Subject]) -> Subject:
    """What several owners know of one person, as one."""
    first, *others = subjects
    for other in others:
        first = first | other
    return first
