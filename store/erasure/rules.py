"""Rules about somebody: those are never removed, so they end, and what they were about is blotted out."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.erasure.subject import Subject

BLOTTED = "erased"
RULES = text("""
update policy set state = 'deleted', value = :blot, label = :blot, says = case says when '' then '' else :blot end
where owner_id = :owner and lower(policy::text) like any(:patterns)
""")
OFFERS = text("delete from policy_offer where owner_id = :owner and lower(offer) like any(:patterns)")


def erase(session: Session, owner_id: UUID, subject: Subject) -> None:
    """End an owner's rules that name somebody, and forget what was offered about them."""
    values = {"owner": owner_id, "patterns": subject.patterns, "blot": BLOTTED}
    session.execute(RULES, values)
    session.execute(OFFERS, values)
