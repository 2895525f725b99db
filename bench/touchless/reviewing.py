"""One rep's review: what is doubted is decided one by one, people first, then the sure pile is approved as a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from bench.touchless import queue
from bench.touchless.company import Rep
from bench.touchless.journal import By, Entry, Journal
from bench.touchless.office import Office
from bench.touchless.oracle import Oracle
from bench.touchless.pressing import Presser
from bench.touchless.queue import Waiting
from store.engine import Acting
from store.review.decide import decide
from store.review.settle import Approver, Ruling


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A rep who answers as an oracle says, through the same door as the review page.

    Attributes:
        presses: whether they accept each rule that is offered with something they approved.
    """

    office: Office
    rep: Rep
    oracle: Oracle
    journal: Journal
    presses: bool = False

    @property
    def owner_id(self) -> UUID:
        """The rep's user."""
        return self.office.users[self.rep.address]

    @property
    def approver(self) -> Approver:
        """The rep as whoever decides."""
        return Approver(self.owner_id, self.office.holds[self.owner_id])

    def review(self, now: datetime) -> None:
        """Clear the queue as it is now."""
        self.journal.reviewed.add((self.rep.address, now.astimezone(self.rep.zone).date()))
        while doubted := self._next_doubted():
            self._decide([doubted], "asked", now)
        sure = self._waiting("sure")
        if sure:
            self._decide(sure, "sure", now)
            self.journal.batches += 1

    def note_rules(self, now: datetime) -> None:
        """Write down what the rep's rules have settled since."""
        with self.office.app.transaction(Acting(self.owner_id)) as session:
            found = queue.settled_since(session, self.owner_id, self.journal.known())
        self.journal.write([self._entry(each, "rule", yes=yes, now=now) for each, yes in found])

    def says_yes(self, item: Waiting) -> bool:
        """The oracle's answer to an item."""
        if item.kind in {"mail", "meeting", "call"}:
            return self.oracle.approves_interaction(item.sources)
        return item.about_person and self._is_person(item)

    def _is_person(self, item: Waiting) -> bool:
        return self.oracle.approves_person(item.addresses)

    def _next_doubted(self) -> Waiting | None:
        return next(iter(self._waiting("look")), None)

    def _waiting(self, pile: str) -> list[Waiting]:
        with self.office.app.transaction(Acting(self.owner_id)) as session:
            return [each for each in queue.waiting(session, self.owner_id) if each.pile == pile]

    def _decide(self, items: Sequence[Waiting], by: By, now: datetime) -> None:
        answers = [(item, by == "sure" or self.says_yes(item)) for item in items]
        rulings = [self._ruling(item, yes=yes) for item, yes in answers]
        op_id, presser = uuid4(), Presser(self.approver)
        with self.office.app.transaction(Acting(self.owner_id)) as session:
            shown = presser.shown_with(session, [item.id for item, yes in answers if yes]) if self.presses else {}
            decide(session, self.approver, op_id, rulings, now)
        if self.presses:
            self._press(presser, op_id, list(shown.values()), now)
        self.journal.write([self._entry(item, by, yes=yes, now=now) for item, yes in answers])
        struck = [item for item, yes in answers if yes for _ in self.strikes_out(item)]
        self.journal.write([self._entry(item, by, yes=False, now=now) for item in struck])

    def strikes_out(self, item: Waiting) -> list[str]:
        """Those named with a new person who are nobody's contact: each is a decision of its own."""
        return [one for one in item.companions if not self.oracle.approves_person([one])]

    def _ruling(self, item: Waiting, *, yes: bool) -> Ruling:
        struck = self.strikes_out(item)
        if not yes or not struck:
            return Ruling(item.id, item.version, "approve" if yes else "refuse")
        return Ruling(item.id, item.version, "edit", {f"companion.{one}": "" for one in struck})

    def _press(self, presser: Presser, op_id: UUID, offers: list[str], now: datetime) -> None:
        with self.office.app.transaction(Acting(self.owner_id)) as session:
            after = presser.offered_after(session, op_id, now, now)
            for offer in dict.fromkeys([*offers, *([after] if after else [])]):
                presser.accept(session, offer, now)
                self.journal.offered += 1

    def _entry(self, item: Waiting, by: By, *, yes: bool, now: datetime) -> Entry:
        day = now.astimezone(self.rep.zone).date()
        return Entry(
            item.id, self.rep.address, day, item.kind, by, yes, item.sources, item.addresses, item.doubt
        )  # fmt: skip
