"""What mails say of a noted person that differs from what is noted.

A field that nobody filled is no question: its owner sees what their mail says beside the contact. A value that two
mails give, and that is newer than what is noted, is a suggestion. What a person typed, and what an unproven sender
says, is always looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from rapidfuzz import fuzz

from store.judgement.drafts import AddressHistory, ChangeFields, Detail, Doubt, SuggestionDraft, Verdict
from store.judgement.identity import names

_TWICE: Final = 2  # one mail may quote an old signature, or be written by somebody else
_ALIKE: Final = 85  # rapidfuzz, of 100: the same words in another order, or a few more
_GOODBYE: Final = Verdict("look", "A mail says goodbye; the last day may be another one.", Doubt.DATE_UNCLEAR)
_AGREED: Final = Verdict(
    "sure", "The mails say so, and it was noted with this address when the two were found to be one."
)
_FULL: Final = 2  # words: a first name alone is another writing of the same
_SAME_PERSONS_NAME: Final = frozenset({"same", "short", "close", "initial", "missing"})


@dataclass(frozen=True, slots=True)
class Noted:
    """A field's last word.

    Attributes:
        typed: whether a person gave it; True for a reading that somebody confirmed over another value.
        on: the day on which it was written, or said where nobody knows that.
    """

    value: str
    typed: bool
    on: date


@dataclass(frozen=True, slots=True)
class NotedPerson:
    """A contact as it is noted.

    Attributes:
        posts: the employments that did not end, each with its company's name.
        names: what was approved as the name at the address at hand: another one than the contact's, where somebody who
            married was found to be the known one.
    """

    contact_id: UUID
    name: str
    fields: Mapping[str, Noted]
    posts: tuple[tuple[UUID, str], ...] = ()
    names: tuple[Noted, ...] = ()


def reading_key(entity: str, row_id: UUID, field: str = "", value: str = "") -> str:
    """The stable key of a change that mails suggest; without a field, how the keys of a row begin."""
    return f"reading:{entity}:{row_id}:" + (f"{field}:{value}" if field else "")


def draft_changes(history: AddressHistory, noted: NotedPerson) -> Iterator[SuggestionDraft]:
    """One suggestion for each field whose newest value in the mails is another one."""
    for field, differ in _DIFFER.items():
        was = noted.fields.get(field)
        newest = next((each for each in history.details if each.field == field), None)
        if was is None or newest is None or not _counts(newest, was) or not differ(was.value, newest.value):
            continue
        who = noted.contact_id, noted.name
        change = ChangeFields("contact", *who, field, was.value, newest.value, history.address)
        agreed = field == "name" and any(each.value == newest.value and each.on > was.on for each in noted.names)
        yield _draft(history, change, newest, _AGREED if agreed and not was.typed else _verdict(was, newest))
    for left in [each for each in history.details if each.field == "left"][:1]:
        for post_id, company in noted.posts:
            change = ChangeFields("employment", post_id, noted.name, "until", company, left.value, history.address)
            yield _draft(history, change, left, _GOODBYE)


def _counts(newest: Detail, was: Noted) -> bool:
    return newest.times >= _TWICE and newest.last_on > was.on


def _draft(history: AddressHistory, change: ChangeFields, newest: Detail, verdict: Verdict) -> SuggestionDraft:
    return SuggestionDraft(
        kind="change",
        key=reading_key(change.entity, change.row_id, change.field, change.new),
        fields=change,
        happened_at=history.last_at,
        day=newest.last_on,
        quotes=(replace(newest.quote, field="new"),),
        exchanges=(),
        verdict=verdict,
    )


def _verdict(was: Noted, newest: Detail) -> Verdict:
    if was.typed:
        return Verdict("look", f"You noted “{was.value}”; the newest mails say otherwise.", Doubt.DIFFERS)
    if not newest.verified:
        return Verdict("look", "The newest mails say so, but their sender is not proven.", Doubt.UNVERIFIED)
    return Verdict("sure", f"The newest mails say so, {newest.times} times.")


def _other_name(one: str, other: str) -> bool:
    are_full = min(len(names.words(one)), len(names.words(other))) >= _FULL
    return are_full and names.compare(one, other) not in _SAME_PERSONS_NAME


def _other_number(one: str, other: str) -> bool:
    return _digits(one) != _digits(other)


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit()).lstrip("0")


def _other_words(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(names.folded(one), names.folded(other)) < _ALIKE


_DIFFER: Final[Mapping[str, Callable[[str, str], bool]]] = {
    "name": _other_name,
    "title": _other_words,
    "phone": _other_number,
    "mobile": _other_number,
    "location": _other_words,
}
