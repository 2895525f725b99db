"""Undo is a further decision: it puts a suggestion back to what it was, and takes back what was published.

Undo of a decision that nobody has since changed restores every row; otherwise the conflict names field, both values,
who and when, and nothing changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Row, Select, exists, insert, select, text
from sqlalchemy.orm import Session, aliased

from store.due import drop, put
from store.errors import Conflict, FieldConflict, NotFound
from store.models.private.suggestion import Decision
from store.review import newcomers, rejudge, shared
from store.review.settle import Approver, Settled, already_done

Each = TypeVar("Each")
# As the journal says that it was, all of them in one statement.
PUT_BACK = text("""
update suggestion s
set state = d.before ->> 'state',
    typed = d.before -> 'typed',
    version = case when s.version = d.version_after then d.before ->> 'version' else s.version end,
    wake_at = (d.before ->> 'wake_at')::timestamptz,
    share_at = (d.before ->> 'share_at')::timestamptz,
    settled_at = (d.before ->> 'settled_at')::timestamptz
from decision d
where d.id = any(:decisions) and d.owner_id = :owner and s.id = d.suggestion_id and s.owner_id = :owner
  and (s.state = d.to_state or (d.to_state = 'approved' and s.state = 'published'))
returning d.id decision_id, new.id, old.state was, new.state, old.version version_seen, new.version, old.typed,
          new.wake_at, new.share_at, old.wake_at put_off
""")


def in_waves(decisions: Iterable[Each], about: Callable[[Each], UUID]) -> list[list[Each]]:
    """Decisions in their order, so that no wave holds two about one suggestion: mostly there is one wave."""
    waves: list[list[Each]] = []
    times: Counter[UUID] = Counter()
    for decision in decisions:
        place = times[about(decision)]
        times[about(decision)] += 1
        if place == len(waves):
            waves.append([])
        waves[place].append(decision)
    return waves


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
    published = shared.published_by(session, [decision.id for decision in decisions])
    conflicts = [found for id_ in published for found in shared.changed_since(session, id_)]
    if conflicts:
        raise Conflict(tuple(conflicts))
    for decision in decisions:
        if decision.id in published:
            shared.take_back(session, decision.id)
    undone_ids = [decision.suggestion_id for decision in decisions]
    settled = _put_all_back(session, op_id, decisions, now)
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


def _put_all_back(session: Session, op_id: UUID, decisions: Sequence[Decision], now: datetime) -> tuple[Settled, ...]:
    owner_id = decisions[0].owner_id
    put_back = [
        each for wave in in_waves(decisions, lambda one: one.suggestion_id) for each in _put_back(session, wave)
    ]
    references = [str(decision.suggestion_id) for decision in decisions]
    drop(session, owner_id, "publish", *references)
    drop(session, owner_id, "wake", *references)
    for decision, row in put_back:
        if row.wake_at:
            put(session, owner_id, "wake", str(decision.suggestion_id), row.wake_at)
    said = {"owner_id": owner_id, "op_id": op_id, "verb": "undo", "decided_at": now}
    session.execute(insert(Decision), [said | _written(decision, row) for decision, row in put_back])
    session.expire_all()
    return tuple(Settled(row.id, row.state, row.version, row.share_at) for _, row in put_back)


def _put_back(session: Session, decisions: Sequence[Decision]) -> list[tuple[Decision, Row[Any]]]:
    values = {"owner": decisions[0].owner_id, "decisions": [decision.id for decision in decisions]}
    rows = {row.decision_id: row for row in session.execute(PUT_BACK, values)}
    decided_again = next((decision for decision in decisions if decision.id not in rows), None)
    if decided_again:
        yours = decided_again.to_state
        raise Conflict((FieldConflict(field="state", yours=yours, theirs="decided again", by=None, at=None),))
    return [(decision, rows[decision.id]) for decision in decisions]


def _written(decision: Decision, row: Row[Any]) -> dict[str, Any]:
    """The undo of one decision for the journal."""
    seen = {"state": row.was, "typed": row.typed, "version": row.version_seen, "wake_at": _moment(row.put_off)}
    return {
        "suggestion_id": decision.suggestion_id,
        "undoes": decision.id,
        "from_state": row.was,
        "to_state": row.state,
        "version_seen": row.version_seen,
        "version_after": row.version,
        "before": seen,
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
