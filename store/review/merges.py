"""Publishing that two are one, or that they are not: words on pairs, and who moved from one company to another."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.identity.profiles import about
from store.judgement.parties import ContactFields, MergeFields, Side
from store.models.private.detail import SuggestionKey
from store.models.private.suggestion import Suggestion
from store.models.shared.contact import CompanyDomain, Contact, ContactPoint, Employment
from store.review import identity, people
from store.review.identity import Pair
from store.review.origins import decision_of
from store.review.shared import Place, approve, regroup, say, show_last_word
from store.review.word import Origins, Word


def publish_merge(session: Session, word: Word, row: Suggestion, fields: MergeFields) -> None:
    """Say what was approved: that both sides are one, and that the one whom nobody noted yet is a contact."""
    if fields.person:
        people.publish_contact(session, word, row, fields.person)
    _say(session, word, fields)
    if fields.moved_on and fields.person:
        _move(session, word, fields, fields.person)


def rejoin(session: Session, word: Word, address: str) -> None:
    """Say what was approved of an address before there was a contact to say it of."""
    keyed = select(SuggestionKey.suggestion_id).where(
        SuggestionKey.owner_id == word.approver_id, SuggestionKey.key == about(address)
    )
    merges = select(Suggestion).where(
        Suggestion.id.in_(keyed), Suggestion.kind == "merge", Suggestion.state == "published"
    )
    for row in session.scalars(merges).all():
        fields = fields_as_seen(row)
        if isinstance(fields, MergeFields):
            _say(session, replace(word, decision_id=decision_of(session, row), origins=Origins()), fields)


def _say(session: Session, word: Word, fields: MergeFields) -> None:
    ones, others = (_rows(session, fields.entity, side) for side in (fields.one, fields.other))
    pairs = list(product(ones, others))
    for one, other in pairs[:1] if fields.same else pairs:
        if one != other:
            identity.say(session, word, Pair(fields.entity, one, other, fields.same))
    regroup(session, fields.entity, {*ones, *others})


def _rows(session: Session, entity: str, side: Side) -> list[UUID]:
    """The rows that a side's addresses or domains belong to today."""
    if entity == "company":
        asked = select(CompanyDomain.company_id).where(CompanyDomain.domain.in_(side.keys))
    else:
        of_it = ContactPoint.contact_id == Contact.id
        asked = select(Contact.id).join(ContactPoint, of_it).where(ContactPoint.value.in_(side.keys))
    return sorted(set(session.scalars(asked)))


def _move(session: Session, word: Word, fields: MergeFields, person: ContactFields) -> None:
    """End the posts at former companies on the day on which the new one begins."""
    domain = select(CompanyDomain.company_id).where(CompanyDomain.domain == person.company_domain)
    new_company = session.scalar(domain)
    everybody = _rows(session, "contact", fields.one) + _rows(session, "contact", fields.other)
    posts = session.scalars(select(Employment).where(Employment.contact_id.in_(everybody))).all()
    for post in posts:
        field = "since" if post.company_id == new_company else "until"
        place: Place = ("employment", post.id, field)
        approve(session, word, "employment", post.id)
        say(session, word, place, str(fields.moved_on), "read")
        show_last_word(session, "employment", post.id)
