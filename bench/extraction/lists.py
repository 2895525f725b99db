"""Addresses that are nobody's own, told without the product's rules: a message that no person wrote, or a list's."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable, Iterator
from typing import Final

import re2

from bench.extraction.gold import Gold

_PEOPLE: Final = frozenset({"person", "calendar"})
_ADDRESS: Final = re2.compile(r"[\w.+=-]+@[\w.-]+")
_LIST_HEADERS: Final = ("list-post", "mailing-list", "x-mailing-list", "x-beenthere", "list-id")
# Local parts that say they are many people or a program.
_MANY: Final = re2.compile(
    r"^(?:all|dl|list|team|staff|everyone|announce(?:ments?)?|undisclosed)(?:[._-]|$)|(?:-l|-list|-users|-discuss|-announce)$"
    r"|^(?:no-?reply|do-?not-?reply|postmaster|mailer-daemon|bounces?|info|sales|support|webmaster|newsletter)$"
)


def no_person(gold: Gold, contacts: Iterable[str]) -> Iterator[str]:
    """Those of the addresses made contacts that are no people."""
    lists = _lists(gold.raw)
    for address in contacts:
        if gold.kind not in _PEOPLE or address in lists or _MANY.search(address.partition("@")[0]):
            yield address


def _lists(raw: bytes) -> frozenset[str]:
    headers = email.message_from_bytes(raw.partition(b"\n\n")[0], policy=email.policy.compat32)
    written = (str(value) for name in _LIST_HEADERS for value in headers.get_all(name, ()))
    return frozenset(address.lower() for value in written for address in _ADDRESS.findall(value))
