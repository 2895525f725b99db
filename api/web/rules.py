"""Rules, offers and what rules did, as plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.web import sentences, words
from api.web.sentences import Sentence
from i18n.formats import number
from i18n.phrases import counted
from i18n.texts import N_, NN_, _, ngettext
from store.judgement.policy import Rule, RuleKind, Subject
from store.policies import Offer
from store.queries.policies import Listed, Use

ALWAYS: dict[RuleKind, str] = {
    "approve": N_("Always note"), "leave_out": N_("Always leave out"), "write": N_("Always write"),
    "ask": N_("Always ask about"),
}  # fmt: skip
ABOUT: dict[Subject, str] = {
    "person": "{what}", "domain": N_("everybody at {what}"), "calendar": N_("the calendar {what}"),
    "folder": N_("the folder {what}"), "word": N_("notes that say “{what}”"), "company_name": "{what}",
}  # fmt: skip
NONE_APPROVED = NN_(
    "In the last 90 days that is {n} item; you approved none of them.",
    "In the last 90 days that is {n} items; you approved none of them.",
)
ALL_APPROVED = NN_(
    "In the last 90 days that is {n} item; you approved all of them.",
    "In the last 90 days that is {n} items; you approved all of them.",
)
SOME_APPROVED = NN_(
    "In the last 90 days that is {n} item; you approved {approved} of them.",
    "In the last 90 days that is {n} items; you approved {approved} of them.",
)
KINDS = {"mail": N_("mails"), "meeting": N_("meetings")}


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
    always = ALWAYS[rule.kind]
    if rule.kind == "write":
        return Said(_(always), _("{new} for {old}").format(new=rule.says, old=rule.value))
    if rule.kind == "approve":
        kinds = words.listed([_(KINDS[kind]) for kind in rule.kinds])
        told = _("{kinds} with {who}") if rule.subject == "person" else _("{kinds} with anybody at {who}")
        return Said(_(always), told.format(kinds=kinds, who=_subject(rule, called)))
    return Said(_(always), _(ABOUT[rule.subject]).format(what=_subject(rule, called)))


def _subject(rule: Rule, called: str) -> str:
    return called if rule.subject == "person" else rule.value


def within(said: Said) -> str:
    """A rule in the middle of a sentence."""
    return f"{said.bold[:1].lower()}{said.bold[1:]} {said.rest}"


def later_ones(offer: Offer) -> str:
    """What a new relationship's one question offers."""
    first = words.first_name(offer.called) if "@" not in offer.called else offer.called
    return _("Note later mails and meetings with {who} by myself").format(who=first)


def question(offer: Offer) -> Question:
    """An offer as it is asked after a decision."""
    rule = offer.rule
    if rule.kind == "write":
        asked = _("Shall I write {new} whenever the signature says {old}?").format(new=rule.says, old=rule.value)
        return Question(offer.id, asked, "")
    told = said(rule, offer.called)
    text = later_ones(offer) if rule.kind == "approve" else f"{told.bold} {told.rest}"
    return Question(offer.id, _("{rule}?").format(rule=text), looked_back(offer))


def looked_back(offer: Offer) -> str:
    """What a rule would have been about, and what happens to that which waits."""
    some = ALL_APPROVED if offer.approved == offer.seen else SOME_APPROVED
    told = some if offer.approved else NONE_APPROVED
    past = ngettext(*told, offer.seen).format(n=number(offer.seen), approved=number(offer.approved))
    if not offer.waiting or offer.rule.kind == "ask":
        return past
    waiting = counted(
        "{n} that waits now would be settled with it.", "{n} that wait now would be settled with it.", offer.waiting
    )
    return f"{past} {waiting}"


def done(use: Use, now: datetime, zone: str) -> Done:
    """What a rule did, with until when only its owner sees it."""
    approved = use.verb == "approve"
    held = ""
    if approved and use.state == "approved" and use.share_at:
        day = words.day(words.local_day(use.share_at, zone), words.local_day(now, zone))
        held = _("only you until {time}").format(time=f"{day} {words.clock(use.share_at, zone)}")
    when = words.day(words.local_day(use.decided_at, zone), words.local_day(now, zone))
    return Done(
        str(use.decision_id),
        sentences.of_fields(use.fields, is_addition=use.is_addition),
        _("Noted") if approved else _("Left out"),
        when,
        held,
    )


def standing(rule: Listed, now: datetime, zone: str) -> Standing:
    """A rule with what it did."""
    state = "paused" if rule.contradicted else rule.state
    note = _("You undid twice what it did, so I paused it.") if rule.contradicted else ""
    made = words.day(words.local_day(rule.made_at, zone), words.local_day(now, zone))
    used = counted("{n} time", "{n} times", rule.used) if rule.used else _("not used yet")
    last = tuple(done(use, now, zone) for use in rule.last)
    return Standing(str(rule.id), said(rule.rule, rule.label), state, note, made, used, last)
