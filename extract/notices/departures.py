"""That the owner of a mailbox has left, as its automatic reply says, and who took over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.expressions import expression
from extract.facts import TEXT, EmploymentFact, Evidence, Participant, Span
from extract.notices.substitutes import substitute_in
from extract.patterns.employments import LEFT

_LEFT: Final = expression(f"(?im){LEFT}")


def departure_in(text: str, stretches: Sequence[Span], people: Sequence[Participant]) -> EmploymentFact | None:
    """The departure of the sender of an automatic reply; None where it tells of none.

    Args:
        text: of the reply.
        stretches: what its writer wrote.
        people: its participants.
    """
    left = next((span for span in (_said(text, stretch) for stretch in stretches) if span), None)
    owner = next((person for person in people if person.role == "from"), None)
    if left is None or owner is None:
        return None
    successor = substitute_in(text, stretches, people)
    spans = {"change": left} | ({"successor": successor} if successor else {})
    evidence = tuple(Evidence(name, TEXT, span, text[span.start : span.end]) for name, span in spans.items())
    who = text[successor.start : successor.end] if successor else None
    return EmploymentFact("left", owner.name, owner.address, None, None, who, evidence)


def _said(text: str, stretch: Span) -> Span | None:
    match = _LEFT.search(text[stretch.start : stretch.end])
    return Span(stretch.start + match.start(), stretch.start + match.end()) if match else None
