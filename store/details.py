"""What mails say of whoever wrote them: the fields of a signature, that somebody leaves, or has another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from extract.facts import EmploymentFact, Evidence, Extraction, SignatureFact
from store.judgement.drafts import DetailField
from store.models.private.detail import DetailRow
from store.recording import Owner, sender_of
from store.rows import insert_rows

NUMBERS: Mapping[str, DetailField] = {"mobile": "mobile", "work": "phone", "unspecified": "phone"}


@dataclass(frozen=True, slots=True)
class Said:
    """A mail that was recorded, and the reading of it."""

    message_id: UUID
    extraction: Extraction
    at: datetime


def insert_details(session: Session, owner: Owner, mails: Iterable[Said]) -> None:
    """Keep what mails by people outside the company say of their authors."""
    rows = [row for mail in mails for row in _rows(owner, mail)]
    insert_rows(session, DetailRow, rows)


def _rows(owner: Owner, mail: Said) -> Iterator[dict[str, Any]]:
    message, findings = mail.extraction.message, mail.extraction.findings
    sender = sender_of(message) if message else None
    if message is None or sender is None or message.message_class.kind != "person" or owner.is_ours(sender):
        return
    found = [*_signed(findings.signature), *_left(findings.employments, mail.at)]
    if findings.renamed:
        found.append(("renamed", mail.at.date().isoformat(), findings.renamed))
    for field, value, evidence in found:
        if evidence is not None and value != sender:
            yield {
                "owner_id": owner.user_id,
                "message_id": mail.message_id,
                "address": sender,
                "field": field,
                "value": value,
                "said_at": mail.at,
                "verified": False,  # reading proves no sender yet: whatever a mail says is looked at
                "evidence": asdict(evidence),
            }


def _signed(signature: SignatureFact | None) -> Iterator[tuple[DetailField, str, Evidence | None]]:
    if signature is None:
        return
    worded: tuple[tuple[DetailField, str, str | None], ...] = (
        ("title", "title", signature.title),
        ("company", "company", signature.company),
        ("location", "address", signature.address),
    )
    for field, read_as, value in worded:
        if value:
            yield field, value, _evidence(signature.evidence, read_as, value)
    for phone in signature.phones:
        if phone.type in NUMBERS:
            place = _evidence(signature.evidence, "phone", phone.number)
            yield NUMBERS[phone.type], phone.e164 or phone.number, place
    for email in signature.emails:
        yield "email", email, _evidence(signature.evidence, "email", email)


def _left(changes: Sequence[EmploymentFact], at: datetime) -> Iterator[tuple[DetailField, str, Evidence | None]]:
    """That its author leaves; the day of the mail stands for the last day, which few mails give."""
    for change in changes:
        if change.change == "left":
            yield "left", at.date().isoformat(), _evidence(change.evidence, "change", "")


def _evidence(found: Sequence[Evidence], field: str, value: str) -> Evidence | None:
    """Where a value stands; the field's first place for one that is made of several."""
    places = [each for each in found if each.field == field]
    return next((each for each in places if each.quote == value), places[0] if places else None)
