"""The approved exchanges behind a number on a page: what a chart or a relationship counts, and what it opens.

Asked for one company or one contact at a time, never for one of us alone: there is no sum over companies here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

Kind = Literal["mail", "meeting"]

WITH_COMPANY = "p.domain in (select domain from company_domain where company_id = any(:whom))"
WITH_CONTACT = "p.address in (select value from contact_point where kind = 'email' and contact_id = any(:whom))"
EXCHANGES = """
select distinct s.exchange_key, i.id as note_id, coalesce(s.kind, i.kind) as kind, i.title, s.happened_at, s.direction,
       s.approver_id
from interaction_participant p
join interaction_source s on s.interaction_id = p.interaction_id and s.decision_id = p.decision_id
join interaction i on i.id = s.interaction_id
where not p.ours and {whom} and i.kind <> 'note' and s.happened_at >= :since and s.happened_at < :until
  and (cast(:kind as text) is null or coalesce(s.kind, i.kind) = :kind)
  and (cast(:direction as text) is null or s.direction = :direction)
  and (cast(:ours as uuid) is null or s.approver_id = :ours and not {unshown})
"""
# Whoever does not show how they know somebody shows nobody else what says so.
UNSHOWN = """
exists (select from unshown_tie h where h.user_id = :ours and h.contact_id = any(:whom)
        and h.user_id <> nullif(current_setting('app.user_id', true), '')::uuid)
"""


@dataclass(frozen=True, slots=True)
class Behind:
    """Which exchanges: with these rows of one contact, or of one company, between two moments (the second excluded).

    Attributes:
        rows: the rows that are one contact, or one company.
        ours: one of us, where it is about their relationship with the one contact.
    """

    entity: Literal["contact", "company"]
    rows: Collection[UUID]
    since: datetime
    until: datetime
    kind: Kind | None = None
    direction: Literal["in", "out"] | None = None
    ours: UUID | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One mail or meeting behind a note, and who approved it."""

    note_id: UUID
    kind: Kind
    title: str
    at: datetime
    inwards: bool
    approvers: tuple[UUID, ...]


def exchanges(session: Session, behind: Behind) -> list[Exchange]:
    """The exchanges, each once whoever approved it, the newest first.

    Raises:
        ValueError: one of us is named, but not one contact.
    """
    if behind.ours and behind.entity != "contact":
        raise ValueError("What one of us exchanged is told with one contact only.")
    values = {
        "whom": list(behind.rows), "since": behind.since, "until": behind.until, "kind": behind.kind,
        "direction": behind.direction, "ours": behind.ours,
    }  # fmt: skip
    whom = WITH_CONTACT if behind.entity == "contact" else WITH_COMPANY
    alike: dict[bytes, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(text(EXCHANGES.format(whom=whom, unshown=UNSHOWN)), values):
        alike[bytes(row.exchange_key)].append(row)
    found = sorted(alike.items(), key=lambda each: (each[1][0].happened_at, each[0]), reverse=True)
    return [_one(rows) for _, rows in found]


def _one(rows: Sequence[Row[Any]]) -> Exchange:
    first = min(rows, key=lambda row: (row.note_id, row.approver_id))
    approvers = tuple(sorted({row.approver_id for row in rows}))
    return Exchange(first.note_id, first.kind, first.title, first.happened_at, first.direction == "in", approvers)
