"""Signs of a machine, of mail to many, or of a person that lie in no wording: addresses, recipients, links, forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.expressions import expression
from extract.notices.declared import is_discussion
from extract.notices.signs import Signs, words_of
from extract.patterns.first_names import NAMES
from extract.patterns.notices.bulk import BULK_MAILERS, HOSTS, LIBRARIES, RELAYS
from extract.patterns.notices.machines import FIELDS, SENDER_NAMES
from extract.patterns.notices.signals import Found
from extract.patterns.public_domains import is_public
from extract.patterns.roles import is_broadcast, is_bulk_sender, is_list, is_machine, is_role, is_system

_LINK: Final = expression(r"(?i)https?://[^\s<>\"]+|\bwww\.[^\s<>\"]+")
_BULK_MAILERS: Final = expression(BULK_MAILERS)
_SENDER_NAMES: Final = expression(f"(?i){SENDER_NAMES}")
_LIBRARIES: Final = expression(LIBRARIES)
_FORM: Final = expression(
    r"(?m)^[ \t*>-]{0,8}[A-Za-z\x{c0}-\x{24f}][^:=\n]{1,40}?[ \t.]*[:=][ \t]+\S|^[A-Z][A-Z_]{3,} ?="
)
_RULER: Final = expression(r"(?m)^[ \t]*[-=_*~#]{20,}[ \t]*$")
_SHOUTED: Final = expression(r"(?m)^[ \t]*[A-Z][A-Z0-9 ,.'&$%!:-]{14,}[ \t]*$")
_FIRST_PERSON: Final = expression(r"(?i)\b(?:i|i'm|i'll|i've|i'd|my|me|ich|mir|mich|je|j'ai|moi)\b")
# What exports of mailboxes write where a message names nobody.
_NOBODY: Final = frozenset({"no.address", "noaddress", "unknown", "undisclosed", "nobody", "none"})
_CERTAIN: Final = 12  # whatever tone a program takes, nobody answers from there
_DIGITS: Final = 5
_MANY: Final = 25
_LINKS: Final = 4
_FIELDS, _LONG_FORM = 3, 6
_SHARE: Final = 0.4
_GREETING_WORDS, _SIGNED_WORDS = 3, 5
_LAST: Final = 6  # lines in which people sign
_TALKS: Final = 2


def structural(signs: Signs) -> Iterator[Found]:
    """Everything found, each with its weight."""
    yield from _sender(signs)
    yield from _recipients(signs)
    yield from _tools(signs)
    yield from _layout(signs.written)
    yield from _personal(signs)


def _sender(signs: Signs) -> Iterator[Found]:
    local, _, domain = signs.sender.rpartition("@")
    if is_machine(signs.sender):
        yield Found("automated", _CERTAIN, "The sender's address is a program's")
    elif is_system(signs.sender):
        yield Found("automated", 3, "The sender's address is a system's")
    elif is_role(signs.sender):
        yield Found("automated", 1, "The sender's address is a shared one")
    if _SENDER_NAMES.search(signs.name):
        yield Found("newsletter", 2, "The sender's name is no person's")
        yield Found("automated", 2, "The sender's name is no person's")
    if is_bulk_sender(signs.sender):
        yield Found("newsletter", 5, "The sender's address is one for news")
    if domain.partition(".")[0] in HOSTS and domain.count(".") > 1:
        yield Found("newsletter", 3, "The sender's host is for mail to many")
    if sum(mark.isdigit() for mark in local) >= _DIGITS and not is_public(domain):
        yield Found("newsletter", 2, "The sender's address counts its recipients")
    if local in _NOBODY:
        yield Found("newsletter", 3, "No sender is named")
    if local.strip("0123456789.-") in {domain, domain.partition(".")[0]}:
        yield Found("newsletter", 2, "A company writes, no person")


def _recipients(signs: Signs) -> Iterator[Found]:
    others = frozenset(signs.recipients)
    if any(is_broadcast(address) for address in others):
        yield Found("newsletter", 4, "It went to everybody")
    elif any(is_list(address) for address in others) and not is_discussion(signs.headers):
        yield Found("newsletter", 2, "It went to a list")
    if others == {signs.sender} and not is_discussion(signs.headers):
        yield Found("newsletter", 3, "The sender wrote to nobody else")
        yield Found("automated", 2, "The sender wrote to nobody else")
    if not others:
        yield Found("newsletter", 2, "No recipient is named")
    if len(others) > _MANY:
        yield Found("newsletter", 2, "It names many recipients")


def _tools(signs: Signs) -> Iterator[Found]:
    names = [field.name for field in signs.headers.fields]
    mailer = signs.value("x-mailer") or signs.value("user-agent")
    if any(name.startswith(FIELDS) for name in names):
        yield Found("automated", 5, "A field that systems write")
    if any(name.startswith(RELAYS) for name in names):
        yield Found("newsletter", 2, "Sent through a service for programs' mail")
    if _BULK_MAILERS.search(mailer):
        yield Found("newsletter", 4, "Sent with a tool for mail to many")
    elif _LIBRARIES.search(mailer):
        yield Found("automated", 3, "Sent with a library for programs")


def _layout(text: str) -> Iterator[Found]:
    lines = sum(1 for line in text.split("\n") if line.strip()) or 1
    fields = len(_FORM.findall(text))
    if fields >= _LONG_FORM and fields >= _SHARE * lines:
        yield Found("automated", 4, "A form that a system filled in")
    elif fields >= _FIELDS:
        yield Found("automated", 2, "Lines as of a form")
    links = _LINK.findall(text)
    if len(links) >= _LINKS:
        yield Found("newsletter", 2, "Many links")
    if len(_RULER.findall(text)) >= _FIELDS:
        yield Found("newsletter", 2, "Parted by rulers")
    if len(_SHOUTED.findall(text)) >= _FIELDS:
        yield Found("newsletter", 1, "Headlines")


def _personal(signs: Signs) -> Iterator[Found]:
    if signs.is_answer():
        yield Found("person", 3, "An answer")
    if signs.headers.has("in-reply-to") or signs.headers.has("references"):
        yield Found("person", 2, "It belongs to a thread")
    if signs.quotes:
        yield Found("person", 3, "Somebody's words are quoted")
    lines = [line for line in signs.written.split("\n") if line.strip()]
    if lines and _greets(words_of(lines[0])):
        yield Found("person", 2, "A greeting by first name")
    if _signs(signs, [words_of(line) for line in lines[-_LAST:]]):
        yield Found("person", 2, "Signed with the sender's name")
    if len(_FIRST_PERSON.findall(signs.written)) >= _TALKS:
        yield Found("person", 2, "Somebody speaks of themselves")


def _greets(words: tuple[str, ...]) -> bool:
    """A first name with few words before it; "dear" is what programs write, too."""
    return 0 < len(words) <= _GREETING_WORDS and words[-1] in NAMES and "dear" not in words


def _signs(signs: Signs, lines: list[tuple[str, ...]]) -> bool:
    """A short line near the end with a name of the sender, who is a person by name and address."""
    if is_role(signs.sender) or _SENDER_NAMES.search(signs.name):
        return False
    names = {*words_of(signs.name), *words_of(signs.local)}
    return any(len(words) <= _SIGNED_WORDS and not names.isdisjoint(words) for words in lines)
