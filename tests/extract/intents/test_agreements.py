"""What was settled."""

from __future__ import annotations

import pytest

from extract.facts import Span
from extract.intents.agreements import agreements_in


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(fact.kind, fact.text) for fact in agreements_in(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Hello. We have decided to move the pilot to Bergen. Bye.", "en",
         [("decision", "We have decided to move the pilot to Bergen.")]),
        ("The next step is a signed form.", "en", [("next_step", "The next step is a signed form.")]),
        ("Have we decided to move it?", "en", []),
        ("It rains.", "en", []),
        ("Wir haben uns für die rote Variante entschieden.", "de",
         [("decision", "Wir haben uns für die rote Variante entschieden.")]),
        ("Nächster Schritt: Muster bestellen.", "de", [("next_step", "Nächster Schritt: Muster bestellen.")]),
        ("Nous avons retenu la variante rouge.", "fr", [("decision", "Nous avons retenu la variante rouge.")]),
        ("Prochaine étape : la commande.", "fr", [("next_step", "Prochaine étape : la commande.")]),
        ("We have decided.", "xx", []),
    ],
)  # fmt: skip
def test_decisions_and_next_steps(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


def test_the_evidence_is_the_sentence_in_the_text() -> None:
    text = "Good news: we agreed on the price."
    (fact,) = agreements_in(text, Span(0, len(text)), "en")
    (evidence,) = fact.evidence
    assert (evidence.source, text[evidence.span.start : evidence.span.end]) == ("text", evidence.quote)
    assert evidence.quote == fact.text
