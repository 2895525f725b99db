"""What a notice reports: addresses that a message did not reach, an absence, a departure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.facts import Findings, ParsedMessage, SegmentKind, SourceText
from extract.meetings.phrases.sent import Sent
from extract.notices.absences import absence_of
from extract.notices.bounces import bounces_of
from extract.notices.departures import departure_in
from extract.notices.signs import Divided, Signs

_OWN: Final[frozenset[SegmentKind]] = frozenset({"new", "signoff", "signature"})


@dataclass(frozen=True, slots=True)
class Reported:
    """Findings, and the sources that show them beside the text."""

    findings: Findings | None = None
    sources: tuple[SourceText, ...] = ()


def reported_in(signs: Signs, text: Divided, message: ParsedMessage, sent: Sent | None) -> Reported:
    """The findings of a bounce or an automatic reply; None for any other message.

    Args:
        signs: the message as the rules about kinds see it.
        text: its text, divided.
        message: the same, read.
        sent: from where its days are counted.
    """
    if message.message_class.kind == "bounce":
        bounced = bounces_of(signs, text.text)
        return Reported(Findings(bounces=bounced.facts), bounced.sources)
    if message.message_class.kind != "out_of_office":
        return Reported()
    stretches = [segment.span for segment in text.segments if segment.kind in _OWN]
    departure = departure_in(text.text, stretches, message.participants)
    if departure:
        return Reported(Findings(employments=(departure,)))
    return Reported(Findings(absence=absence_of(text.text, text.segments, message, sent)))
