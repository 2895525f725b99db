"""What nobody touched for long leaves the queue: kept private for its owner, not lost, not shared, and asked no more.

Nobody decided, so nothing is written into the journal. New mail about the same brings it back, as it does with history.
"""

from __future__ import annotations

from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import CursorResult, text
from sqlalchemy.orm import Session

from store.judgement.workdays import Workdays

UNTOUCHED_DAYS = 30
EXPIRE = text("""
update suggestion s set state = 'private', is_history = true, settled_at = :now
where owner_id = :owner and state = 'waiting' and suggested_at <= :before
  and coalesce(settled_at, suggested_at) <= :before
  and not exists (select from decision d where d.suggestion_id = s.id and d.decided_at > :before)
""")


def expire(session: Session, owner_id: UUID, workdays: Workdays, now: datetime) -> int:
    """Keep private what waited untouched for UNTOUCHED_DAYS of its owner's, days of absence not counted; how many."""
    before = workdays.before(now, UNTOUCHED_DAYS)
    done = cast("CursorResult[object]", session.execute(EXPIRE, {"owner": owner_id, "before": before, "now": now}))
    return done.rowcount
