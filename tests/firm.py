"""A company in the real database: reps who are fed readings, decide, undo and publish as the product does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import insert, select, text

from extract.facts import Extraction
from store import policies
from store.engine import Acting, Database
from store.judgement.policy import Rule, id_of
from store.messages import record
from store.models.people import Installation, User
from store.models.private.suggestion import Suggestion
from store.policies import Accepted
from store.recording import Item, Owner
from store.review.decide import Approver, Ruling, Settled, Verb, decide
from store.review.gathering import ask_now
from store.review.publish import publish
from store.review.suggest import suggest
from store.review.undo import undo, undo_these
from tests.builders import MONDAY
from tests.readings import OURS

LATER = MONDAY + timedelta(days=5)
KEY = b"company key for tests".ljust(32, b".")
SHARED = (
    "contact", "contact_point", "company", "company_domain", "employment", "interaction", "approval", "field_value",
    "interaction_source", "interaction_participant", "commitment", "identity_word", "contact_key", "company_key",
    "shared_word", "known_word", "unshown_tie", "upcoming_meeting", "deal", "deal_note", "note_file",
)  # fmt: skip
SUMMED = (
    "company_team",
    "company_week",
    "company_turn",
    "market_week",
    "open_promise",
    "week_mark",
)  # of shared rows, by triggers and store.weeks


@dataclass
class Person:
    """One of us, acting through the application's and the worker's roles."""

    app: Database
    worker: Database
    user_id: UUID
    address: str
    hold_seconds: int = 0

    @property
    def acting(self) -> Acting:
        return Acting(self.user_id)

    @property
    def owner(self) -> Owner:
        return Owner(self.user_id, "Europe/Berlin", frozenset({self.address}), frozenset({OURS}), frozenset(), KEY)

    def feed(self, *readings: Extraction, now: datetime = LATER, labels: tuple[str, ...] = ()) -> None:
        with self.worker.transaction(self.acting) as session:
            touched = record(session, self.owner, [Item(uuid4(), labels, None, reading) for reading in readings])
            suggest(session, self.owner, touched, now)

    def suggestions(self, *states: str, kind: str | None = None) -> list[Suggestion]:
        with self.app.transaction(self.acting) as session:
            asked = select(Suggestion).order_by(Suggestion.happened_at, Suggestion.kind, Suggestion.key)
            if states:
                asked = asked.where(Suggestion.state.in_(states))
            if kind:
                asked = asked.where(Suggestion.kind == kind)
            return list(session.scalars(asked))

    def rule(self, verb: Verb, rows: Sequence[Suggestion], now: datetime = LATER, **typed: str) -> UUID:
        op_id = uuid4()
        self.decide(op_id, [Ruling(row.id, row.version, verb, typed) for row in rows], now)
        return op_id

    def decide(self, op_id: UUID, rulings: Sequence[Ruling], now: datetime = LATER) -> tuple[Settled, ...]:
        with self.app.transaction(self.acting) as session:
            return decide(session, Approver(self.user_id, self.hold_seconds), op_id, rulings, now)

    def undo(self, undone: UUID | None = None, op_id: UUID | None = None) -> tuple[Settled, ...]:
        with self.app.transaction(self.acting) as session:
            approver = Approver(self.user_id, self.hold_seconds)
            return undo(session, approver, op_id or uuid4(), undone, LATER)

    def undo_these(self, decisions: Sequence[UUID]) -> tuple[Settled, ...]:
        with self.app.transaction(self.acting) as session:
            return undo_these(session, Approver(self.user_id, self.hold_seconds), uuid4(), decisions, LATER)

    def accept(self, offer: str | Rule, op_id: UUID | None = None, now: datetime = LATER) -> Accepted:
        offer = offer if isinstance(offer, str) else id_of(offer)
        with self.app.transaction(self.acting) as session:
            return policies.accept(session, Approver(self.user_id, self.hold_seconds), offer, op_id or uuid4(), now)

    def publish(self, now: datetime = LATER + timedelta(hours=1)) -> None:
        with self.worker.transaction(self.acting) as session:
            rows = session.scalars(select(Suggestion.id).where(Suggestion.state == "approved")).all()
            publish(session, self.user_id, rows, now)

    def ask_now(self, now: datetime = LATER) -> None:
        """Have those asked about who would wait until it shows who is on the matter."""
        with self.app.transaction(self.acting) as session:
            ask_now(session, self.user_id, now)

    def approve_all(self, now: datetime = LATER) -> UUID:
        self.ask_now(now)
        op_id = self.rule("approve", self.suggestions("waiting"), now)
        self.publish()
        return op_id

    def shared(self) -> dict[str, list[str]]:
        with self.app.transaction(self.acting) as session:
            return {name: sorted(str(row) for row in session.execute(text(f"select * from {name}"))) for name in SHARED}

    def count(self, table: str) -> int:
        with self.app.transaction(self.acting) as session:
            return int(session.execute(text(f"select count(*) from {table}")).scalar_one())


class Firm:
    """Alder, the company of the tests."""

    def __init__(self, app: Database, worker: Database) -> None:
        self.app, self.worker = app, worker
        with app.transaction() as session:
            values = {
                "company_name": "Alder", "mail_domains": [OURS], "public_url": "http://localhost:8080",
                "timezone": "Europe/Berlin", "language": "en",
            }  # fmt: skip
            session.execute(insert(Installation).values(values))

    def person(self, name: str, *roles: str) -> Person:
        address = f"{name.lower()}@{OURS}"
        with self.app.transaction() as session:
            values = {
                "address": address, "name": name, "roles": list(roles) or ["rep"], "timezone": "Europe/Berlin",
                "language": "en",
            }  # fmt: skip
            user_id = session.scalars(insert(User).values(values).returning(User.id)).one()
        return Person(self.app, self.worker, user_id, address)
