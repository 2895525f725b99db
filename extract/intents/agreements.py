"""Decisions and agreed next steps: sentences that say what was settled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from extract.expressions import expression
from extract.facts import AgreementFact, AgreementKind, Evidence, Span
from extract.facts.places import TEXT
from extract.intents.cues import Sentence
from extract.intents.sentences import sentences
from extract.patterns.intents import BY_LANGUAGE


def agreements_in(text: str, stretch: Span, language: str) -> Iterator[AgreementFact]:
    """Decisions and next steps in one stretch of new text, in order; a question settles nothing."""
    for span in sentences(text, stretch):
        words = text[span.start : span.end]
        kind = _kind(Sentence.of(words).words, language)
        if kind and not words.endswith("?"):
            yield AgreementFact(kind, words, (Evidence("text", TEXT, span, words),))


def _kind(words: str, language: str) -> AgreementKind | None:
    return next((kind for kind, pattern in _patterns(language) if pattern.search(words)), None)


@cache
def _patterns(language: str) -> tuple[tuple[AgreementKind, Any], ...]:
    ways = BY_LANGUAGE.get(language)
    if ways is None:
        return ()
    return (("decision", expression("|".join(ways.decisions))), ("next_step", expression("|".join(ways.next_steps))))
