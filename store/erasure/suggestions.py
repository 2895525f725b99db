"""Suggestions that name somebody go, with all that was published of them; a note with others stays without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from store import due
from store.erasure.subject import Subject
from store.fields import read_fields, stored, version_as_seen
from store.judgement.drafts import ContactFields, Fields, InteractionFields, Promise, outside
from store.judgement.people import keys_of
from store.models.private.suggestion import Decision, EvidenceRow, Suggestion, SuggestionSource
from store.review import shared
from store.review.submit import find_by

NAMING = text("""
select s.id from suggestion s where s.owner_id = :owner and (
    lower(s::text) like any(:patterns) or s.fields ->> 'row_id' = any(:rows)
    or exists (select from evidence e where e.suggestion_id = s.id and lower(e::text) like any(:patterns))
    or exists (select from suggestion_key k where k.suggestion_id = s.id and lower(k.key) like any(:patterns))
    or exists (select from decision d where d.suggestion_id = s.id and lower(d.before::text) like any(:patterns)))
order by s.happened_at, s.id
""")
# Fields of an employment's change are found by the employment, not by whose it is.
ROWS = text("""
select unnest(cast(:contacts as uuid[]))::text
union select id::text from employment where contact_id = any(:contacts)
""")
QUOTES = text("delete from evidence where suggestion_id = :id and lower(evidence::text) like any(:patterns)")
PARTICIPANTS = text("""
delete from interaction_participant where address = any(:addresses)
and decision_id in (select id from decision where suggestion_id = :id)
""")
ERASED = "Somebody who took part was erased."


def erase(session: Session, owner_id: UUID, subject: Subject) -> int:
    """Erase or redact what an owner was suggested of somebody; how many suggestions that were."""
    rows = session.scalars(ROWS, {"contacts": sorted(subject.contacts)}).all()
    values = {"owner": owner_id, "patterns": subject.patterns, "rows": list(rows)}
    ids = session.scalars(NAMING, values).all()
    named = session.scalars(select(Suggestion).where(Suggestion.id.in_(ids)).order_by(Suggestion.id)).all()
    gone = [row for row in named if not _redact(session, row, subject)]
    forget(session, gone)
    return len(named)


def forget(session: Session, rows: Sequence[Suggestion]) -> None:
    """Remove suggestions, every decision on them, and what nobody else holds of what was published of them."""
    ids = [row.id for row in rows]
    decisions = select(Decision.id).where(Decision.suggestion_id.in_(ids)).order_by(Decision.id.desc())
    for decision_id in session.scalars(decisions).all():
        shared.take_back(session, decision_id)
    for owner_id in {row.owner_id for row in rows}:
        for kind in ("publish", "wake"):
            due.drop(session, owner_id, kind, *map(str, ids))
    session.execute(delete(Suggestion).where(Suggestion.id.in_(ids)))


def _redact(session: Session, row: Suggestion, subject: Subject) -> bool:
    """Take somebody out of a note with others; whether nothing of it names them any more."""
    fields = _without(session, row, subject)
    if fields is None:
        return False
    session.execute(QUOTES, {"id": row.id, "patterns": subject.patterns})
    if session.scalar(select(EvidenceRow.id).where(EvidenceRow.suggestion_id == row.id).limit(1)) is None:
        return False
    row.fields = stored(fields)
    row.why = ERASED if subject.is_named_in(row.why) else row.why
    keys = session.scalars(select(SuggestionSource.exchange_key).where(SuggestionSource.suggestion_id == row.id))
    row.version = version_as_seen(row.fields, row.typed, [key.hex() for key in keys])
    session.flush()
    find_by(session, row, keys_of(fields))
    session.execute(PARTICIPANTS, {"id": row.id, "addresses": sorted(subject.addresses)})
    return True


def _without(session: Session, row: Suggestion, subject: Subject) -> InteractionFields | ContactFields | None:
    """The fields of a note without somebody; None where nobody else outside took part, or its own words name them."""
    fields = read_fields(row.kind, row.fields)
    row.typed = {name: value for name, value in row.typed.items() if not subject.is_named_in(name)}
    if isinstance(fields, ContactFields):
        return _without_company(session, row, fields, subject)
    if not isinstance(fields, InteractionFields):
        return None
    people = tuple(one for one in fields.people if not _is(one.address, one.name, subject))
    gist = None if fields.gist and subject.is_named_in(fields.gist.text) else fields.gist
    promises = tuple(each for each in fields.promises if not _is_of(each, subject))
    files = tuple(each for each in fields.files if not subject.is_named_in(each.name))
    kept = replace(fields, people=people, gist=gist, promises=promises, files=files)
    return kept if outside(people) and not _is_still_named(session, row, kept, subject) else None


def _without_company(
    session: Session, row: Suggestion, fields: ContactFields, subject: Subject
) -> ContactFields | None:
    """The fields of a person without whoever came with them; None where the person is who is erased."""
    beside = tuple(one for one in fields.companions if not _is(one.address, one.name, subject))
    kept = replace(fields, companions=beside)
    return None if _is_still_named(session, row, kept, subject) else kept


def _is_still_named(session: Session, row: Suggestion, kept: Fields, subject: Subject) -> bool:
    before = session.scalars(select(Decision.before).where(Decision.suggestion_id == row.id))
    return any(map(subject.is_named_in, [row.key, str(row.typed), str(stored(kept)), *map(str, before)]))


def _is_of(promise: Promise, subject: Subject) -> bool:
    sides = {promise.doer, promise.other}
    return not sides.isdisjoint(subject.addresses) or subject.is_named_in(promise.words)


def _is(address: str, name: str | None, subject: Subject) -> bool:
    return address in subject.addresses or bool(name and subject.is_named_in(name))
