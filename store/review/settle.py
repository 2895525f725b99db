"""How suggestions are settled: authorised, checked against the versions seen and written, all in one statement.

A person's rulings come through store.review.decide, a rule's through store.review.by_rule.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import RowMapping, insert, select, text
from sqlalchemy.orm import Session

from store.due import drop, put_all
from store.errors import Conflict, FieldConflict, NotFound
from store.fields import as_read, may_stand, version_as_seen
from store.models.private.suggestion import Decision, Suggestion, SuggestionSource

Verb = Literal["approve", "edit", "refuse", "later", "keep_private"]
STATE_AFTER = {
    "approve": "approved", "edit": "approved", "refuse": "refused", "later": "later", "keep_private": "private",
}  # fmt: skip
# All of an operation at once, each as it was seen; what is not returned is not as it was.
SETTLE = text("""
update suggestion s
set state = a.state, typed = a.typed, version = a.version_after, wake_at = a.wake_at, share_at = a.share_at,
    settled_at = a.settled_at
from jsonb_to_recordset(cast(:asked as jsonb)) a(
    id uuid, version text, state text, typed jsonb, version_after text, wake_at timestamptz, share_at timestamptz,
    settled_at timestamptz)
where s.id = a.id and s.owner_id = :owner and s.version = a.version
  and (s.state in ('waiting', 'later') or (s.state = 'private' and a.state = 'approved')
       or (s.state = 'private' and s.is_history and a.state = 'private'))
returning s.id, old.state, old.typed, old.version, old.wake_at, old.share_at, old.settled_at
""")


@dataclass(frozen=True, slots=True)
class Approver:
    """Who decides, and how long what they approve is held before it is shared."""

    user_id: UUID
    hold_seconds: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is said about one suggestion in the version seen.

    Attributes:
        typed: for ``edit``, the fields typed (store.fields.EDITABLE).
        until: for ``later``, when it comes back (aware).
        policy_id: the rule that says it; None for a person.
        op_id: the operation that it is by itself; None where it is part of one.
    """

    suggestion_id: UUID
    version: str
    verb: Verb
    typed: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    policy_id: UUID | None = None
    op_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """How a suggestion stands after a decision or an undo."""

    suggestion_id: UUID
    state: str
    version: str
    share_at: datetime | None


