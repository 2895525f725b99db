"""Who took part in a message, and how the owner stands to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from extract.facts import Direction, Evidence, Participant, ParticipantRole, SignatureFact, SourceText, Span
from extract.mail import addresses
from extract.mail.headers import Headers
from extract.mail.signature.author import Author, folded
from extract.mail.words import HeaderText
from extract.raw import DRAFTS, INBOX, JUNK, SENT, ReadingContext

_ROLES: Final[dict[str, ParticipantRole]] = {
    "from": "from", "to": "to", "cc": "cc", "bcc": "bcc", "reply-to": "reply_to", "sender": "sender"
}  # fmt: skip
RECIPIENTS: Final = frozenset({"to", "cc", "bcc"})
_FULL: Final = 2  # words of a full name
_SHORT: Final = 3  # letters of a word that stands in many domains by chance


def participants_of(headers: Headers, warnings: list[str]) -> tuple[tuple[Participant, ...], tuple[SourceText, ...]]:
    """Everybody in the address headers, in their order, and those headers as sources of evidence."""
    people: list[Participant] = []
    sources: list[SourceText] = []
    for name, role in _ROLES.items():
        values = headers.all(name)
        if values:
            source = _joined(values)
            sources.append(SourceText(name, source.text))
            people.extend(_people(source, name, role, warnings))
    if sum(field.name == "from" for field in headers.fields) > 1:
        warnings.append("There is more than one From header.")
    return tuple(people), tuple(sources)


def is_ours(address: str, context: ReadingContext) -> bool:
    """Whether an address belongs to the owner or the owner's company."""
    return address in context.own_addresses or address.rpartition("@")[2] in context.own_domains


def outsiders(people: Iterable[Participant], context: ReadingContext) -> tuple[Participant, ...]:
    """Those who are not of the owner's company."""
    return tuple(person for person in people if not is_ours(person.address, context))


def direction_of(people: Sequence[Participant], labels: Iterable[str], context: ReadingContext) -> Direction:
    """Seen from the owner. From proves nothing in an inbox: anybody can write the owner's address there."""
    senders = [person.address for person in people if person.role == "from"]
    recipients = [person.address for person in people if person.role in RECIPIENTS]
    if senders and recipients and all(is_ours(address, context) for address in senders + recipients):
        return "internal"
    folders = frozenset(labels)
    if SENT in folders or DRAFTS in folders:
        return "out"
    is_delivered = INBOX in folders or JUNK in folders
    return "out" if not is_delivered and context.own_addresses.intersection(senders) else "in"


def named_as_signed(people: Sequence[Participant], signature: SignatureFact | None) -> tuple[Participant, ...]:
    """The same people, the sender under the full name that they sign with where no header gives one.

    What may be the company's name is nobody's, unless the address has it before its ``@`` as well.
    """
    name, author = signature.name if signature else None, Author.of(people)
    if name is None or len(name.split()) < _FULL or not (author.share(name) or _is_apart(name, author.site)):
        return tuple(people)
    return tuple(replace(each, name=name) if each.role == "from" and not each.name else each for each in people)


def _is_apart(name: str, site: str) -> bool:
    return not any(len(word) > _SHORT and word in site for word in folded(name))


def _joined(values: list[HeaderText]) -> HeaderText:
    """Repeated headers as one; a comma in the mask alone keeps their addresses apart."""
    return HeaderText("\n".join(value.text for value in values), ",".join(value.mask for value in values))


def _people(source: HeaderText, name: str, role: ParticipantRole, warnings: list[str]) -> list[Participant]:
    found = addresses.parse(source)
    if found.unread:
        warnings.append("An address could not be read.")
    if found.left_out:
        warnings.append(f"There are too many addresses; {found.left_out} were left out.")
    return [
        Participant(role, mailbox.address, mailbox.name, None, _evidence(name, source.text, mailbox.span))
        for mailbox in found.mailboxes
    ]


def _evidence(name: str, text: str, span: Span) -> Evidence:
    return Evidence("people", name, span, text[span.start : span.end])
