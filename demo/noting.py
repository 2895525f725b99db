"""The demo's long-known customers as approved notes, by the product's own path: suggested, approved, then shared.

Their mail is gone from the mailboxes, as it is after its time; what was approved of it stays.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import select

from demo.clock import OFFICE, moment
from demo.customers import Noted, noted
from demo.settling import EVENING, HOLD, NAMES, Rep
from demo.world import Staff, World
from store.due import take
from store.engine import Acting
from store.judgement.deals import Dealing
from store.judgement.drafts import (
    ContactFields,
    Exchange,
    InteractionFields,
    Promise,
    Quote,
    Someone,
    SuggestionDraft,
    Verdict,
)
from store.models.private.suggestion import Suggestion
from store.review.decide import Approver, Ruling, decide
from store.review.publish import publish
from store.review.submit import submit

SETTLED_EVERY, OFTEN = timedelta(weeks=2), 3  # of late; what is older was settled at once
SURE = Verdict("sure", "Both of you wrote.")
STEPS = {"asked": "talking", "offered": "talking", "won": "customer"}


@dataclass(frozen=True, slots=True)
class Author:
    """One of ours who noted something, and how the company's exchanges are named."""

    staff: Staff
    rep: Rep
    keyed_hash: Callable[[str], bytes]


def note_customers(authors: Mapping[str, Author], world: World) -> None:
    """Let everybody approve what they noted of the long-known customers; of late every fortnight."""
    everything = noted(world)
    end = moment(world.last_day, EVENING)

    def fortnights_ago(each: Noted) -> int:
        return min((end - each.at) // SETTLED_EVERY, OFTEN)

    for ago, group in groupby(everything, fortnights_ago):
        found = list(group)
        for key, author in authors.items():
            own = [each for each in found if each.rep == key]
            if own:
                _settle(author, own, end - ago * SETTLED_EVERY)


def _settle(author: Author, own: Sequence[Noted], evening: datetime) -> None:
    drafts, rep = drafts_of(author, own), author.rep
    keys = [draft.key for draft in drafts]
    with rep.worker.transaction(Acting(rep.user_id)) as session:
        known = set(session.scalars(select(Suggestion.key).where(Suggestion.key.in_(keys))))
        submit(session, rep.user_id, [draft for draft in drafts if draft.key not in known], ())
    with rep.app.transaction(Acting(rep.user_id)) as session:
        rows = session.scalars(select(Suggestion).where(Suggestion.key.in_(set(keys) - known))).all()
        rulings = [Ruling(row.id, row.version, "approve") for row in rows]
        approver = Approver(rep.user_id, int(HOLD.total_seconds()))
        operation = uuid.uuid5(NAMES, f"{rep.user_id} customers {evening.isoformat()}")
        settled = decide(session, approver, operation, rulings, evening)
    with rep.worker.transaction(Acting(rep.user_id)) as session:
        now = evening + 2 * HOLD
        due = take(session, rep.user_id, "publish", now, len(settled))
        publish(session, rep.user_id, [uuid.UUID(reference) for reference in due], now)


def drafts_of(author: Author, own: Sequence[Noted]) -> list[SuggestionDraft]:
    """What one of ours is asked: whom they met, and what they noted."""
    return [*_contacts(own), *(_note(author, each) for each in own)]


def _contacts(own: Iterable[Noted]) -> list[SuggestionDraft]:
    """Whoever is met in these notes, each once; who was suggested before is left out by the key."""
    first = {(each.customer.name, each.contact): each for each in reversed(list(own))}
    return [_contact(each) for each in first.values()]


def _contact(each: Noted) -> SuggestionDraft:
    who, customer = each.customer.people[each.contact], each.customer
    address = customer.address(each.contact)
    fields = ContactFields(who.name, address, customer.name, customer.domain, who.title)
    quotes = (_quote("name", who.name), _quote("title", who.title), _quote("company_name", customer.name))
    return SuggestionDraft("contact", f"contact:{address}", fields, each.at, _day(each), quotes, (), SURE)


def _note(author: Author, each: Noted) -> SuggestionDraft:
    me, they = author.staff.person, each.customer.people[each.contact]
    people = (
        Someone(each.customer.address(each.contact), they.name, ours=False, company=each.customer.name),
        Someone(me.address, me.name, ours=True),
    )
    exchanges = _exchanges(author, each)
    asked = exchanges[0].key.hex()
    ends = each.at + timedelta(minutes=45) if each.is_meeting else None
    fields = InteractionFields(
        "meeting" if each.is_meeting else "mail", each.title, each.at, ends, 0 if each.is_meeting else 2, people,
        promises=_promises(author, each, asked), dealing=_dealing(each, asked),
    )  # fmt: skip
    key = f"noted:{asked}"
    return SuggestionDraft(
        "interaction", key, fields, each.at, _day(each), (_quote("title", each.title),), exchanges, SURE
    )


def _exchanges(author: Author, each: Noted) -> tuple[Exchange, ...]:
    def key(part: str) -> bytes:
        return author.keyed_hash(f"demo {each.customer.domain} {each.at.isoformat()} {each.contact} {part}")

    question = Exchange(key("in"), each.at, "out" if each.is_meeting else "in")
    return (question,) if each.is_meeting else (question, Exchange(key("out"), each.answered, "out"))


def _promises(author: Author, each: Noted, exchange: str) -> tuple[Promise, ...]:
    pledge = each.customer.pledge
    if each.due is None or pledge is None:
        return ()
    doer, other = each.customer.address(each.contact), author.staff.person.address
    return (
        Promise(f"{exchange[:32]}", exchange, asked=False, ours=False, doer=doer, other=other, words=pledge.words,
                due_on=each.due),
    )  # fmt: skip


def _dealing(each: Noted, exchange: str) -> Dealing | None:
    if each.step is None:
        return None
    name, amount = each.customer.deal
    return Dealing(
        each.customer.domain, each.customer.name, exchange, name, is_proven=True,
        stage=STEPS[each.step], deal=each.step, amount=None if each.step == "asked" else amount,  # type: ignore[arg-type]
    )  # fmt: skip


def _quote(field: str, text: str) -> Quote:
    """What was approved, of a mail that is gone."""
    return Quote(field, None, None, "text", 0, len(text), text)


def _day(each: Noted) -> date:
    return each.at.astimezone(OFFICE).date()
