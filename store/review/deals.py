"""Publishing what a note says of its company's stage and of a deal: the deal is noted, or changed, with the note.

What somebody typed stays: a mail that says otherwise becomes a suggestion to whoever approved its note.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from store.judgement import deals
from store.judgement.course import counting
from store.judgement.deals import FIELDS, Dealing, Known
from store.judgement.drafts import ChangeFields
from store.models.shared.contact import Company
from store.models.shared.deal import Deal, DealNote
from store.models.shared.interaction import Interaction
from store.review import changes, courses, identity
from store.review.people import CompanyName, Said, publish_company
from store.review.shared import Place, approve, say, show_last_word
from store.review.word import Origins


def publish(said: Said, note_id: UUID, dealing: Dealing) -> None:
    """Note the company's stage and the deal, with the company where nobody had noted that yet."""
    session, word = said.session, said.word
    company_id = publish_company(said, CompanyName(dealing.company, dealing.domain, read_as="people"))
    if dealing.stage:
        _say(said, ("company", company_id, "stage"), "stage", dealing.stage)
        show_last_word(session, "company", company_id)
    deal_id = _deal(said, company_id, note_id, dealing) if dealing.speaks_of_a_deal else None
    if deal_id is None:
        return
    approve(session, word, "deal", deal_id)
    by = {"approver_id": word.approver_id, "decision_id": word.decision_id}
    session.execute(insert(DealNote).values(deal_id=deal_id, interaction_id=note_id, **by))
    say(
        session,
        replace(word, origins=said.origins.get("title", Origins())),
        ("deal", deal_id, "name"),
        dealing.name,
        "read",
    )
    values = {"deal": dealing.deal, "amount": dealing.amount, "expected_on": dealing.expected_on}
    for name, value in values.items():
        if value:
            _say(said, ("deal", deal_id, FIELDS[name][1]), name, str(value))
    show_last_word(session, "deal", deal_id)


def _deal(said: Said, company_id: UUID, note_id: UUID, dealing: Dealing) -> UUID | None:
    """The deal that a note is about: one that the same note told of, one of the company's, or a new one."""
    session = said.session
    told = select(DealNote.deal_id).join(Deal).where(DealNote.interaction_id == note_id)
    rows = identity.one_with(session, "company", company_id)
    found = session.scalar(told.where(Deal.company_id.in_(rows)).order_by(DealNote.deal_id).limit(1))
    found = found or deals.meant(dealing, said.row.day, known(session, rows))
    if found or not deals.is_new(dealing):
        return found
    values = {"company_id": company_id, "name": dealing.name, "stage": dealing.deal}
    return session.scalars(insert(Deal).values(values).returning(Deal.id)).one()


def known(session: Session, companies: list[UUID]) -> list[Known]:
    """The deals of rows that are one company, as a note may be about one of them."""
    noted = session.scalars(select(Deal).where(Deal.company_id.in_(companies))).all()
    titles: dict[UUID, set[str]] = defaultdict(set)
    asked = select(DealNote.deal_id, Interaction.title).join(Interaction, Interaction.id == DealNote.interaction_id)
    for deal_id, title in session.execute(asked.where(DealNote.deal_id.in_([deal.id for deal in noted]))):
        titles[deal_id].add(title)
    return [
        Known(deal.id, deal.stage, deal.stage_since, deal.amount, titles[deal.id] | {deal.name})  # type: ignore[arg-type]  # by the table's checks
        for deal in noted
    ]


def _say(said: Said, place: Place, name: str, value: str) -> None:
    """Give a field that goes on this approver's value; against what somebody typed it is suggested."""
    session, word = said.session, said.word
    entity, row_id, field = place
    rows = identity.one_with(session, entity, row_id) if entity == "company" else [row_id]
    words = courses.words_on(session, entity, rows).get(field)
    stands = counting(words) if words else None
    if stands and stands.is_typed and stands.value != value:
        table: type[Company | Deal] = Company if entity == "company" else Deal
        called = session.scalar(select(table.name).where(table.id == row_id))
        fields = ChangeFields(entity, row_id, called or "", field, stands.value, value)  # type: ignore[arg-type]  # of Place
        changes.suggest_change(session, said.row, fields, name)
        return
    is_typed = name in said.row.typed
    origins = Origins() if is_typed else said.origins.get(name, Origins())
    say(session, replace(word, origins=origins), place, value, "typed" if is_typed else "read")
