"""What waits for a rep, as the review shows it: with the sources and the addresses that an oracle judges by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, exists, select, text
from sqlalchemy.orm import Session

from store.models.private.suggestion import Decision, Suggestion
from store.queries.gathering import held_notes

# A mail is cited by the hash of every file that holds it, an event by its UID.
SOURCES = text("""
select s.suggestion_id, m.sha256 as source from suggestion_source s
join message m on m.owner_id = s.owner_id and m.exchange_key = s.exchange_key
where s.suggestion_id = any(:ids)
union
select s.suggestion_id, 'uid:' || g.uid from suggestion_source s
join meeting g on g.id = s.meeting_id where s.suggestion_id = any(:ids)
union
select e.suggestion_id, m.sha256 from evidence e join message m on m.id = e.message_id
join suggestion s on s.id = e.suggestion_id
where e.suggestion_id = any(:ids) and s.kind <> 'interaction'
union
select e.suggestion_id, 'uid:' || g.uid from evidence e join meeting g on g.id = e.meeting_id
join suggestion s on s.id = e.suggestion_id
where e.suggestion_id = any(:ids) and s.kind <> 'interaction'
""")

BY_RULE = and_(Decision.suggestion_id == Suggestion.id, Decision.policy_id.is_not(None))


@dataclass(frozen=True, slots=True)
class Waiting:
    """One suggestion of a rep's queue.

    Attributes:
        kind: ``mail`` or ``meeting`` for a note, else the suggestion's own kind.
        about_person: whether it says something of a person, and so is answered by addresses.
        companions: addresses of who else is noted with a new person, each named in the review.
    """

    id: UUID
    version: str
    kind: str
    pile: str
    doubt: str
    about_person: bool
    sources: tuple[str, ...]
    addresses: tuple[str, ...]
    companions: tuple[str, ...] = ()


def waiting(session: Session, owner_id: UUID) -> list[Waiting]:
    """Everything that waits and is shown, people first, then by time."""
    asked = select(Suggestion).where(Suggestion.owner_id == owner_id, Suggestion.state == "waiting")
    asked = asked.where(Suggestion.id.not_in(held_notes(session, owner_id)))
    rows = session.scalars(asked.order_by(Suggestion.happened_at, Suggestion.kind, Suggestion.key)).all()
    return sorted(described(session, rows), key=lambda each: not each.about_person)


def settled_since(session: Session, owner_id: UUID, known: Collection[UUID]) -> list[tuple[Waiting, bool]]:
    """What stands settled though nobody pressed a key for it, and whether it was approved.

    Whoever was named with somebody new was asked about then.
    """
    states = ("approved", "published", "private", "refused")
    asked = select(Suggestion).where(
        Suggestion.owner_id == owner_id,
        Suggestion.state.in_(states),
        ~and_(Suggestion.kind == "contact", Suggestion.state.in_(states[:2]), ~exists().where(BY_RULE)),
    )
    rows = [row for row in session.scalars(asked) if row.id not in known]
    approved = {row.id: row.state in states[:2] for row in rows}
    return [(each, approved[each.id]) for each in described(session, rows)]


def described(session: Session, rows: Sequence[Suggestion]) -> list[Waiting]:
    """Suggestions with what an oracle judges by."""
    sources: dict[UUID, set[str]] = {row.id: set() for row in rows}
    for suggestion_id, source in session.execute(SOURCES, {"ids": list(sources)}):
        sources[suggestion_id].add(source)
    return [
        Waiting(
            id=row.id,
            version=row.version,
            kind=str(row.fields["kind"]) if row.kind == "interaction" else row.kind,
            pile=row.pile,
            doubt=row.doubt or "",
            about_person=row.kind != "interaction" and row.fields.get("entity") != "interaction",
            sources=tuple(sorted(sources[row.id])),
            addresses=tuple(sorted(set(_addresses(row.kind, _without_companions(row.fields))))),
            companions=tuple(each["address"] for each in row.fields.get("companions", ())),
        )
        for row in rows
    ]


def _without_companions(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields without whom they name beside a new person: those are answered each for itself."""
    return {name: value for name, value in fields.items() if name != "companions"}


def _addresses(kind: str, value: Any) -> list[str]:  # noqa: ANN401 - JSON values
    """Every outside address that a suggestion's fields name."""
    if isinstance(value, str):
        return [value.lower()] if "@" in value and " " not in value else []
    if isinstance(value, dict):
        if value.get("ours"):
            return []
        return [found for inner in value.values() for found in _addresses(kind, inner)]
    return [found for inner in value for found in _addresses(kind, inner)] if isinstance(value, list) else []
