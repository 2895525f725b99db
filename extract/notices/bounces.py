"""Whom a message did not reach, and whether its server has given up: from the report for programs, else from the text.

A server that says ``Action: failed`` (RFC 3464 section 2.3.3) tries no more, whatever class its status code has;
``delayed`` is a warning, and so is a text that announces further attempts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import re2

from extract.expressions import expression
from extract.facts import STATUS, TEXT, BounceFact, Evidence, SourceText, Span
from extract.mail.addresses import normalize
from extract.notices.declared import status_parts
from extract.notices.signs import Signs
from extract.patterns.notices import deliveries

_FIELD: Final = expression(
    r"(?im)^(?P<name>original-recipient|final-recipient|action|status)[ \t]*:[ \t]*(?:rfc822[ \t]*;|[a-z0-9-]+;)?"
    r"[ \t]*<?(?P<value>[^\s<>(;]+)"
)
_COPY: Final = expression(deliveries.COPIES)
_DELAY: Final = expression(f"(?i){deliveries.DELAYS}")
_LISTED: Final = expression(deliveries.ADDRESSES)
_ANYWHERE: Final = expression(deliveries.ANY_ADDRESS)
_STATUS: Final = expression(f"(?m){deliveries.STATUSES}")
_HEADER: Final = "x-failed-recipients"
_MOST: Final = 50
_REACHED: Final = frozenset({"delivered", "relayed", "expanded", "deliverable"})


@dataclass(frozen=True, slots=True)
class Bounced:
    """What a report says, and the sources that show it beside the text."""

    facts: tuple[BounceFact, ...]
    sources: tuple[SourceText, ...] = ()


def bounces_of(signs: Signs, text: str) -> Bounced:
    """Each recipient once.

    Args:
        signs: the report.
        text: its text as people read it.
    """
    status = "\n\n".join(status_parts(signs.root))
    reported = tuple(_once(_reported(status)))
    if reported:
        return Bounced(reported, (SourceText(STATUS, status),))
    text_above = _above_copy(text)
    header = signs.headers.text(_HEADER)
    named = tuple(_once(_named(header, _HEADER, _ANYWHERE, gone=not _DELAY.search(text_above))))
    if named:
        return Bounced(named, (SourceText(_HEADER, header),))
    return Bounced(tuple(_once(_told(signs, text_above))))


def _once(facts: Iterator[BounceFact]) -> Iterator[BounceFact]:
    seen: set[str] = set()
    for fact in facts:
        if fact.address not in seen and len(seen) < _MOST:
            seen.add(fact.address)
            yield fact


def _reported(status: str) -> Iterator[BounceFact]:
    """The blocks of a report, one for each recipient."""
    start = 0
    for block in status.split("\n\n"):
        fields = {match["name"].lower(): match for match in _FIELD.finditer(block)}
        recipient = fields.get("original-recipient") or fields.get("final-recipient")
        action = fields["action"]["value"].lower() if "action" in fields else "failed"
        address = normalize(recipient["value"]) if recipient else None
        if recipient and address and action not in _REACHED:
            code = fields["status"]["value"] if "status" in fields else None
            span = Span(start + recipient.start(2), start + recipient.end(2))
            yield BounceFact(address, action != "delayed", code, (_evidence(STATUS, status, span),))
        start += len(block) + 2


def _above_copy(text: str) -> str:
    """The report without the message that it returns."""
    copy = _COPY.search(text)
    return text[: copy.start()] if copy else text


def _told(signs: Signs, text: str) -> Iterator[BounceFact]:
    """Addresses as servers list them, else any; the sender of the lost message, to whom the report goes, is none."""
    gone = not _DELAY.search(text)
    known = {signs.sender, *signs.recipients}
    listed = [fact for fact in _named(text, TEXT, _LISTED, gone=gone) if fact.address not in known]
    yield from listed or (fact for fact in _named(text, TEXT, _ANYWHERE, gone=gone) if fact.address not in known)


def _named(text: str, source: str, pattern: re2._Regexp, *, gone: bool) -> Iterator[BounceFact]:
    matches = list(pattern.finditer(text))
    for match, following in zip(matches, (*matches[1:], None), strict=False):
        address = normalize(match[1])
        if address:
            said = _STATUS.search(text[match.end() : following.start() if following else len(text)])
            span = Span(match.start(1), match.end(1))
            yield BounceFact(address, gone, said[1] if said else None, (_evidence(source, text, span),))


def _evidence(source: str, text: str, span: Span) -> Evidence:
    return Evidence("address", source, span, text[span.start : span.end])
