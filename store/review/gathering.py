"""Somebody new waits a little before they are asked about: put off by nobody, named in a line, asked about on demand.

A question that waits so is one that was put off, with no decision that did it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from store.due import drop, put_all
from store.judgement.drafts import SuggestionDraft
from store.judgement.gathering import Beside, in_question, wait
from store.judgement.workdays import Workdays
from store.models.private.suggestion import Suggestion
from store.preferences import preferences
from store.queries.gathering import is_gathering
from store.queries.histories import known
from store.review import by_rule, rejudge
from store.review.judge import judge
from store.rows import among

# The oldest mail; none until somebody was decided about, since everybody is new then, and nobody waits.
OLDEST = text("""
select min(m.sent_at) from message m where m.owner_id = :owner and exists (
    select from decision d join suggestion s on s.id = d.suggestion_id
    where d.owner_id = :owner and s.kind = 'contact')
""")
MEETINGS = text("""
select p.address, min(g.starts_at) at from participation p join meeting g on g.id = p.meeting_id
where p.owner_id = :owner and p.address = any(:addresses) and g.status = 'confirmed' and g.starts_at is not null
group by p.address
""")


def gather(
    session: Session, owner_id: UUID, drafts: Sequence[SuggestionDraft], fresh: Collection[str], now: datetime
) -> None:
    """Let new people of these drafts wait who may, and those wait less who wait and are to be asked about sooner.

    Args:
        fresh: keys of what is suggested for the first time.
    """
    people = {draft.key: draft for draft in drafts if draft.kind == "contact"}
    asked = select(Suggestion).where(Suggestion.owner_id == owner_id, among(Suggestion.key, list(people)))
    rows = session.scalars(asked).all() if people else ()
    workdays = preferences(session, owner_id).workdays
    began_on = _began_on(session, owner_id, workdays)
    beside = _beside(session, owner_id, [row.fields["address"] for row in rows], drafts, began_on)
    until = {row: wait(people[row.key], workdays, beside) for row in rows}
    waiting = {row: at for row, at in until.items() if at and at > now and _may_wait(row, fresh)}
    _put_off(session, owner_id, waiting)
    mine = select(Suggestion).where(Suggestion.owner_id == owner_id, is_gathering())
    met = {row.id: row for row in session.scalars(mine)}
    sooner = {row: at for row, at in until.items() if row.id in met and at and row.wake_at and now < at < row.wake_at}
    _put_off(session, owner_id, sooner)
    over = {row.id for row, at in until.items() if row.id in met and (at is None or at <= now)}
    asked_about = in_question(drafts)
    over |= {row.id for row in met.values() if row.fields["address"] in asked_about}
    ask(session, owner_id, over, now)


def _may_wait(row: Suggestion, fresh: Collection[str]) -> bool:
    return row.key in fresh and row.state == "waiting" and row.policy_id is None


def ask(session: Session, owner_id: UUID, suggestion_ids: Collection[UUID], now: datetime) -> None:
    """Ask about those of these who wait, unless a colleague has noted them or a rule speaks of them meanwhile."""
    mine = select(Suggestion).where(Suggestion.owner_id == owner_id, Suggestion.id.in_(suggestion_ids), is_gathering())
    rows = session.scalars(mine).all() if suggestion_ids else ()
    if not rows:
        return
    drop(session, owner_id, "wake", *(str(row.id) for row in rows))
    for row in rows:
        row.state, row.wake_at = "waiting", None
    addresses = [row.fields["address"] for row in rows]
    noted = known(session, owner_id, addresses).contacts
    session.flush()
    gone = [row.id for row in rows if row.fields["address"] in noted]
    session.execute(delete(Suggestion).where(Suggestion.id.in_(gone)))
    judge(session, owner_id, rejudge.notes_naming(session, owner_id, sorted(noted)), now)
    by_rule.settle(session, owner_id, [row for row in rows if row.id not in gone], now)


def ask_now(session: Session, owner_id: UUID, now: datetime) -> None:
    """Ask about everybody who waits."""
    waiting = select(Suggestion.id).where(Suggestion.owner_id == owner_id, is_gathering())
    ask(session, owner_id, session.scalars(waiting).all(), now)


def _beside(
    session: Session, owner_id: UUID, addresses: Sequence[str], drafts: Sequence[SuggestionDraft], began_on: date | None
) -> Beside:
    if not addresses:
        return Beside({})
    met = session.execute(MEETINGS, {"owner": owner_id, "addresses": list(addresses)})
    met_at = {row.address: row.at for row in met}
    return Beside(met_at, in_question(drafts), began_on)


def _began_on(session: Session, owner_id: UUID, workdays: Workdays) -> date | None:
    oldest = session.scalar(OLDEST, {"owner": owner_id})
    return workdays.today(oldest) if oldest else None


def _put_off(session: Session, owner_id: UUID, waiting: dict[Suggestion, datetime]) -> None:
    for row, at in waiting.items():
        row.state, row.wake_at = "later", at
    session.flush()
    put_all(session, owner_id, "wake", {str(row.id): at for row, at in waiting.items()})
