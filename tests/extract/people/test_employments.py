"""Changes of their own post that people tell of."""

from __future__ import annotations

import pytest
import re2

from extract.facts import EmploymentFact, Participant, Span
from extract.patterns.employments import BY_LANGUAGE, News
from extract.people.employments import employments_in

GRETA = Participant("from", "greta@halden.example", "Greta Becker")
ALL = [news for each in BY_LANGUAGE.values() for news in each]


def found(text: str, language: str = "en", author: Participant | None = GRETA) -> tuple[EmploymentFact, ...]:
    return employments_in(text, [Span(0, len(text))], language, author)


@pytest.mark.parametrize("news", ALL, ids=[news.example for news in ALL])
def test_each_pattern_finds_its_example(news: News) -> None:
    assert re2.search(news.pattern, news.example)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "I have joined Kilnhaus as plant manager.", [("started", "plant manager", "Kilnhaus", None)]),
        ("en", "Friday is my last day at Torfwerk. Ida Brandt takes over from me.",
         [("left", None, "Torfwerk", "Ida Brandt")]),
        ("en", "I left Torfwerk and my new role is head of glazing. Ida Brandt replaces me.",
         [("left", None, "Torfwerk", None), ("moved", "head of glazing", None, "Ida Brandt")]),
        ("en", "I have left the company.", [("left", None, None, None)]),
        ("en", "I've left Torfwerk and started as a buyer at Kilnhaus.",
         [("left", None, "Torfwerk", None), ("started", "buyer", "Kilnhaus", None)]),
        ("en", "My successor is Ida Brandt.", [("moved", None, None, "Ida Brandt")]),
        ("de", "Ich habe Torfwerk verlassen. Meine Nachfolgerin ist Ida Brandt.",
         [("left", None, "Torfwerk", "Ida Brandt")]),
        ("de", "Ende Mai verlasse ich das Haus.", [("left", None, None, None)]),
        ("de", "Um neun verlasse ich das Haus.", []),
        ("fr", "Je quitte l’équipe en mai.", [("left", None, None, None)]),
        ("fr", "J'ai rejoint Kilnhaus comme acheteuse.", [("started", "acheteuse", "Kilnhaus", None)]),
        ("en", "I left the house at nine, and the parcel with our porter.", []),
        ("en", "She joined Kilnhaus.", []),
        ("pl", "I have joined Kilnhaus.", []),
    ],
)  # fmt: skip
def test_news(language: str, text: str, expected: list[tuple[str | None, ...]]) -> None:
    facts = found(text, language)
    assert [(fact.change, fact.title, fact.company, fact.successor) for fact in facts] == expected
    assert all(text[each.span.start : each.span.end] == each.quote for fact in facts for each in fact.evidence)


def test_it_is_the_authors_post() -> None:
    (fact,) = found("I have left the company.")
    assert (fact.name, fact.address) == ("Greta Becker", "greta@halden.example")
    (fact,) = found("I have left the company.", author=None)
    assert (fact.name, fact.address) == (None, None)
