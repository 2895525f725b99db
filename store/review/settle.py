"""How one suggestion is settled: authorised, checked against the version seen and written in one statement.

A person's rulings come through store.review.decide, a rule's through store.review.by_rule.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import RowMapping, insert, select, text
from sqlalchemy.orm import Session

from store.due import drop, put
from store.errors import Conflict, FieldConflict, NotFound
from store.fields import as_read, may_stand, version_as_seen
from store.models.private.suggestion import Decision, Suggestion, SuggestionSource

Verb = Literal["approve", "edit", "refuse", "later", "keep_private"]
STATE_AFTER = {
    "approve": "approved", "edit": "approved", "refuse": "refused", "later": "later", "keep_private": "private",
}  # fmt: skip
SETTLE = text("""
update suggestion s
set state = :state, typed = cast(:typed as jsonb), version = :version_after, wake_at = :wake_at, share_at = :share_at,
    settled_at = :settled_at
where id = :id and owner_id = :owner and version = :version
  and (state in ('waiting', 'later') or (state = 'private' and :state = 'approved')
       or (state = 'private' and is_history and :state = 'private'))
returning old.state, old.typed, old.version, old.wake_at, old.share_at, old.settled_at
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
    """

    suggestion_id: UUID
    version: str
    verb: Verb
    typed: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    policy_id: UUID | None = None


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

    def rule(self, ruling: Ruling) -> Settled:
        """Settle one suggestion and write the decision down.

        Raises:
            NotFound: the suggestion is not the approver's.
            Conflict: it was changed or settled since it was seen.
        """
        row = _own(self.session, self.approver, ruling)
        before = self.session.execute(SETTLE, self._after(row, ruling)).mappings().one_or_none()
        if before is None:
            raise _changed_since(row, ruling)
        self.session.refresh(row)
        self._write_down(ruling, row, before)
        self._make_due(row)
        return Settled(row.id, row.state, row.version, row.share_at)

    def _after(self, row: Suggestion, ruling: Ruling) -> dict[str, object]:
        typed = _typed(row, ruling)
        state = STATE_AFTER[ruling.verb]
        return {
            "id": row.id,
            "owner": self.approver.user_id,
            "version": ruling.version,
            "state": state,
            "typed": json.dumps(typed),
            "version_after": _version_after(self.session, row, typed) if typed != row.typed else row.version,
            "wake_at": (ruling.until or self.now + timedelta(days=1)) if state == "later" else None,
            "share_at": self.now + timedelta(seconds=self.approver.hold_seconds) if state == "approved" else None,
            "settled_at": None if state == "later" else self.now,
        }

    def _make_due(self, row: Suggestion) -> None:
        drop(self.session, row.owner_id, "wake", str(row.id))
        if row.share_at:
            put(self.session, row.owner_id, "publish", str(row.id), row.share_at)
        if row.wake_at:
            put(self.session, row.owner_id, "wake", str(row.id), row.wake_at)

    def _write_down(self, ruling: Ruling, row: Suggestion, before: RowMapping) -> None:
        moments = {name: _moment(before[name]) for name in ("wake_at", "share_at", "settled_at")}
        self.session.execute(
            insert(Decision).values(
                owner_id=self.approver.user_id,
                op_id=self.op_id,
                suggestion_id=row.id,
                verb=ruling.verb,
                from_state=before["state"],
                to_state=row.state,
                version_seen=before["version"],
                version_after=row.version,
                before={name: before[name] for name in ("state", "typed", "version")} | moments,
                policy_id=ruling.policy_id,
                decided_at=self.now,
            )
        )


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


def _own(session: Session, approver: Approver, ruling: Ruling) -> Suggestion:
    row = session.get(Suggestion, ruling.suggestion_id, populate_existing=True)
    if row is None or row.owner_id != approver.user_id:
        raise NotFound("There is no such note.")
    return row


def _typed(row: Suggestion, ruling: Ruling) -> dict[str, str]:
    typed = {name: value.strip() for name, value in ruling.typed.items()}
    read = {name: as_read(row.kind, row.fields, name) for name, value in typed.items() if may_stand(name, value)}
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
