"""The oracle that presses ``R``: it accepts the rule that is offered with what it approved, and after it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from store.review.decide import Approver

POLICIES = "store.policies"


@dataclass(frozen=True, slots=True)
class Presser:
    """Accepts offered rules for one rep. Where the product offers none, nothing is ever accepted."""

    approver: Approver

    def shown_with(self, session: Session, suggestion_ids: Collection[UUID]) -> dict[UUID, str]:
        """The rule that each suggestion offers together with its approval."""
        offers = _module("offers")
        if offers is None:
            return {}
        found = offers.offers_with(session, self.approver.user_id, suggestion_ids)
        return {suggestion_id: offer.id for suggestion_id, offer in found.items()}

    def offered_after(self, session: Session, op_id: UUID, since: datetime, now: datetime) -> str | None:
        """The rule that a decision makes worth offering."""
        offers = _module("offers")
        offer = offers.offer_after(session, self.approver.user_id, op_id, since, now) if offers else None
        return str(offer.id) if offer else None

    def accept(self, session: Session, offer: str, now: datetime) -> None:
        """Press ``R``."""
        _module("changing").accept(session, self.approver, offer, uuid4(), now)


def _module(name: str) -> Any:  # noqa: ANN401 - a module that a release may not have
    return import_module(f"{POLICIES}.{name}") if find_spec(POLICIES) else None
