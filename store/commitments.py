"""What mails promise or ask for by a day, as it is kept with each mail: between one of us and somebody outside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from extract.facts import CommitmentFact, ParsedMessage, Participant
from store.recording import Owner

LONGEST = 200  # characters of the words


@dataclass(frozen=True, slots=True)
class _Sides:
    """Whoever wrote the mail, and whoever it is to on the other side."""

    author: str
    reader: str


def commitments(
    owner: Owner, message: ParsedMessage, facts: Sequence[CommitmentFact], exchange_key: bytes
) -> list[dict[str, Any]]:
    """The promises and requests of a mail that have a day; none of a mail that people did not write to each other."""
    sides = _sides(owner, message)
    if sides is None or message.message_class.kind != "person":
        return []
    return [row for fact in facts for row in _row(owner, sides, fact, exchange_key)]


def _row(owner: Owner, sides: _Sides, fact: CommitmentFact, exchange_key: bytes) -> Iterator[dict[str, Any]]:
    if fact.due_date is None or not fact.evidence:
        return
    place = fact.evidence[0]
    asked = fact.who == "recipient"
    doer, other = (sides.reader, sides.author) if asked else (sides.author, sides.reader)
    named = f"{exchange_key.hex()} {fact.who} {place.span.start} {place.span.end}"
    yield {
        "key": hashlib.sha256(named.encode()).hexdigest()[:32],
        "exchange": exchange_key.hex(),
        "asked": asked,
        "ours": owner.is_ours(doer),
        "doer": doer,
        "other": other,
        "words": " ".join(fact.text.split())[:LONGEST],
        "due_on": fact.due_date.isoformat(),
        "evidence": asdict(place),
    }


def _sides(owner: Owner, message: ParsedMessage) -> _Sides | None:
    author = next((each.address for each in message.participants if each.role == "from"), None)
    if author is None:
        return None
    readers = [each for role in ("to", "cc") for each in message.participants if each.role == role]
    reader = _outsider(owner, readers) if owner.is_ours(author) else _one_of_us(owner, readers)
    return _Sides(author, reader) if reader else None


def _outsider(owner: Owner, readers: Sequence[Participant]) -> str | None:
    return next((each.address for each in readers if not owner.is_ours(each.address)), None)


def _one_of_us(owner: Owner, readers: Sequence[Participant]) -> str | None:
    """The owner, if the mail is to them, else the first of us that it is to."""
    ours = [each.address for each in readers if owner.is_ours(each.address)]
    return next((each for each in ours if each in owner.own_addresses), ours[0] if ours else None)
