"""Who was named with somebody new is noted by the same decision: at once, or when there was an exchange with them.

Their own decision is part of the operation in which their owner read the name, so that one undo takes back all of it.
What was said so holds for half a year; later their owner is asked again. It was said of a name and an address, and
whatever else an unproven sender has said of themselves since then is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.companions import coming
from store.judgement.parties import ContactFields
from store.judgement.people import contact_key
from store.models.private.suggestion import Suggestion
from store.queries.proofs import readers
from store.recording import Owner
from store.review import by_rule, rejudge
from store.review.settle import Approver, Operation, Ruling, Settled

HOLDS: Final = timedelta(days=183)
# The newest decision that noted somebody with whom these were named, where it stands.
BROUGHT = text("""
select distinct on (k.key) substr(k.key, 3) address, s.id, d.op_id, d.decided_at
from suggestion_key k join suggestion s on s.id = k.suggestion_id
join decision d on d.suggestion_id = s.id and d.verb in ('approve', 'edit')
where k.owner_id = :owner and k.key = any(:keys) and s.kind = 'contact' and s.state in ('approved', 'published')
  and d.decided_at > :since and not exists (select from decision u where u.undoes = d.id)
order by k.key, d.decided_at desc, d.id desc
""")
# New people about whom nothing was ever decided: what its owner brought back is theirs to decide.
NEWCOMERS = text("""
select s.id from suggestion s where s.owner_id = :owner and s.key = any(:keys) and s.kind = 'contact'
and s.state in ('waiting', 'later') and s.typed = '{}' and s.policy_id is null
and not exists (select from decision d where d.suggestion_id = s.id)
""")
# What mails that prove their sender say of them.
PROVEN = text("""
select field, value from detail
where owner_id = :owner and address = :address and (verified or message_id = any(:proven))
""").bindparams(bindparam("proven", type_=ARRAY(Uuid)))
SAID: Final = ("title", "phone", "mobile", "location")


def note_with(operation: Operation, suggestion_ids: Collection[UUID]) -> tuple[Settled, ...]:
    """Note those who wait and are named with somebody whom these decisions approved."""
    asked = select(Suggestion).where(
        Suggestion.id.in_(suggestion_ids), Suggestion.kind == "contact", Suggestion.state == "approved"
    )
    named = {address for row in operation.session.scalars(asked) for address in _named(row)}
    keys = sorted(map(contact_key, named))
    waiting = _newcomers(operation.session, operation.approver.user_id, keys)
    return operation.rule([Ruling(row.id, row.version, "approve") for row in waiting])


def note_once_met(session: Session, owner: Owner, judged: Collection[str], now: datetime) -> None:
    """Note those of an owner's newcomers who were named with somebody noted, and judge anew the notes with them."""
    waiting = {row.fields["address"]: row for row in _newcomers(session, owner.user_id, sorted(judged))}
    if not waiting:
        return
    keys = [coming(address) for address in sorted(waiting)]
    values = {"owner": owner.user_id, "keys": keys, "since": now - HOLDS}
    held = by_rule.approver(session, owner.user_id, now).hold_seconds
    for address, by_id, op_id, decided_at in session.execute(BROUGHT, values).all():
        if address in _named(session.get_one(Suggestion, by_id)):
            row, passed = waiting[address], int((now - decided_at).total_seconds())
            since_then = Operation(session, Approver(owner.user_id, passed + held), op_id, decided_at)
            since_then.rule([_ruling(session, owner, row)])
            rejudge.notes_with(session, owner.user_id, [row.id], op_id, now)


def _ruling(session: Session, owner: Owner, row: Suggestion) -> Ruling:
    address = row.fields["address"]
    mails = [mail for mail, reads in readers(session, owner, [address]).get(address, {}).items() if reads == address]
    said = session.execute(PROVEN, {"owner": owner.user_id, "address": address, "proven": mails})
    proven = {tuple(each) for each in said}
    blank = {name: "" for name in SAID if row.fields[name] and (name, row.fields[name]) not in proven}
    return Ruling(row.id, row.version, "edit" if blank else "approve", blank)


def _named(row: Suggestion) -> tuple[str, ...]:
    fields = fields_as_seen(row)
    return tuple(one.address for one in fields.companions) if isinstance(fields, ContactFields) else ()


def _newcomers(session: Session, owner_id: UUID, keys: Sequence[str]) -> Sequence[Suggestion]:
    contacts = [key for key in keys if key.startswith("contact:")]
    if not contacts:
        return ()
    session.flush()
    ids = session.scalars(NEWCOMERS, {"owner": owner_id, "keys": contacts}).all()
    return session.scalars(select(Suggestion).where(Suggestion.id.in_(ids)).order_by(Suggestion.key)).all()
