"""Promises and requests: sentences in which somebody is to do a definite act."""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts import CommitmentFact, Evidence, Span
from extract.facts.places import TEXT
from extract.intents.cues import Act, acts_in
from extract.intents.sentences import sentences


def commitments_in(text: str, stretch: Span, language: str) -> Iterator[CommitmentFact]:
    """Promises and requests in one stretch of new text, in order."""
    for sentence in sentences(text, stretch):
        for act in acts_in(text[sentence.start : sentence.end], language):
            yield _fact(text, sentence, act)


def _fact(text: str, sentence: Span, act: Act) -> CommitmentFact:
    span = Span(sentence.start + act.span.start, sentence.start + act.span.end)
    words = text[span.start : span.end]
    return CommitmentFact(act.who, words, None, None, (Evidence("text", TEXT, span, words),))
