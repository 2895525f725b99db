"""Somebody becomes one of us: a colleague's further address, a new colleague's, a further domain of the company's.

What waits was suggested before that, and nothing may ever touch it again. Nobody writes another's private row: each
rep's own work makes their suggestions say so.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from store.fields import version_as_seen
from store.models.private.suggestion import Suggestion, SuggestionSource
from store.queries.owners import owner_of
from store.recording import Owner
from store.review.judge import judge

# Open suggestions that take one of us for somebody outside: new people, questions about two, and notes.
STRANGE = text("""
select s.id from suggestion s
cross join lateral (
    select s.fields ->> 'address' address where s.kind = 'contact'
    union all select substr(k.key, 3) from suggestion_key k
    where s.kind = 'merge' and k.suggestion_id = s.id and k.key like 'm:%'
    union all select p ->> 'address' from jsonb_array_elements(s.fields -> 'people') p
    where s.kind = 'interaction' and not (p ->> 'ours')::boolean
) other
where s.owner_id = :owner and s.state in ('waiting', 'later') and s.kind in ('contact', 'merge', 'interaction')
  and (other.address = any(:us) or split_part(other.address, '@', 2) = any(:domains))
""")


def take_in(session: Session, owner_id: UUID, now: datetime) -> None:
    """Ask an owner about none of us any more, and have their open notes say who is ours."""
    owner = owner_of(session, owner_id, company_key=b"")
    us, domains = owner.own_addresses | owner.colleagues, owner.own_domains
    values = {"owner": owner_id, "us": sorted(us), "domains": sorted(domains)}
    asked = select(Suggestion).where(Suggestion.id.in_(session.scalars(STRANGE, values).all()))
    rows = session.scalars(asked).all()
    notes = [row for row in rows if row.kind == "interaction" and _name_ours(session, owner, row)]
    over = [row.id for row in rows if row not in notes]
    session.execute(delete(Suggestion).where(Suggestion.id.in_(over)))
    judge(session, owner_id, notes, now)


def _name_ours(session: Session, owner: Owner, note: Suggestion) -> bool:
    """Say in a note who is ours; whether anybody outside is left."""
    people = [one | {"ours": owner.is_ours(one["address"])} for one in note.fields["people"]]
    note.fields = note.fields | {"people": sorted(people, key=lambda one: (one["ours"], one["address"]))}
    keys = select(SuggestionSource.exchange_key).where(SuggestionSource.suggestion_id == note.id)
    note.version = version_as_seen(note.fields, note.typed, [key.hex() for key in session.scalars(keys)])
    return not all(one["ours"] for one in people)
