"""Which mails were written by somebody else in the name of whoever the owner knows.

What the receiving server found out counts only against a sender whose other mail passes: behind a gateway, or where a
firm has set up its mail wrongly, everything fails, and that says nothing. Nor does it where a mail answers one of ours,
or the owner answered it.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.queries.proofs import answered_by_owner, from_there
from store.recording import Owner

TOLD_APART = text("""
select m.id from message m join participation p on p.message_id = m.id and p.role = 'from'
where m.id = any(:mails) and m.direction = 'in' and exists (
    select from participation q join message o on o.id = q.message_id
    where q.owner_id = :owner and q.address = p.address and q.role = 'from' and o.direction = 'in'
      and o.refuted is false)
""")


def in_anothers_name(session: Session, owner: Owner, refuted: Sequence[UUID]) -> frozenset[UUID]:
    """Of these mails, which the receiving server refuted, those that are somebody else's."""
    if not refuted:
        return frozenset()
    told = frozenset(session.scalars(TOLD_APART, {"owner": owner.user_id, "mails": list(refuted)}))
    return told - answered_by_owner(session, owner, refuted) - from_there(session, owner, refuted)
