"""Undo is a further decision: it puts a suggestion back to what it was, and takes back what was published.

Undo of a decision that nobody has since changed restores every row; otherwise the conflict names field, both values,
who and when, and nothing changes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, insert, select, text
from sqlalchemy.orm import Session, aliased

from store.due import drop, put
from store.errors import Conflict, FieldConflict, NotFound
from store.models.private.suggestion import Decision
from store.review import newcomers, rejudge, shared
from store.review.settle import Approver, Settled, already_done

PUT_BACK = text("""
update suggestion
set state = cast(:before as jsonb) ->> 'state',
    typed = cast(:before as jsonb) -> 'typed',
    version = case when version = :version_after then cast(:before as jsonb) ->> 'version' else version end,
    wake_at = (cast(:before as jsonb) ->> 'wake_at')::timestamptz,
    share_at = (cast(:before as jsonb) ->> 'share_at')::timestamptz,
    settled_at = (cast(:before as jsonb) ->> 'settled_at')::timestamptz
where id = :id and owner_id = :owner and (state = :state or (:state = 'approved' and state = 'published'))
returning old.state, new.state, old.version, new.version, old.typed, new.wake_at, new.share_at, old.wake_at put_off
""")


def undo(session: Session, approver: Approver, op_id: UUID, undone: UUID | None, now: datetime) -> tuple[Settled, ...]:
    """Undo one operation; the last one of its owner's that is not undone yet if ``undone`` is None.

    Raises:
        NotFound: there is nothing to undo.
        Conflict: somebody has changed since what the operation published.
    """
    done = already_done(session, approver, op_id)
    if done:
        return done
    return _undo_all(session, approver, op_id, _decisions(session, approver, undone), now)


def undo_these(
    session: Session, approver: Approver, op_id: UUID, decision_ids: Collection[UUID], now: datetime
) -> tuple[Settled, ...]:
    """Undo single decisions, such as those that a rule made, as one operation.

    Raises:
        NotFound: none of them is the approver's and not undone yet.
        Conflict: somebody has changed since what one of them published.
    """
    done = already_done(session, approver, op_id)
    chosen = _open_ones(approver).where(Decision.id.in_(decision_ids)).order_by(Decision.id.desc())
    return done or _undo_all(session, approver, op_id, session.scalars(chosen).all(), now)


def _undo_all(
    session: Session, approver: Approver, op_id: UUID, decisions: Sequence[Decision], now: datetime
) -> tuple[Settled, ...]:
    if not decisions:
        raise NotFound("There is nothing to undo.")
    conflicts = [found for decision in decisions for found in shared.changed_since(session, decision.id)]
    if conflicts:
        raise Conflict(tuple(conflicts))
    settled = tuple(_put_back(session, op_id, decision, now) for decision in decisions)
    undone_ids = [decision.suggestion_id for decision in decisions]
    newcomers.take_back(session, approver.user_id, undone_ids)
    rejudge.notes_with(session, approver.user_id, undone_ids, op_id, now)
    return settled


def _open_ones(approver: Approver) -> Select[Decision]:
    """The decisions that are not undone."""
    later = aliased(Decision)
    return select(Decision).where(
        Decision.owner_id == approver.user_id,
        Decision.verb != "undo",
        ~exists().where(later.undoes == Decision.id),
    )


def _decisions(session: Session, approver: Approver, undone: UUID | None) -> Sequence[Decision]:
    """The decisions of one operation, without those that were undone already; a rule's are never the last of all."""
    open_ones = _open_ones(approver)
    if undone is None:
        undone = session.scalar(
            open_ones.with_only_columns(Decision.op_id)
            .where(Decision.policy_id.is_(None))
            .order_by(Decision.decided_at.desc(), Decision.id.desc())
            .limit(1)
        )
    return session.scalars(open_ones.where(Decision.op_id == undone).order_by(Decision.id.desc())).all()


def _put_back(session: Session, op_id: UUID, decision: Decision, now: datetime) -> Settled:
    owner_id, suggestion_id = decision.owner_id, decision.suggestion_id
    shared.take_back(session, decision.id)
    row = session.execute(
        PUT_BACK,
        {
            "id": suggestion_id,
            "owner": owner_id,
            "state": decision.to_state,
            "version_after": decision.version_after,
            "before": shared.as_json(decision.before),
        },
    ).one_or_none()
    if row is None:
        raise Conflict(
            (FieldConflict(field="state", yours=decision.to_state, theirs="decided again", by=None, at=None),)
        )
    was, state, version_seen, version, typed, wake_at, share_at, put_off = row
    drop(session, owner_id, "publish", str(suggestion_id))
    drop(session, owner_id, "wake", str(suggestion_id))
    if wake_at:
        put(session, owner_id, "wake", str(suggestion_id), wake_at)
    _write_down(
        session,
        decision,
        {
            "op_id": op_id,
            "from_state": was,
            "to_state": state,
            "version_seen": version_seen,
            "version_after": version,
            "before": {"state": was, "typed": typed, "version": version_seen, "wake_at": _moment(put_off)},
            "decided_at": now,
        },
    )
    return Settled(suggestion_id, state, version, share_at)


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _write_down(session: Session, decision: Decision, values: dict[str, Any]) -> None:
    session.execute(
        insert(Decision).values(
            owner_id=decision.owner_id,
            suggestion_id=decision.suggestion_id,
            verb="undo",
            undoes=decision.id,
            **values,
        )
    )
    session.expire_all()
