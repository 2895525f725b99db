"""What its owner settled and nobody else sees: kept private for good, or approved and still held.

A note or person that a colleague shared stands in for one's own private record of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, exists, select, text, tuple_
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import ContactFields, InteractionFields
from store.models.private.suggestion import Suggestion, SuggestionSource
from store.models.shared.contact import ContactPoint
from store.models.shared.interaction import InteractionSource
from store.queries.directory import SHOWN, addresses_of, domains_of
from store.queries.notes import Narrowed

_TO_ITS_OWNER_ALONE = ("private", "approved")
PERSON_SAYS = """concat_ws(' ', suggestion.typed ->> 'name', suggestion.fields ->> 'name',
    suggestion.fields ->> 'address', suggestion.fields ->> 'company_name')"""
NOTE_SAYS = """concat_ws(' ', suggestion.typed ->> 'title', suggestion.fields ->> 'title',
    jsonb_path_query_array(suggestion.fields, '$.people[*].name'),
    jsonb_path_query_array(suggestion.fields, '$.people[*].address'))"""
IS_WITH = """
exists (select from jsonb_array_elements(suggestion.fields -> 'people') someone
        where someone ->> 'address' = any(:whom) or split_part(someone ->> 'address', '@', 2) = any(:whom))
"""


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A settled note. ``share_at`` is when colleagues will see it; None for one that is kept private."""

    id: UUID
    version: str
    fields: InteractionFields
    is_addition: bool
    day: date
    happened_at: datetime
    share_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnPerson:
    """A settled person. ``share_at`` is when colleagues will see them; None for one who is kept private."""

    id: UUID
    version: str
    fields: ContactFields
    share_at: datetime | None


def notes(session: Session, owner_id: UUID, narrowed: Narrowed) -> list[OwnNote]:
    """An owner's settled notes that nobody else sees, newest first."""
    shared = (
        exists()
        .where(SuggestionSource.suggestion_id == Suggestion.id)
        .where(InteractionSource.exchange_key == SuggestionSource.exchange_key)
    )
    asked = _settled(owner_id, "interaction").where(~shared | (Suggestion.state == "approved"))
    asked = _called(asked, narrowed.words, NOTE_SAYS)
    if narrowed.kind:
        asked = asked.where(Suggestion.fields["kind"].astext == narrowed.kind)
    whom = _whom(session, narrowed)
    if whom is not None:
        asked = asked.where(text(IS_WITH).bindparams(whom=sorted(whom)))
    if narrowed.before:
        place = (narrowed.before.at, narrowed.before.id)
        asked = asked.where(tuple_(Suggestion.happened_at, Suggestion.id) < place)
    asked = asked.order_by(Suggestion.happened_at.desc(), Suggestion.id.desc()).limit(SHOWN + 1)
    rows = session.scalars(asked).all()
    return list(_notes(rows))


def people(session: Session, owner_id: UUID, words: Sequence[str] = ()) -> list[OwnPerson]:
    """People whom an owner settled and nobody else sees, by name; of those, who is called so."""
    found = []
    shared = exists().where(ContactPoint.value == Suggestion.fields["address"].astext)
    asked = _called(_settled(owner_id, "contact").where(~shared), words, PERSON_SAYS)
    for row in session.scalars(asked.order_by(Suggestion.id).limit(SHOWN)):
        fields = fields_as_seen(row)
        if isinstance(fields, ContactFields):
            found.append(OwnPerson(row.id, row.version, fields, row.share_at))
    return sorted(found, key=lambda one: (one.fields.name, one.fields.address))


def _settled(owner_id: UUID, kind: str) -> Select[Suggestion]:
    return select(Suggestion).where(
        Suggestion.owner_id == owner_id, Suggestion.kind == kind, Suggestion.state.in_(_TO_ITS_OWNER_ALONE)
    )


def _called(asked: Select[Suggestion], words: Sequence[str], says: str) -> Select[Suggestion]:
    """Only rows that say something beginning with each of these words."""
    said = f"' ' || regexp_replace(folded({says}), '[^[:alnum:]]+', ' ', 'g')"
    for at, word in enumerate(words):
        asked = asked.where(text(f"{said} like '% ' || folded(:w{at}) || '%'").bindparams(**{f"w{at}": word}))
    return asked


def _notes(rows: Collection[Suggestion]) -> Iterator[OwnNote]:
    for row in rows:
        fields = fields_as_seen(row)
        if isinstance(fields, InteractionFields):
            yield OwnNote(row.id, row.version, fields, row.adds_to is not None, row.day, row.happened_at, row.share_at)


def _whom(session: Session, narrowed: Narrowed) -> frozenset[str] | None:
    """Addresses and domains of those a page is about; None when it is about everybody."""
    if narrowed.contact_id:
        return frozenset(session.scalars(addresses_of(narrowed.contact_id)))
    if narrowed.company_id:
        return frozenset(session.scalars(domains_of(narrowed.company_id)))
    return None
