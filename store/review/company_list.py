"""The list of companies that somebody has to do with is shared alone: no person, no note, nothing of when."""

from __future__ import annotations

from datetime import datetime, tzinfo
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.fields import stored, version_as_seen
from store.judgement.parties import CompanyFields
from store.models.private.suggestion import EvidenceRow, Suggestion
from store.queries.past import companies
from store.review.settle import Approver, Operation, Ruling, Settled, already_done


def share(session: Session, approver: Approver, op_id: UUID, now: datetime, zone: tzinfo) -> tuple[Settled, ...]:
    """Approve each company of what is from before; the notes and people stay with their owner. One undo takes it back.

    Raises:
        NotFound: there is no company that is not shared.
    """
    done = already_done(session, approver, op_id)
    if done:
        return done
    rows = [
        _suggestion(approver.user_id, op_id, each, now.astimezone(zone))
        for each in companies(session, approver.user_id)
    ]
    if not rows:
        raise NotFound("There is no company to share.")
    session.add_all(rows)
    session.flush()
    said = {"owner_id": approver.user_id, "field": "name", "source": "hand", "span_start": 0}
    names = [
        said | {"suggestion_id": row.id, "span_end": len(row.fields["name"]), "quote": row.fields["name"]}
        for row in rows
    ]
    session.execute(insert(EvidenceRow), names)
    return Operation(session, approver, op_id, now).rule([Ruling(row.id, row.version, "approve") for row in rows])


def _suggestion(owner_id: UUID, op_id: UUID, fields: CompanyFields, there: datetime) -> Suggestion:
    values = stored(fields)
    return Suggestion(
        owner_id=owner_id, kind="company", key=f"hand:{op_id}:{fields.domain}", addition=0, state="waiting",
        pile="sure", why="You share the list of companies.", fields=values, typed={},
        version=version_as_seen(values, {}, []), happened_at=there, day=there.date(),
    )  # fmt: skip
