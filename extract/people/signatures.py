"""The author's signature block, read: who, what they do and where, and every way to reach them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract import limits
from extract.facts import TEXT, Evidence, Phone, PhoneType, SignatureFact, Span
from extract.mail.signature.author import Author
from extract.mail.signature.numbers import numbers_in
from extract.patterns.registers import is_register
from extract.people import phones, postal_addresses
from extract.people.links import links_in
from extract.people.names import name_in
from extract.people.phrases import Phrase, rest_of
from extract.people.pieces import Piece, pieces_of
from extract.people.posts import post_in


@dataclass(frozen=True, slots=True)
class _Found:
    """A number or link, and where it stands in the text; ``kind`` is a number's type."""

    field: str
    value: str
    span: Span
    kind: PhoneType = "unspecified"


@dataclass(frozen=True, slots=True)
class _Worded:
    """The fields that are made of words, each of one or more phrases."""

    name: tuple[Phrase, ...]
    title: tuple[Phrase, ...]
    company: tuple[Phrase, ...]
    department: tuple[Phrase, ...]
    address: tuple[Phrase, ...]


def signature_of(text: str, block: Span, author: Author, timezone: str) -> SignatureFact | None:
    """Read a block; None where it says nothing but a name.

    Args:
        text: the message's text.
        block: where the author's block stands in it.
        author: who wrote the message.
        timezone: IANA name of the owner's zone; the last resort for the country of a number.
    """
    found: list[_Found] = []
    phrases: list[Phrase] = []
    block = Span(block.start, min(block.end, block.start + limits.SIGNATURE_CHARACTERS))
    for piece in pieces_of(text, block):
        _take(piece, author, found, phrases)
    found = sorted(
        {(each.field, each.value): each for each in reversed(found)}.values(), key=lambda each: each.span.start
    )
    worded = _worded(text, phrases, author)
    if not found and not (worded.title or worded.company or worded.address):
        return None
    numbers = tuple(each for each in found if each.field == "phone")
    region = _region(numbers, found, worded, author, timezone) if numbers else None
    return SignatureFact(
        name=_joined(worded.name),
        title=_joined(worded.title),
        company=_joined(worded.company),
        department=_joined(worded.department),
        phones=tuple(_phone(each, region) for each in numbers),
        address=postal_addresses.joined(worded.address),
        urls=_values(found, "url"),
        emails=_values(found, "email"),
        handles=_values(found, "handle"),
        evidence=_evidence(text, found, worded),
    )


def _phone(number: _Found, region: str | None) -> Phone:
    """A number; without a label it is a mobile where its country gives such numbers to mobiles alone."""
    e164 = phones.e164(number.value, region)
    is_mobile = number.kind == "unspecified" and phones.is_mobile(e164)
    return Phone(number.value, e164, "mobile" if is_mobile else number.kind)


def _take(piece: Piece, author: Author, found: list[_Found], phrases: list[Phrase]) -> None:
    """Take numbers and links out of a piece; the rest are phrases."""
    links = links_in(piece.text, author.site)
    taken = [link.span for link in links]
    found.extend(_Found(link.kind, link.value, _moved(link.span, piece)) for link in links)
    for number in numbers_in(piece.text):
        if all(number.span.end <= span.start or span.end <= number.span.start for span in taken):
            taken.append(number.span)
            written = piece.text[number.span.start : number.span.end]
            found.append(_Found("phone", written, _moved(number.span, piece), number.kind or "unspecified"))
    whole = Phrase(piece.span, piece.text, piece.row, piece.column)
    rest = (whole.cut(span.start, span.end) for span in rest_of(piece.text, taken))
    phrases.extend(phrase for phrase in rest if phrase and _says_one_thing(phrase, piece))


def _says_one_thing(phrase: Phrase, piece: Piece) -> bool:
    """Whether a phrase can be a field: not a paragraph, nor what the law puts under a letter."""
    return len(phrase.text) <= limits.PHRASE_CHARACTERS and not is_register(piece.text, phrase.words)


def _moved(span: Span, piece: Piece) -> Span:
    return Span(piece.span.start + span.start, piece.span.start + span.end)


def _worded(text: str, phrases: Sequence[Phrase], author: Author) -> _Worded:
    named = name_in(phrases, author)
    rest = list(phrases)
    if named:
        place, name = named
        behind = phrases[place].cut(name.span.end - phrases[place].span.start, len(phrases[place].text))
        rest[place : place + 1] = [behind] if behind else []
    others, address = postal_addresses.without_addresses(rest)
    post = post_in(others, author, text)
    return _Worded((named[1],) if named else (), post.title, post.company, post.department, address)


def _region(
    numbers: Sequence[_Found], found: Sequence[_Found], worded: _Worded, author: Author, timezone: str
) -> str | None:
    """The country of numbers without a code."""
    emails = [author.address, *_values(found, "email")]
    domains = [email.rpartition("@")[2] for email in emails if email]
    address = postal_addresses.joined(worded.address)
    return phones.region_of(address, domains, [number.value for number in numbers], timezone)


def _values(found: Sequence[_Found], field: str) -> tuple[str, ...]:
    return tuple(each.value for each in found if each.field == field)


def _joined(phrases: Sequence[Phrase]) -> str | None:
    """A value with single spaces; its lines joined by one."""
    return " ".join(" ".join(phrase.text.split()) for phrase in phrases) or None


def _evidence(text: str, found: Sequence[_Found], worded: _Worded) -> tuple[Evidence, ...]:
    """Where each value stands, in the order of the text; one of several lines has several places."""
    fields = {
        "name": worded.name,
        "title": worded.title,
        "company": worded.company,
        "department": worded.department,
        "address": worded.address,
    }
    places = [(field, phrase.span) for field, phrases in fields.items() for phrase in phrases]
    places += [(each.field, each.span) for each in found]
    ordered = sorted(places, key=lambda place: place[1].start)
    return tuple(Evidence(field, TEXT, span, text[span.start : span.end]) for field, span in ordered)
