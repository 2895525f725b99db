"""Who an address belongs to: somebody new, somebody known, perhaps somebody known.

Nobody is joined without a decision. Who is surely the same is asked among the sure ones; everything that rests on what
an unproven sender says of themselves is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from store.judgement import sureness
from store.judgement.companions import coming_with, companions
from store.judgement.companions import quotes as naming
from store.judgement.desks import desks_in
from store.judgement.drafts import (
    AddressHistory,
    Detail,
    DetailField,
    Doubt,
    Fields,
    Known,
    Quote,
    SuggestionDraft,
    Verdict,
)
from store.judgement.identity.book import Book, pair_key
from store.judgement.identity.matching import Match, share_a_mailbox, went_together
from store.judgement.identity.names import folded, spelled
from store.judgement.identity.profiles import KnownPerson, Profile, about, bare, noting, person_keys
from store.judgement.parties import ContactFields, MergeFields, Side
from store.judgement.worth import is_exchange

_FIELDS: Final[tuple[DetailField, ...]] = ("title", "phone", "mobile", "location")
_FULL: Final = 2  # words of a full name
_LETTERS: Final = 3  # of a domain's label that says something


def contact_key(address: str) -> str:
    """The stable key of the suggestion that notes an address as a contact."""
    return f"contact:{address}"


def draft_person(history: AddressHistory, known: Known, book: Book) -> SuggestionDraft | None:
    """A new person, or the question whether it is one whom we know; nothing without a real exchange.

    Who writes once from another address has had their exchange under the first one.
    """
    if history.address in known.contacts or is_one_of_us(history, known):
        return None
    fields = fields_of(history)
    found = book.who_is(profile_of(history)) if history.address not in known.refused else None
    if not is_exchange(history) and not (found and _is_heard_of(history, found[0])):
        return None
    if found is None:
        return _draft_contact(history, fields)
    newcomer = Side(None, fields.name, (history.address,), shown(fields))
    return _merge(history, found, newcomer, fields)


def _is_heard_of(history: AddressHistory, person: KnownPerson) -> bool:
    """Whether the owner has dealt with the known person, and their thread or signature ties the address to them.

    A mail that begins a thread waits until it is answered: then it is told from where to whom the answer went.
    """
    here, there = profile_of(history), person.profile
    dealt_with = person.contact_id is None or there.last_day is not None
    beside = here.names_beside | {address for address, _ in here.threads}
    return dealt_with and history.they_wrote > 0 and bool(beside & set(there.addresses))


def _draft_contact(history: AddressHistory, fields: ContactFields) -> SuggestionDraft:
    beside = companions(history)
    return SuggestionDraft(
        kind="contact",
        key=contact_key(history.address),
        fields=replace(fields, companions=beside),
        happened_at=history.last_at,
        day=history.day,
        quotes=(*_quotes(history, fields), *naming(history, beside)),
        exchanges=(),
        verdict=sureness.of_contact(fields),
    )


def _quotes(history: AddressHistory, fields: ContactFields | None) -> tuple[Quote, ...]:
    """Where the address is named, and where the person's mails say what the fields say."""
    if fields is None:
        return history.quotes
    read_as = {"company": "company_name"} | {name: name for name in _FIELDS}
    said = [
        replace(each.quote, field=read_as[each.field])
        for each in history.details
        if each.field in read_as and getattr(fields, read_as[each.field]) == each.value
    ]
    replaced = {quote.field for quote in said}
    return (*(quote for quote in history.quotes if quote.field not in replaced), *said)


def fields_of(history: AddressHistory) -> ContactFields:
    """A new contact, with what the person's own signatures say."""
    newest = {name: next(iter(_said(history.details, name)), None) for name in _FIELDS}
    return ContactFields(
        name=best_name(history.names) or history.address,
        address=history.address,
        company_name=_spelled_out(history.company_name, next(iter(_said(history.details, "company")), None)),
        company_domain=history.company_domain,
        title=newest["title"],
        phone=newest["phone"],
        mobile=newest["mobile"],
        location=newest["location"],
    )


def best_name(names: Iterable[tuple[str, int]]) -> str | None:
    """The name written most often; among equals the longest, then the first in the alphabet."""
    ranked = sorted(names, key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))
    return ranked[0][0] if ranked else None


def draft_reunion(history: AddressHistory, noted: KnownPerson, book: Book) -> SuggestionDraft | None:
    """The question whether two contacts, one of whom this history is of, are one."""
    found = book.who_is(together(noted.profile, profile_of(history)))
    if found is None or found[0].contact_id is None:
        return None
    return _merge(history, found, side_of(noted), None)


def is_one_of_us(history: AddressHistory, known: Known) -> bool:
    """Whether a private address bears the full name of one of us: their own mailbox. At a company it is a namesake."""
    name = best_name(history.names) or ""
    is_full = len(name.split()) >= _FULL
    return history.company_domain is None and is_full and spelled(name) in known.ours_by_name


def profile_of(history: AddressHistory) -> Profile:
    """A history as a description to compare."""
    phones = {each.value: each.field for each in history.details if each.field in ("phone", "mobile")}
    return Profile(
        names=tuple(name for name, _ in history.names),
        addresses=(history.address,),
        domains=(history.company_domain,) if history.company_domain else (),
        phones=frozenset(phones),
        mobiles=frozenset(number for number, kind in phones.items() if kind == "mobile"),
        names_beside=frozenset(_said(history.details, "email")) - {history.address},
        threads=history.threads,
        reads=history.reads,
        meant=history.meant,
        is_renamed=bool(_said(history.details, "renamed")),
        first_day=history.first_day,
        last_day=history.day,
    )


