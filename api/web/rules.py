"""Rules, offers and what rules did, as plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.web import sentences, words
from api.web.sentences import Sentence
from store.judgement.policy import Rule, RuleKind, Subject
from store.policies import Offer
from store.queries.policies import Listed, Use

ALWAYS: dict[RuleKind, str] = {
    "approve": "Always note", "leave_out": "Always leave out", "write": "Always write", "ask": "Always ask about",
}  # fmt: skip
ABOUT: dict[Subject, str] = {
    "person": "{}", "domain": "everybody at {}", "calendar": "the calendar {}", "folder": "the folder {}",
    "word": "notes that say “{}”", "company_name": "{}",
}  # fmt: skip
KINDS = {"mail": "mails", "meeting": "meetings"}


@dataclass(frozen=True, slots=True)
class Said:
    """A rule: what it does in bold, then the rest."""

    bold: str
    rest: str


@dataclass(frozen=True, slots=True)
class Question:
    """An offer as it is asked: what a yes means, and what the rule would have done."""

    offer: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Done:
    """Something that a rule did. ``decision`` is what an undo names."""

    decision: str
    says: Sentence
    did: str
    when: str
    held: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule on its page."""

    id: str
    says: Said
    state: str
    note: str
    made: str
    used: str
    last: tuple[Done, ...]


def said(rule: Rule, called: str) -> Said:
    """A rule as a sentence."""
    if rule.kind == "write":
        return Said(ALWAYS["write"], f"{rule.says} for {rule.value}")
    about = ABOUT[rule.subject].format(called if rule.subject == "person" else rule.value)
    if rule.kind == "approve":
        kinds = words.listed([KINDS[kind] for kind in rule.kinds])
        about = f"{kinds} with {about if rule.subject == 'person' else 'anybody at ' + rule.value}"
    return Said(ALWAYS[rule.kind], about)


def later_ones(offer: Offer) -> str:
    """What a new relationship's one question offers."""
    first = words.first_name(offer.called) if "@" not in offer.called else offer.called
    return f"Note later mails and meetings with {first} by myself"


def question(offer: Offer) -> Question:
    """An offer as it is asked after a decision."""
    rule = offer.rule
    if rule.kind == "write":
        return Question(offer.id, f"Shall I write {rule.says} whenever the signature says {rule.value}?", "")
    if rule.kind == "approve":
        return Question(offer.id, f"{later_ones(offer)}?", looked_back(offer))
    told = said(rule, offer.called)
    return Question(offer.id, f"{told.bold} {told.rest}?", looked_back(offer))


def looked_back(offer: Offer) -> str:
    """What a rule would have been about, and what happens to that which waits."""
    approved = "none" if not offer.approved else "all" if offer.approved == offer.seen else f"{offer.approved}"
    past = f"In the last 90 days that is {words.count(offer.seen, 'item')}; you approved {approved} of them."
    if not offer.waiting or offer.rule.kind == "ask":
        return past
    return f"{past} {offer.waiting} that {'waits' if offer.waiting == 1 else 'wait'} now would be settled with it."


def done(use: Use, now: datetime, zone: str) -> Done:
    """What a rule did, with until when only its owner sees it."""
    approved = use.verb == "approve"
    held = ""
    if approved and use.state == "approved" and use.share_at:
        day = words.day(words.local_day(use.share_at, zone), words.local_day(now, zone))
        held = f"only you until {day} {words.clock(use.share_at, zone)}"
    when = words.day(words.local_day(use.decided_at, zone), words.local_day(now, zone))
    return Done(
        str(use.decision_id),
        sentences.of_fields(use.fields, is_addition=use.is_addition),
        "Noted" if approved else "Left out",
        when,
        held,
    )


def standing(rule: Listed, now: datetime, zone: str) -> Standing:
    """A rule with what it did."""
    state = "paused" if rule.contradicted else rule.state
    note = "You undid twice what it did, so I paused it." if rule.contradicted else ""
    made = words.day(words.local_day(rule.made_at, zone), words.local_day(now, zone))
    used = words.count(rule.used, "time") if rule.used else "not used yet"
    last = tuple(done(use, now, zone) for use in rule.last)
    return Standing(str(rule.id), said(rule.rule, rule.label), state, note, made, used, last)
