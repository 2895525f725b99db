"""What mails say of deals, as it is kept with each mail: who sells to whom, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from extract.facts import DealFact, ParsedMessage
from store.recording import Owner, sender_of


def dealings(
    owner: Owner, message: ParsedMessage, facts: Sequence[DealFact], exchange_key: bytes
) -> list[dict[str, Any]]:
    """The steps that a mail tells of, between one of us and somebody outside; none of a mail that people did not write.

    Those by which we buy are kept, too: a thread that has one is about what we buy.
    """
    author = sender_of(message)
    if not facts or author is None or message.message_class.kind != "person":
        return []
    others = [each.address for each in message.participants if each.role in ("to", "cc")]
    there = [address for address in (author, *others) if not owner.is_ours(address)]
    is_ours = owner.is_ours(author)
    if not there or not (is_ours or any(owner.is_ours(address) for address in others)):
        return []
    return [_row(fact, there[0], exchange_key, is_ours=is_ours) for fact in facts]


def _row(fact: DealFact, other: str, exchange_key: bytes, *, is_ours: bool) -> dict[str, Any]:
    return {
        "step": fact.step,
        "selling": None if fact.side is None else (fact.side == "seller") == is_ours,
        "other": other,
        "exchange": exchange_key.hex(),
        "amount": fact.amount,
        "expected_on": fact.expected_on.isoformat() if fact.expected_on else None,
        "evidence": [asdict(each) for each in fact.evidence],
    }
