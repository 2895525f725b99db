"""Standing rules over suggestions: what a rule of the rep's says of one, and which rule it was.

A rule that approves reaches only notes that are sure. One that leaves out publishes nothing and can be undone, so it
reaches everything but changes. One that asks goes before all others. A change of what stands in a shared row is always
asked about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args
from uuid import UUID

from extract.facts import InteractionKind
from store.judgement.drafts import ContactFields, Fields, InteractionFields, Pile, outside

RuleKind = Literal["approve", "leave_out", "write", "ask"]
Subject = Literal["person", "domain", "calendar", "folder", "word", "company_name"]
Says = Literal["approve", "leave_out", "ask"]
PlaceKind = Literal["calendar", "folder"]
PLACES = frozenset(get_args(PlaceKind))
INBOX = "inbox"
BOTH: tuple[InteractionKind, ...] = ("mail", "meeting")
CONTRADICTIONS = 2  # a rule that was contradicted so often since it came into force stands still
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says, apart from whose it is.

    Attributes:
        value: an address or a domain in lower case, the name of a calendar or folder, a word, a company's name as read.
        says: what to write instead; only for ``write``.
        kinds: the kinds of interaction that an approving rule reaches.
    """

    kind: RuleKind
    subject: Subject
    value: str
    says: str = ""
    kinds: tuple[InteractionKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule in force. ``addresses`` are all those of the person it is about."""

    id: UUID
    rule: Rule
    addresses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A calendar, or a mailbox folder or label, in which an item lies."""

    kind: PlaceKind
    name: str


@dataclass(frozen=True, slots=True)
class Case:
    """A suggestion as rules see it."""

    fields: Fields
    pile: Pile
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to become of a suggestion, and the rule that says so; ``by_place``: because of where it lies."""

    says: Says
    policy_id: UUID
    by_place: bool = False


def answer(case: Case, policies: Sequence[Policy]) -> Answer | None:
    """What the rules say of a suggestion: asking before leaving out before approving; None when none speaks."""
    for kind, says in (("ask", "ask"), ("leave_out", "leave_out"), ("approve", "approve")):
        for policy in policies:
            if policy.rule.kind == kind and reaches(policy, case):
                return Answer(says, policy.id, policy.rule.subject in PLACES)  # type: ignore[arg-type]  # of the tuple above
    return None


def reaches(policy: Policy, case: Case) -> bool:
    """Whether a rule may settle a suggestion, or makes it be asked about."""
    if not is_about(policy, case):
        return False
    if policy.rule.kind == "approve":
        fields = case.fields
        return case.pile == "sure" and isinstance(fields, InteractionFields) and fields.kind in policy.rule.kinds
    return policy.rule.kind != "write"


def would_be_about(policy: Policy, case: Case) -> bool:
    """Whether a rule may settle, ask about or rewrite a suggestion, whichever pile it lies in."""
    return is_about(policy, case) if policy.rule.kind == "write" else reaches(policy, replace(case, pile="sure"))


def is_about(policy: Policy, case: Case) -> bool:
    """Whether a suggestion is what the rule is about; a rule that leaves people out is about notes with them alone."""
    rule, fields = policy.rule, case.fields
    if rule.kind == "write":
        return isinstance(fields, ContactFields) and fields.company_name == rule.value
    if rule.subject in PLACES:
        return any(is_meant(place, rule) for place in case.places)
    if rule.subject == "word":
        return has_word(fields, rule.value)
    others = outsiders(fields)
    met = [_is_of(policy, address) for address in others]
    return bool(met) and (all(met) if rule.kind == "leave_out" else any(met))


def is_meant(place: Place, rule: Rule) -> bool:
    """Whether a rule is about a place, called as its owner reads it: a folder by the end of its path, or one above it.

    What servers put before a path is nobody's name for a folder, and the inbox is no folder above others.
    """
    named, said = place.name.casefold(), rule.value.casefold()
    if place.kind != rule.subject or place.kind == "calendar" or said == INBOX:
        return place.kind == rule.subject and named == said
    return f"/{_path(said)}/" in f"/{_path(named)}/"


def _path(folder: str) -> str:
    return folder.replace(".", "/").strip("/")


def outsiders(fields: Fields) -> tuple[str, ...]:
    """The addresses outside the company that a suggestion is about; none for a change."""
    if isinstance(fields, ContactFields):
        return (fields.address,)
    if isinstance(fields, InteractionFields):
        return tuple(person.address for person in outside(fields.people))
    return ()


def has_word(fields: Fields, word: str) -> bool:
    """Whether a note's title, or what came of it, has the word or words, whole and whatever their case."""
    if not isinstance(fields, InteractionFields):
        return False
    text = f"{fields.title} {fields.gist.text if fields.gist else ''}"
    return f" {_words(word)} " in f" {_words(text)} "


def rewritten(fields: Fields, policies: Iterable[Policy]) -> tuple[Fields, UUID | None]:
    """The fields with what the rep wants written in place of what was read, and the rule that says so."""
    for policy in policies:
        if isinstance(fields, ContactFields) and policy.rule.kind == "write" and is_about(policy, Case(fields, "look")):
            return replace(fields, company_name=policy.rule.says), policy.id
    return fields, None


def id_of(rule: Rule) -> str:
    """A rule as text: equal rules, equal text. A form may carry it."""
    return json.dumps([rule.kind, rule.subject, rule.value, rule.says, *rule.kinds], ensure_ascii=False)


def rule_of(text: str) -> Rule | None:
    """The rule that a text stands for; None when it stands for none that can be."""
    try:
        parts = json.loads(text)
    except ValueError:
        return None
    if not isinstance(parts, list) or len(parts) < 4 or not all(isinstance(part, str) for part in parts):  # noqa: PLR2004 - kind, subject, value, says
        return None
    kind, subject, value, says, *kinds = parts
    rule = Rule(kind, subject, value, says, tuple(kinds))
    return rule if _can_be(rule) else None


def _can_be(rule: Rule) -> bool:
    if not (0 < len(rule.value) <= LONGEST and len(rule.says) <= LONGEST):
        return False
    if rule.kind == "write":
        return rule.subject == "company_name" and bool(rule.says) and not rule.kinds
    if rule.kind == "approve":
        return rule.subject in {"person", "domain"} and bool(rule.kinds) and set(rule.kinds) <= set(BOTH)
    aimed = rule.subject in {"person", "domain", "calendar", "folder", "word"}
    return rule.kind in {"leave_out", "ask"} and aimed and not rule.says and not rule.kinds


def _is_of(policy: Policy, address: str) -> bool:
    if policy.rule.subject == "person":
        return address == policy.rule.value or address in policy.addresses
    domain = address.rpartition("@")[2]
    return domain == policy.rule.value or domain.endswith(f".{policy.rule.value}")


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