def profile_of_fields(fields: ContactFields) -> Profile:
    """A suggested contact as a description to compare."""
    return Profile(
        names=(fields.name,) if fields.name != fields.address else (),
        addresses=(fields.address,),
        domains=(fields.company_domain,) if fields.company_domain else (),
        phones=frozenset(filter(None, (fields.phone, fields.mobile))),
        mobiles=frozenset(filter(None, (fields.mobile,))),
    )


def noted_by(fields: Fields) -> ContactFields | None:
    """The person whom a suggestion would note, if it would."""
    if isinstance(fields, MergeFields):
        return fields.person
    return fields if isinstance(fields, ContactFields) else None


def keys_of(fields: Fields) -> frozenset[str]:
    """Everything under which a suggestion is found: by the people and companies, or the desks, that it notes."""
    if isinstance(fields, ContactFields):
        return person_keys(profile_of_fields(fields)) | coming_with(fields)
    if not isinstance(fields, MergeFields):
        return frozenset(noting(desk.address) for desk in desks_in(fields))
    asked = frozenset(about(key) for side in (fields.one, fields.other) for key in side.keys)
    if fields.person is None:
        return asked
    return asked | keys_of(fields.person) | {noting(fields.person.address)}


def together(one: Profile, other: Profile) -> Profile:
    """Two descriptions of one person as one."""
    return Profile(
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        addresses=tuple(dict.fromkeys((*one.addresses, *other.addresses))),
        domains=tuple(dict.fromkeys((*one.domains, *other.domains))),
        phones=one.phones | other.phones,
        mobiles=one.mobiles | other.mobiles,
        names_beside=one.names_beside | other.names_beside,
        threads=(*one.threads, *other.threads),
        reads=one.reads | other.reads,
        meant=one.meant | other.meant,
        is_renamed=one.is_renamed or other.is_renamed,
        first_day=min(filter(None, (one.first_day, other.first_day)), default=None),
        last_day=max(filter(None, (one.last_day, other.last_day)), default=None),
    )


def shown(fields: ContactFields) -> tuple[tuple[str, str], ...]:
    """A new contact's fields, those that are there."""
    named = (
        ("address", fields.address), ("company_name", fields.company_name), ("title", fields.title),
        ("phone", fields.phone), ("mobile", fields.mobile), ("location", fields.location),
    )  # fmt: skip
    return tuple((name, value) for name, value in named if value)


def side_of(person: KnownPerson) -> Side:
    """A known person as one of two."""
    profile = person.profile
    values = [("address", ", ".join(profile.addresses)), ("company_name", person.company), ("title", person.title)]
    values += [("mobile" if number in profile.mobiles else "phone", number) for number in sorted(profile.phones)]
    name = profile.names[0] if profile.names else profile.addresses[0]
    return Side(person.contact_id, name, profile.addresses, tuple((each, value) for each, value in values if value))


def _said(details: Iterable[Detail], field: DetailField) -> list[str]:
    return [each.value for each in details if each.field == field]


def _spelled_out(by_domain: str | None, signed: str | None) -> str | None:
    """The company as a signature writes it, where that is the domain's owner: "Halden" is "Halden Paper GmbH".

    All words of the domain that say something stand in it, in any order: "Sw Halden" is "Stadtwerke Halden".
    """
    if by_domain is None or signed is None:
        return by_domain
    telling = [word for word in folded(by_domain).replace("-", " ").split() if len(word) >= _LETTERS]
    return signed if telling and all(bare(word) in bare(signed) for word in telling) else by_domain


def _merge(
    history: AddressHistory, found: tuple[KnownPerson, Match], other: Side, person: ContactFields | None
) -> SuggestionDraft:
    known, match = found
    one = side_of(known)
    has_moved = _has_moved(history, known)
    return SuggestionDraft(
        kind="merge",
        key=pair_key(one.keys[0], other.keys[0]),
        fields=MergeFields("contact", one, other, match.reasons, person, history.first_day if has_moved else None),
        happened_at=history.last_at,
        day=history.day,
        quotes=_quotes(history, person),
        exchanges=(),
        verdict=_verdict(match, is_proven=_is_proven(history, known)),
    )


def _has_moved(history: AddressHistory, known: KnownPerson) -> bool:
    """Whether the person writes from another company now, and not from the former one any more."""
    if not history.company_domain or not known.profile.domains or history.company_domain in known.profile.domains:
        return False
    last_day = known.profile.last_day
    return last_day is not None and history.first_day is not None and last_day < history.first_day


def _is_proven(history: AddressHistory, known: KnownPerson) -> bool:
    """Whether whoever writes here reads the known one's mailbox, is that one to the owner, or is at their company.

    That somebody reads the mailbox that they write from proves nothing: anybody can have one at a public provider.
    """
    if (history.reads | history.meant) & set(known.profile.addresses) or share_a_mailbox(
        profile_of(history), known.profile
    ):
        return True
    is_theirs = history.company_domain in known.profile.domains
    return history.address in history.reads and (is_theirs or bool(went_together(profile_of(history), known.profile)))


def _verdict(match: Match, *, is_proven: bool) -> Verdict:
    why = f"{_sentence(match.reasons)}."
    if match.answer == "same" and is_proven:
        return Verdict("sure", why)
    if match.answer == "same":
        return Verdict("look", f"{why} The sender is not proven.", Doubt.UNVERIFIED)
    return Verdict("look", why, Doubt.TWO_PEOPLE if match.is_namesake else Doubt.SAME_PERSON)


def _sentence(reasons: tuple[str, ...]) -> str:
    said = ", ".join(reasons)
    return said[:1].upper() + said[1:]
