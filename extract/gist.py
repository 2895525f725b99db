"""The words that say what came of a mail: a decision before a next step, before a promise or request, before a meeting.

They are the source's own, at most 90 characters of them, cut where a clause or at least a word ends. Nothing is put
together, and a mail that settles nothing has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.expressions import expression
from extract.facts import CommitmentFact, Evidence, Findings, Promiser, Span
from extract.facts.places import TEXT

LONGEST: Final = 90
_SHORTEST: Final = 40  # of a clause that stands for the whole
_CLAUSE: Final = expression(r"[,;:.!?]\s|\s[-–—(]|\n\n")
_PROMISERS: Final[dict[Promiser, str]] = {"author": "promise", "recipient": "request"}


def gist_of(found: Findings) -> tuple[Evidence, ...]:
    """The evidence for what came of a mail, its field one of decision, next_step, promise, request, appointment."""
    named = next(_ranked(found), None)
    if named is None or named[1].source != TEXT:
        return ()
    kind, evidence = named
    words = _shortened(evidence.quote)
    span = Span(evidence.span.start, evidence.span.start + len(words))
    return (Evidence(kind, TEXT, span, words),)


def _ranked(found: Findings) -> Iterator[tuple[str, Evidence]]:
    for kind in ("decision", "next_step"):
        yield from ((kind, fact.evidence[0]) for fact in found.agreements if fact.kind == kind)
    dated = [fact for fact in found.commitments if fact.due_date]
    yield from map(_committed, dated)
    yield from (("appointment", fact.evidence[0]) for fact in found.appointments if fact.start)
    yield from map(_committed, found.commitments)


def _committed(fact: CommitmentFact) -> tuple[str, Evidence]:
    return _PROMISERS[fact.who], fact.evidence[0]


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    start = words[: LONGEST + 1]
    clauses = [match.start() for match in _CLAUSE.finditer(start) if match.start() >= _SHORTEST]
    end = clauses[-1] if clauses else max(start.rfind(" "), start.rfind("\n"))
    return words[: end if end > 0 else LONGEST].rstrip()
