"""The oracle that presses ``R``: it accepts the rule that is offered with what it approved, and after it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from store.policies import changing, offers
from store.review.settle import Approver


@dataclass(frozen=True, slots=True)
class Presser:
    """Accepts offered rules for one rep."""

    approver: Approver

    def shown_with(self, session: Session, suggestion_ids: Collection[UUID]) -> dict[UUID, str]:
        """The rule that each suggestion offers together with its approval."""
        found = offers.offers_with(session, self.approver.user_id, suggestion_ids)
        return {suggestion_id: offer.id for suggestion_id, offer in found.items()}

    def offered_after(self, session: Session, op_id: UUID, since: datetime, now: datetime) -> str | None:
        """The rule that a decision makes worth offering."""
        offer = offers.offer_after(session, self.approver.user_id, op_id, since, now)
        return offer.id if offer else None

    def accept(self, session: Session, offer: str, now: datetime) -> None:
        """Press ``R``."""
        changing.accept(session, self.approver, offer, uuid4(), now)
