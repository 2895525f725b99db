"""Promises and requests: sentences in which somebody is to do a definite act, and until when."""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts import CommitmentFact, Evidence, Span
from extract.facts.places import TEXT
from extract.intents.cues import Act, acts_in
from extract.intents.due import Due, due_of
from extract.intents.sentences import sentences
from extract.meetings.phrases.moments import moments_in
from extract.meetings.phrases.sent import Sent


def commitments_in(text: str, stretch: Span, language: str, sent: Sent | None = None) -> Iterator[CommitmentFact]:
    """Promises and requests in one stretch of new text, in order; without the time of sending none has a due date."""
    for sentence in sentences(text, stretch):
        acts = acts_in(text[sentence.start : sentence.end], language)
        phrases = moments_in(text, sentence, language, sent) if acts and sent else ()
        for act in acts:
            span = Span(sentence.start + act.span.start, sentence.start + act.span.end)
            due = due_of(text, sentence, span, phrases, sent.at.date()) if sent else None
            yield _fact(text, act, span, due)


def _fact(text: str, act: Act, span: Span, due: Due | None) -> CommitmentFact:
    words = text[span.start : span.end]
    evidence = (Evidence("text", TEXT, span, words),)
    return CommitmentFact(act.who, words, due.text if due else None, due.day if due else None, evidence)
