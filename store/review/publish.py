"""When the hold is over, a decision becomes shared rows.

Two reps, one exchange: notes that share an exchange key join, people join by contact point, companies by domain. What
the second rep says otherwise is not written over the first one's word: it becomes the second rep's own suggestion.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import ChangeFields, CompanyFields, ContactFields, InteractionFields, MergeFields
from store.models.private.suggestion import Suggestion, SuggestionSource
from store.models.shared.interaction import Interaction, InteractionParticipant, InteractionSource
from store.review import changes, deals, desks, files, findable, merges, people, promises
from store.review.origins import decision_of, origins_of
from store.review.people import CompanyName
from store.review.shared import Place, Word, approve, say, show_last_word

ONE_AT_A_TIME = 0x7075626C  # "publ": publishing joins rows, so two at once wait for each other


def publish(session: Session, owner_id: UUID, suggestion_ids: Sequence[UUID], now: datetime) -> None:
    """Share what one owner approved and whose hold is over. Doing it twice changes nothing."""
    session.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    approved = (
        select(Suggestion)
        .where(
            Suggestion.owner_id == owner_id,
            Suggestion.id.in_(suggestion_ids),
            Suggestion.state == "approved",
            Suggestion.share_at <= now,
        )
        .order_by(Suggestion.kind, Suggestion.happened_at, Suggestion.key, Suggestion.addition)
        .with_for_update()
    )
    for row in session.scalars(approved).all():
        _publish_one(session, row, Word(owner_id, decision_of(session, row), now))
        session.execute(update(Suggestion).where(Suggestion.id == row.id).values(state="published"))


def _publish_one(session: Session, row: Suggestion, word: Word) -> None:
    fields = fields_as_seen(row)
    match fields:
        case ContactFields():
            people.publish_contact(session, word, row, fields)
            merges.rejoin(session, word, fields.address)
        case CompanyFields():
            called = CompanyName(fields.name, fields.domain, read_as="name")
            findable.rewrite(session, [people.publish_company(people.Said(session, word, row, {}), called)])
        case MergeFields():
            merges.publish_merge(session, word, row, fields)
        case InteractionFields():
            _publish_note(session, word, row, fields)
        case ChangeFields():
            changes.publish_change(session, word, row, fields)


def _publish_note(session: Session, word: Word, row: Suggestion, fields: InteractionFields) -> None:
    sources = session.scalars(select(SuggestionSource).where(SuggestionSource.suggestion_id == row.id)).all()
    existing = _same_exchange(session, row, [source.exchange_key for source in sources])
    note_id = existing or _new_note(session, word, row, fields)
    approve(session, word, "interaction", note_id)
    _say_fields(session, word, note_id, row, fields)
    _add_sources(session, word, note_id, sources)
    _add_participants(session, word, note_id, fields)
    desks.publish_desks(session, word, row, fields)
    promises.publish(session, word, note_id, fields.promises)
    files.publish(session, word, note_id, fields.files)
    if fields.dealing and not fields.dealing.says_nothing:
        deals.publish(people.Said(session, word, row, origins_of(session, row)), note_id, fields.dealing)
    show_last_word(session, "interaction", note_id)


def _same_exchange(session: Session, row: Suggestion, keys: Sequence[bytes]) -> UUID | None:
    """The earliest published note that one of these exchanges, or the note this one adds to, is part of."""
    if row.adds_to:
        first = select(SuggestionSource.exchange_key).where(SuggestionSource.suggestion_id == row.adds_to)
        keys = [*keys, *session.scalars(first)]
    of_its_kind = Interaction.kind == row.fields["kind"]
    follows_up = and_(
        Interaction.kind == "meeting", literal(row.fields["kind"] == "mail")
    )  # a mail that its note holds as well
    asked = (
        select(Interaction.id)
        .join(InteractionSource, InteractionSource.interaction_id == Interaction.id)
        .where(InteractionSource.exchange_key.in_(keys), or_(of_its_kind, follows_up))
        .order_by(of_its_kind.desc(), Interaction.published_at, Interaction.id)
        .limit(1)
    )
    return session.scalar(asked)


def _new_note(session: Session, word: Word, row: Suggestion, fields: InteractionFields) -> UUID:
    values = {
        "kind": fields.kind,
        "day": row.day,
        "starts_at": fields.starts_at,
        "ends_at": fields.ends_at,
        "title": fields.title,
        "published_at": word.now,
    }
    return session.scalars(insert(Interaction).values(values).returning(Interaction.id)).one()


def _say_fields(session: Session, word: Word, note_id: UUID, row: Suggestion, fields: InteractionFields) -> None:
    read = {"day": str(row.day), "starts_at": fields.starts_at.isoformat()}
    if fields.ends_at:
        read["ends_at"] = fields.ends_at.isoformat()
    for field, value in read.items():
        say(session, word, ("interaction", note_id, field), value, "read")
    title: Place = ("interaction", note_id, "title")
    if "title" not in row.typed:
        say(session, word, title, fields.title, "read")
    elif changes.typed_otherwise(session, word, title, fields.title):
        changes.differ(session, word, row, title, fields.title)
    else:
        say(session, word, title, fields.title, "typed")


def _add_sources(session: Session, word: Word, note_id: UUID, sources: Sequence[SuggestionSource]) -> None:
    rows = [
        {
            "interaction_id": note_id,
            "exchange_key": source.exchange_key,
            "approver_id": word.approver_id,
            "decision_id": word.decision_id,
            "happened_at": source.happened_at,
            "direction": source.direction,
            "kind": "mail" if source.message_id else "meeting" if source.meeting_id else None,
        }
        for source in sources
    ]
    session.execute(insert(InteractionSource), rows)


def _add_participants(session: Session, word: Word, note_id: UUID, fields: InteractionFields) -> None:
    starts_at = session.scalars(select(Interaction.starts_at).where(Interaction.id == note_id)).one()
    rows = [
        {
            "interaction_id": note_id,
            "address": person.address,
            "domain": person.address.rpartition("@")[2],
            "name": person.name,
            "ours": person.ours,
            "starts_at": starts_at,
            "approver_id": word.approver_id,
            "decision_id": word.decision_id,
        }
        for person in fields.people
    ]
    session.execute(insert(InteractionParticipant), rows)
