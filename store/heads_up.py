"""Word to whoever has a relationship that a colleague had to do with it: who, when and which kind, and nothing else.

Found in the recipient's own daily round, from what colleagues published, and from the meetings that those announce who
say so. Each is told on one day: on the review, and in that day's digest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Row, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.judgement.heads_up import has_it
from store.models.people import User
from store.models.private.heads_up import HeadsUp
from store.models.shared.contact import Company, Contact
from store.queries.relationships import Tie, ties

Kind = Literal["mail", "meeting", "upcoming"]
NEWS_FOR = timedelta(days=7)  # what was published before is no news
MOST = 5

# Notes that a colleague published and the owner did not, with people with whom the owner had to do.
PUBLISHED = text("""
select distinct i.id as note_id, i.kind, i.starts_at as at, s.approver_id as colleague_id,
       coalesce(c.merged_into, c.id) as contact_id
from interaction i
join interaction_source s on s.interaction_id = i.id and s.approver_id <> :owner
join interaction_participant p on p.interaction_id = i.id and p.decision_id = s.decision_id and not p.ours
join contact_point cp on cp.kind = 'email' and cp.value = p.address and cp.contact_id is not null
join contact c on c.id = cp.contact_id
where i.published_at > :since and i.kind <> 'note' and i.starts_at > :since
  and not exists (select from interaction_source mine where mine.interaction_id = i.id and mine.approver_id = :owner)
  and exists (select from interaction_participant own where own.address = p.address and own.approver_id = :owner)
""")
# Meetings that colleagues announce, with companies some of whose people the owner knows.
ANNOUNCED = text("""
select distinct u.rep_id as colleague_id, u.company_id, u.starts_at as at, coalesce(c.merged_into, c.id) as contact_id
from upcoming_meeting u
join company m on u.company_id in (m.id, m.merged_into)
join employment e on e.company_id = m.id and e.until is null
join contact c on c.id = e.contact_id
join contact_point cp on cp.contact_id = c.id and cp.kind = 'email'
join interaction_participant own on own.address = cp.value and own.approver_id = :owner
where u.rep_id <> :owner and u.starts_at > :now
""")


@dataclass(frozen=True, slots=True)
class Word:
    """Who had to do with whom, when and how. ``name`` is the contact's, or the company's of a meeting to come."""

    colleague: str
    name: str
    contact_id: UUID | None
    company_id: UUID | None
    kind: Kind
    at: datetime


def notice(session: Session, owner_id: UUID, now: datetime) -> None:
    """Find what colleagues did with people whose relationship is the owner's. Doing it twice finds nothing new."""
    published = session.execute(PUBLISHED, {"owner": owner_id, "since": now - NEWS_FOR}).all()
    announced = session.execute(ANNOUNCED, {"owner": owner_id, "now": now}).all()
    contacts = {row.contact_id for row in (*published, *announced)}
    own = _own(ties(session, contacts, now), owner_id) if contacts else set()
    rows = [*_of_notes(published, own), *_of_meetings(announced, own)]
    if rows:
        once = {row["key"]: {"owner_id": owner_id, **row} for row in rows}
        session.execute(insert(HeadsUp).values(list(once.values())).on_conflict_do_nothing())


def told(session: Session, owner_id: UUID, today: date) -> list[Word]:
    """What is told today: what was not told on an earlier day. It is not told again on a later one."""
    session.execute(
        update(HeadsUp).where(HeadsUp.owner_id == owner_id, HeadsUp.told_on.is_(None)).values(told_on=today)
    )
    return of_day(session, owner_id, today)


def of_day(session: Session, owner_id: UUID, today: date) -> list[Word]:
    """What is told on a day, the newest first."""
    asked = (
        select(HeadsUp, User.name, func.coalesce(Contact.name, Company.name))
        .join(User, User.id == HeadsUp.colleague_id)
        .outerjoin(Contact, Contact.id == HeadsUp.contact_id)
        .outerjoin(Company, Company.id == HeadsUp.company_id)
        .where(HeadsUp.owner_id == owner_id, HeadsUp.told_on == today)
        .where(or_(Contact.id.is_not(None), Company.id.is_not(None)))  # one of whom nothing is left is not told of
        .order_by(HeadsUp.at.desc(), HeadsUp.key)
    )
    return [_word(row, colleague, name) for row, colleague, name in session.execute(asked.limit(MOST))]


def _own(known: Iterable[Tie], owner_id: UUID) -> set[UUID]:
    """The contacts whose relationship is the owner's."""
    by_contact: dict[UUID, list[Tie]] = defaultdict(list)
    for tie in known:
        by_contact[tie.contact_id].append(tie)
    return {contact_id for contact_id, of_it in by_contact.items() if _is_own(of_it, owner_id)}


def _is_own(of_it: Sequence[Tie], owner_id: UUID) -> bool:
    mine = next((tie.relationship.strength for tie in of_it if tie.user_id == owner_id), None)
    return has_it(mine, [tie.relationship.strength for tie in of_it if tie.user_id != owner_id])


def _of_notes(rows: Iterable[Row[Any]], own: set[UUID]) -> Iterator[Mapping[str, Any]]:
    for row in sorted(rows, key=lambda row: (row.note_id, row.colleague_id, row.contact_id), reverse=True):
        if row.contact_id in own:
            yield {
                "key": f"note {row.note_id} {row.colleague_id}", "colleague_id": row.colleague_id,
                "contact_id": row.contact_id, "company_id": None, "kind": row.kind, "at": row.at,
            }  # fmt: skip


def _of_meetings(rows: Iterable[Row[Any]], own: set[UUID]) -> Iterator[Mapping[str, Any]]:
    for row in rows:
        if row.contact_id in own:
            yield {
                "key": f"to come {row.colleague_id} {row.company_id} {row.at.isoformat()}",
                "colleague_id": row.colleague_id, "contact_id": None, "company_id": row.company_id, "kind": "upcoming",
                "at": row.at,
            }  # fmt: skip


def _word(row: HeadsUp, colleague: str, name: str) -> Word:
    kind: Kind = "meeting" if row.kind == "meeting" else "upcoming" if row.kind == "upcoming" else "mail"
    return Word(colleague, name, row.contact_id, row.company_id, kind, row.at)