@dataclass(frozen=True, slots=True)
class Operation:
    """Rulings under one op id, which a retry repeats."""

    session: Session
    approver: Approver
    op_id: UUID
    now: datetime

    def rule(self, rulings: Sequence[Ruling]) -> tuple[Settled, ...]:
        """Settle suggestions and write the decisions down: as many statements for a hundred as for one.

        Raises:
            NotFound: a suggestion is not the approver's.
            Conflict: one was changed or settled since it was seen, or is named twice.
        """
        if not rulings:
            return ()
        rows = _own(self.session, self.approver, rulings)
        before = self._settle(rows, rulings)
        after = _own(self.session, self.approver, rulings)
        written = [
            self._written(ruling, after[ruling.suggestion_id], before[ruling.suggestion_id]) for ruling in rulings
        ]
        self.session.execute(insert(Decision), written)
        self._make_due(after)
        settled = (after[ruling.suggestion_id] for ruling in rulings)
        return tuple(Settled(row.id, row.state, row.version, row.share_at) for row in settled)

    def _settle(self, rows: Mapping[UUID, Suggestion], rulings: Sequence[Ruling]) -> dict[UUID, RowMapping]:
        asked = [self._after(rows[ruling.suggestion_id], ruling) for ruling in rulings]
        values = {"owner": self.approver.user_id, "asked": json.dumps(asked)}
        before = {row["id"]: row for row in self.session.execute(SETTLE, values).mappings()}
        open_ones = set(before)
        for ruling in rulings:
            if ruling.suggestion_id not in open_ones:
                raise _changed_since(rows[ruling.suggestion_id], ruling)
            open_ones.remove(ruling.suggestion_id)
        return before

    def _after(self, row: Suggestion, ruling: Ruling) -> dict[str, object]:
        typed = _typed(row, ruling)
        state = STATE_AFTER[ruling.verb]
        held = self.now + timedelta(seconds=self.approver.hold_seconds)
        return {
            "id": str(row.id),
            "version": ruling.version,
            "state": state,
            "typed": typed,
            "version_after": _version_after(self.session, row, typed) if typed != row.typed else row.version,
            "wake_at": _moment(ruling.until or self.now + timedelta(days=1)) if state == "later" else None,
            "share_at": _moment(held) if state == "approved" else None,
            "settled_at": None if state == "later" else _moment(self.now),
        }

    def _make_due(self, rows: Mapping[UUID, Suggestion]) -> None:
        owner_id = self.approver.user_id
        drop(self.session, owner_id, "wake", *(str(id_) for id_ in rows))
        put_all(self.session, owner_id, "publish", {str(row.id): row.share_at for row in rows.values() if row.share_at})
        put_all(self.session, owner_id, "wake", {str(row.id): row.wake_at for row in rows.values() if row.wake_at})

    def _written(self, ruling: Ruling, row: Suggestion, before: RowMapping) -> dict[str, object]:
        """The decision for the journal."""
        moments = {name: _moment(before[name]) for name in ("wake_at", "share_at", "settled_at")}
        return {
            "owner_id": self.approver.user_id,
            "op_id": ruling.op_id or self.op_id,
            "suggestion_id": row.id,
            "verb": ruling.verb,
            "from_state": before["state"],
            "to_state": row.state,
            "version_seen": before["version"],
            "version_after": row.version,
            "before": {name: before[name] for name in ("state", "typed", "version")} | moments,
            "policy_id": ruling.policy_id,
            "decided_at": self.now,
        }


def already_done(session: Session, approver: Approver, op_id: UUID) -> tuple[Settled, ...]:
    """The answer of an operation that was carried out before; empty if it was not."""
    rows = session.execute(
        select(Suggestion.id, Suggestion.state, Suggestion.version, Suggestion.share_at)
        .join(Decision, Decision.suggestion_id == Suggestion.id)
        .where(Decision.owner_id == approver.user_id, Decision.op_id == op_id)
        .order_by(Decision.id)
    )
    return tuple(Settled(*row) for row in rows)


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _own(session: Session, approver: Approver, rulings: Sequence[Ruling]) -> dict[UUID, Suggestion]:
    """The suggestions as they are now."""
    ids = {ruling.suggestion_id for ruling in rulings}
    mine = select(Suggestion).where(Suggestion.owner_id == approver.user_id, Suggestion.id.in_(ids))
    rows = {row.id: row for row in session.scalars(mine.execution_options(populate_existing=True))}
    if rows.keys() != ids:
        raise NotFound("There is no such note.")
    return rows


def _typed(row: Suggestion, ruling: Ruling) -> dict[str, str]:
    typed = {name: value.strip() for name, value in ruling.typed.items()}
    read = {
        name: as_read(row.kind, row.fields, name) for name, value in typed.items() if may_stand(name, value, row.fields)
    }
    return {**row.typed, **{name: typed[name] for name, was in read.items() if was is not None and typed[name] != was}}


def _version_after(session: Session, row: Suggestion, typed: dict[str, str]) -> str:
    keys = session.scalars(select(SuggestionSource.exchange_key).where(SuggestionSource.suggestion_id == row.id))
    return version_as_seen(row.fields, typed, [key.hex() for key in keys])


def _changed_since(row: Suggestion, ruling: Ruling) -> Conflict:
    yours = STATE_AFTER[ruling.verb]
    if row.version != ruling.version:
        theirs = "this note as it is now"
        return Conflict((FieldConflict(field="version", yours=ruling.version, theirs=theirs, by=None, at=None),))
    return Conflict((FieldConflict(field="state", yours=yours, theirs=row.state, by=None, at=row.settled_at),))
