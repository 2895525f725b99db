"""Whether a message reports that another did not arrive, where no report for programs says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extract.expressions import expression
from extract.facts import MessageClass
from extract.notices.signs import Signs
from extract.patterns import subjects
from extract.patterns.notices import deliveries
from extract.patterns.notices.signals import ENOUGH
from extract.patterns.roles import is_machine

_WORDS: Final = expression(f"(?i){deliveries.FAILURES}")
_STATUS: Final = expression(f"(?m){deliveries.STATUSES}|{deliveries.REPLIES}")
_MARKS: Final = str.maketrans("", "", ".-_ ")
_ADDRESS, _NAME = 3, 2


@dataclass(frozen=True, slots=True)
class _Told:
    weight: int
    reason: str


def undelivered(signs: Signs) -> MessageClass | None:
    """A bounce, where its sender and its words together say so; words alone are anybody's."""
    if signs.is_answer():
        return None
    told = [each for each in _told(signs) if each.weight]
    by_server = _by_server(signs)
    named = by_server or subjects.is_bounce(signs.title) or is_machine(signs.sender)
    if not told or not named or by_server + sum(each.weight for each in told) < ENOUGH:
        return None
    return MessageClass("bounce", told[0].reason)


def _by_server(signs: Signs) -> int:
    """How much the sender's address and name look like a mail server's."""
    address = signs.local.translate(_MARKS).startswith(deliveries.SERVERS)
    name = signs.name.casefold().startswith(deliveries.SERVER_NAMES)
    return _ADDRESS * address + _NAME * name


def _told(signs: Signs) -> Iterator[_Told]:
    """What the message says, the surest first."""
    headed = subjects.is_bounce(signs.title) or subjects.is_bounce(signs.subject)
    yield _Told(3 * bool(_WORDS.search(signs.written)), "A mail server's words for failed delivery")
    yield _Told(3 * headed, "A mail server's subject for failed delivery")
    yield _Told(2 * (signs.headers.raw("return-path") == b"<>"), "Null Return-Path from a mail server")
    yield _Told(bool(_STATUS.search(signs.written)), "A delivery status in the text")
