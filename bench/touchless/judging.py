"""How long judging takes where a company knows many people: all that a rep has, judged anew beside 100,000 contacts."""

from __future__ import annotations

from datetime import datetime
from time import perf_counter
from uuid import UUID

from sqlalchemy import select, text

from bench.touchless.office import Office
from store.engine import Acting
from store.models.private.message import Meeting, Message, Participation
from store.queries.owners import owner_of
from store.recording import Touched
from store.review.suggest import suggest

KNOWN = 100_000
PATIENT = text("set local statement_timeout = 0")
MANY = text("""
with people as (
    insert into contact (name)
    select initcap(substr(md5(n::text), 1, 6)) || ' ' || initcap(substr(md5((n * 7)::text), 1, 8))
    from generate_series(1, :many) n returning id, name
)
insert into contact_point (contact_id, kind, value)
select id, 'email', lower(replace(name, ' ', '.')) || '.' || row_number() over () || '@known.example' from people
""")


def milliseconds_a_fact(office: Office, now: datetime, known: int = KNOWN) -> float:
    """Milliseconds for each mail and meeting of the rep who has most: looked up, resolved, judged, submitted anew."""
    facts = {user_id: _facts(office, user_id) for user_id in office.users.values()}
    user_id = max(facts, key=lambda each: facts[each][1])
    touched, number = facts[user_id]
    with office.worker.transaction(Acting(user_id)) as session:
        session.execute(PATIENT)  # a hundred thousand at once may take longer than a statement of the product
        session.execute(MANY, {"many": known})
        owner = owner_of(session, user_id, office.company_key)
        began = perf_counter()
        suggest(session, owner, touched, now)
        took = perf_counter() - began
        session.rollback()  # nobody approved those people: the database would not keep them
    return 1000 * took / max(1, number)


def _facts(office: Office, user_id: UUID) -> tuple[Touched, int]:
    with office.worker.transaction(Acting(user_id)) as session:
        owner = owner_of(session, user_id, office.company_key)
        mails = session.execute(select(Message.thread_id, Message.sent_at)).all()
        meetings = session.execute(select(Meeting.uid, Meeting.recurrence_id)).all()
        addresses = session.scalars(select(Participation.address).distinct()).all()
        touched = Touched(
            thread_days=frozenset((thread_id, owner.day_of(at)) for thread_id, at in mails),
            meetings=frozenset((uid, instance) for uid, instance in meetings),
            addresses=frozenset(address for address in addresses if not owner.is_ours(address)),
        )
    return touched, len(mails) + len(meetings)
