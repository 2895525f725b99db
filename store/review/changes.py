"""Where a second rep's approved mail says otherwise than a shared row: their own suggestion, and its publishing."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from store.fields import stored, version_as_seen
from store.judgement.drafts import ChangeFields, Doubt
from store.models.private.suggestion import EvidenceRow, Suggestion
from store.review import findable
from store.review.origins import origins_of
from store.review.shared import Place, approve, say, show_last_word
from store.review.word import Origins, Word

OTHERS_WORD = text("""
select value, origin from field_value
where entity = :entity and row_id = :row and field = :field and approver_id <> :me
order by (origin = 'typed') desc, said_at desc limit 1
""")


def said_otherwise(session: Session, word: Word, place: Place, value: str) -> bool:
    """Whether somebody else's value stands there that is not the same to a reader."""
    theirs, _ = _others_word(session, word, place)
    return theirs is not None and not same_name(theirs, value)


def typed_otherwise(session: Session, word: Word, place: Place, value: str) -> bool:
    """Whether somebody else typed another value there."""
    theirs, origin = _others_word(session, word, place)
    return origin == "typed" and theirs != value


def same_name(one: str, other: str) -> bool:
    """Equal but for case, order and punctuation: "Becker, Greta" is "Greta Becker"."""
    return _words(one) == _words(other)


def _words(name: str) -> list[str]:
    return sorted("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def differ(session: Session, word: Word, row: Suggestion, place: Place, value: str) -> None:
    """Suggest to the approver that a shared field should say what they approved."""
    theirs, _ = _others_word(session, word, place)
    entity, row_id, field = place
    if theirs is None or entity not in ("contact", "company", "interaction"):
        return
    suggest_change(session, row, ChangeFields(entity, row_id, theirs, field, theirs, value), field)


def suggest_change(session: Session, row: Suggestion, fields: ChangeFields, field: str) -> None:
    """Suggest a change to the owner of a suggestion, once, by the evidence that this has for one of its fields."""
    key = f"change:{fields.entity}:{fields.row_id}:{fields.field}:{fields.new}"
    asked_before = select(Suggestion.id).where(Suggestion.owner_id == row.owner_id, Suggestion.key == key)
    if session.scalar(asked_before):
        return
    suggestion = Suggestion(
        owner_id=row.owner_id,
        kind="change",
        key=key,
        addition=0,
        state="waiting",
        pile="look",
        doubt=Doubt.DIFFERS,
        why="A colleague noted this otherwise.",
        fields=stored(fields),
        typed={},
        version=version_as_seen(stored(fields), {}, []),
        happened_at=row.happened_at,
        day=row.day,
    )
    session.add(suggestion)
    session.flush()
    copy_evidence(session, row, suggestion, field)


def publish_change(session: Session, word: Word, row: Suggestion, fields: ChangeFields) -> None:
    """Write the approved value; the person saw both, so it counts as typed. A row that is gone takes no value."""
    gone = text(f"select not exists (select from {fields.entity} where id = :row)")  # noqa: S608 - a Literal's word
    if session.scalar(gone, {"row": fields.row_id}):
        return
    approve(session, word, fields.entity, fields.row_id)
    origins = origins_of(session, row).get("new", Origins())
    sourced = replace(word, origins=origins if "new" not in row.typed else Origins())
    say(session, sourced, (fields.entity, fields.row_id, fields.field), fields.new, "typed")
    show_last_word(session, fields.entity, fields.row_id)
    findable.rewrite(session, [fields.row_id])


def _others_word(session: Session, word: Word, place: Place) -> tuple[str | None, str | None]:
    """The last word of the others, and whether it was read or typed."""
    entity, row, field = place
    found = session.execute(OTHERS_WORD, {"entity": entity, "row": row, "field": field, "me": word.approver_id}).first()
    return (found.value, found.origin) if found else (None, None)


def copy_evidence(session: Session, row: Suggestion, suggestion: Suggestion, field: str | None = None) -> None:
    """Support a suggestion by another one's evidence: all of it, or what there is for one field as that of ``new``."""
    evidence = session.scalars(select(EvidenceRow).where(EvidenceRow.suggestion_id == row.id)).all()
    chosen = [found for found in evidence if found.field == field] or list(evidence)
    session.execute(
        insert(EvidenceRow),
        [
            {
                "owner_id": row.owner_id,
                "suggestion_id": suggestion.id,
                "field": "new" if field else found.field,
                "message_id": found.message_id,
                "meeting_id": found.meeting_id,
                "source": found.source,
                "span_start": found.span_start,
                "span_end": found.span_end,
                "quote": found.quote,
            }
            for found in chosen
        ],
    )
