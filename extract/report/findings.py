"""What the text of a message says, as JSON values. Every fact carries ``start`` and ``end`` in the text."""

from __future__ import annotations

from collections.abc import Sequence

from extract.facts import (
    AbsenceFact,
    AgreementFact,
    AppointmentFact,
    BounceFact,
    CommitmentFact,
    EmploymentFact,
    Evidence,
    Findings,
    MentionFact,
    Moment,
    SignatureFact,
)


def as_json(found: Findings) -> dict[str, object]:
    """All of it but the appointments, which stand among the meetings."""
    return {
        "contact": _contact(found.signature) if found.signature else None,
        "mentions": [_mention(each) for each in found.mentions],
        "employments": [_employment(each) for each in found.employments],
        "commitments": [_commitment(each) for each in found.commitments],
        "agreements": [_agreement(each) for each in found.agreements],
        "bounces": [_bounce(each) for each in found.bounces],
        "absence": _absence(found.absence) if found.absence else None,
    }


def appointment(fact: AppointmentFact) -> dict[str, object]:
    """A meeting in the text: ``start`` is the sender's wall time, a date alone where no hour is given.

    Its place in the text stands under ``span``, because ``start`` is taken.
    """
    return {
        "text": fact.text,
        "start": _moment(fact.start),
        "status": fact.status,
        "timezone": fact.timezone,
        "minutes": fact.minutes,
        "moved_from": _moment(fact.moved_from),
        "span": _place(fact.evidence),
    }


def _contact(fact: SignatureFact) -> dict[str, object]:
    phones = [{"number": phone.number, "e164": phone.e164, "type": phone.type} for phone in fact.phones]
    return {
        "name": fact.name,
        "title": fact.title,
        "company": fact.company,
        "department": fact.department,
        "phones": phones,
        "address": fact.address,
        "urls": list(fact.urls),
        "emails": list(fact.emails),
        "handles": list(fact.handles),
    } | _place(fact.evidence)


def _mention(fact: MentionFact) -> dict[str, object]:
    return {
        "name": fact.name,
        "emails": list(fact.emails),
        "phones": list(fact.phones),
        "company": fact.company,
        "title": fact.title,
        "introduced": fact.introduced,
    } | _place(fact.evidence)


def _employment(fact: EmploymentFact) -> dict[str, object]:
    return {
        "change": fact.change,
        "name": fact.name,
        "address": fact.address,
        "title": fact.title,
        "company": fact.company,
        "successor": fact.successor,
    } | _place(fact.evidence)


def _commitment(fact: CommitmentFact) -> dict[str, object]:
    due = fact.due_date.isoformat() if fact.due_date else None
    return {"who": fact.who, "text": fact.text, "due_text": fact.due_text, "due_date": due} | _place(fact.evidence)


def _agreement(fact: AgreementFact) -> dict[str, object]:
    return {"kind": fact.kind, "text": fact.text} | _place(fact.evidence)


def _bounce(fact: BounceFact) -> dict[str, object]:
    return {"address": fact.address, "permanent": fact.permanent, "status": fact.status} | _place(fact.evidence)


def _absence(fact: AbsenceFact) -> dict[str, object]:
    return {"until": fact.until.isoformat() if fact.until else None, "substitute": fact.substitute} | _place(
        fact.evidence
    )


def _moment(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    return f"{moment.day.isoformat()}T{moment.at:%H:%M}" if moment.at else moment.day.isoformat()


def _place(evidence: Sequence[Evidence]) -> dict[str, object]:
    """From the first to the last character that supports a fact, in the text."""
    spans = [each.span for each in evidence if each.source == "text"]
    if not spans:
        return {}
    return {"start": min(span.start for span in spans), "end": max(span.end for span in spans)}
