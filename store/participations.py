"""Who took part in a message or meeting, as written there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from extract.facts import Extraction, Participant
from store.models.private.message import Participation
from store.recording import column
from store.rows import insert_rows


@dataclass(frozen=True, slots=True)
class Presence:
    """The people of one message or meeting, and the reading that says who of them is a person."""

    extraction: Extraction
    people: Sequence[Participant]
    message_id: UUID | None = None
    meeting_id: UUID | None = None


def insert_participations(session: Session, owner_id: UUID, presences: Sequence[Presence]) -> None:
    """Keep everybody once in each role."""
    rows = [row for presence in presences for row in _rows(owner_id, presence)]
    insert_rows(session, Participation, rows)


def _rows(owner_id: UUID, presence: Presence) -> list[dict[str, Any]]:
    persons = {fact.address: fact.name for fact in presence.extraction.contacts}
    companies = {fact.domain: fact.name for fact in presence.extraction.companies}
    desks = {fact.address: {fact.company_domain: fact.company_name} for fact in presence.extraction.desks}
    once = {(person.role, person.address): person for person in reversed(presence.people)}
    return [
        _row(person, desks.get(person.address, companies))
        | {
            "name": persons.get(person.address, person.name),
            "owner_id": owner_id,
            "message_id": presence.message_id,
            "meeting_id": presence.meeting_id,
            "person": person.address in persons,
            "desk": person.address in desks,
        }
        for person in once.values()
    ]


def _row(person: Participant, companies: Mapping[str, str]) -> dict[str, Any]:
    domain = _company_domain(person.address, companies)
    return {
        "role": person.role,
        "address": person.address,
        "name": person.name,
        "response": person.response,
        "company_domain": domain,
        "company_name": companies[domain] if domain else None,
        "evidence": column(person.evidence) if person.evidence else None,
    }


def _company_domain(address: str, companies: Mapping[str, str]) -> str | None:
    """The registered domain of a company that the address lies under."""
    host = address.rpartition("@")[2]
    while host:
        if host in companies:
            return host
        host = host.partition(".")[2]
    return None
