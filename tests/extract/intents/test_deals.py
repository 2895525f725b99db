"""Steps of a deal: told by those who do them, in three languages; nothing where it is not so."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extract.facts import DealFact, Span
from extract.intents.deals import deals_in
from extract.meetings.phrases.sent import Sent
from extract.patterns.deals import BY_LANGUAGE

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


def found(text: str, language: str = "en", *, dated: bool = True) -> list[DealFact]:
    sent = Sent.of(AT, language, "halden.example") if dated else None
    return list(deals_in(text, Span(0, len(text)), language, sent))


@pytest.mark.parametrize(
    ("language", "number"), [(name, number) for name, each in BY_LANGUAGE.items() for number in range(len(each.ways))]
)
def test_each_way_is_for_its_example(language: str, number: int) -> None:
    way = BY_LANGUAGE[language].ways[number]
    told = found(way.example, language)
    assert [(fact.step, fact.side) for fact in told] == [(way.step, way.side)]
    assert not found(way.example, "xx")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We have not signed the contract yet.", "en"),
        ("If you sign the contract, we can start.", "en"),
        ("We order 12 pumps if you deliver by Friday.", "en"),
        ("Please sign the attached order form.", "en"),
        ("Please return the signed contract.", "en"),
        ("It rains.", "en"),
        ("They have signed the contract with another supplier.", "en"),
        ("We will place the order next week.", "en"),
        ("We hope to place the order soon.", "en"),
        ("The contract must be signed by Friday.", "en"),
        ("Have you signed the contract?", "en"),
        ("Our customer has decided for you.", "en"),
        ("I'll have the pasta, in order to be quick.", "en"),
        ("We have decided for your convenience to move the meeting.", "en"),
        ("We offer you a coffee.", "en"),
        ("Can we place the order online?", "en"),
        ("Once we have signed the contract, we will let you know.", "en"),
        ("Please find attached the order form.", "en"),
        ("We decided to cancel our meeting.", "en"),
        ("Please let me know if you accept our offer.", "en"),
        ("“We accept your offer”, he said.", "en"),
        ("We will decide soon.", "en"),
        ("We decided on 3 November.", "en"),
        ("Wir haben den Vertrag noch nicht unterschrieben.", "de"),
        ("Wenn Sie den Vertrag unterschreiben, legen wir los.", "de"),
        ("Bitte senden Sie uns den unterschriebenen Vertrag zurück.", "de"),
        ("Wir werden nächste Woche bestellen.", "de"),
        ("Haben Sie den Vertrag unterschrieben?", "de"),
        ("Bitte prüfen Sie unser Angebot.", "de"),
        ("Wir haben uns für einen Termin am Montag entschieden.", "de"),
        ("Nous n'avons pas encore signé le contrat.", "fr"),
        ("Si vous signez le contrat, nous commençons.", "fr"),
        ("Merci de nous retourner le contrat signé.", "fr"),
        ("Avez-vous signé le contrat ?", "fr"),
        ("Nous avons décidé de reporter la réunion.", "fr"),
        ("Nous vous proposons un rendez-vous lundi.", "fr"),
    ],
)
def test_what_is_not_so_says_nothing(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("Please find attached our quote for 42,000 EUR.", "en", "42000.00 EUR"),
        ("Please find attached our quote. It is for two lines.\n\nThe total is $12,500.", "en", "12500.00 USD"),
        ("Please find attached our quote: 40 pumps at 12 EUR each, in total 480 EUR.", "en", "480.00 EUR"),
        ("Our offer: 500 EUR discount. We can offer you the lot for 8,400 EUR.", "en", "8400.00 EUR"),
        ("Please find attached our quote, 400 EUR for one and 700 EUR for the other.", "en", None),
        ("Please find attached our quote. We had 300 EUR in mind.", "en", None),
        ("Could you send us a quote for 40 pumps? The total budget is 9,000 EUR.", "en", None),
        ("Anbei unser Angebot über 42.000,50 €.", "de", "42000.50 EUR"),
        ("Anbei unser Angebot. Der Gesamtpreis beträgt CHF 1'200.–, der Versand kostet 20 CHF.", "de", "1200.00 CHF"),
        ("Veuillez trouver ci-joint notre devis de 8 400,00 €.", "fr", "8400.00 EUR"),
    ],
)
def test_the_amount_is_the_one_of_the_sentence_or_the_total(text: str, language: str, amount: str | None) -> None:
    told = found(text, language)
    assert told[-1].amount == amount
    for fact in told:
        assert [text[each.span.start : each.span.end] for each in fact.evidence] == [
            each.quote for each in fact.evidence
        ]


def test_the_day_is_when_it_will_be_decided() -> None:
    text = "Thank you. We will decide by 12 December."
    (fact,) = found(text)
    assert (fact.step, fact.expected_on) == ("expected", date(2026, 12, 12))
    assert [(each.field, each.quote) for each in fact.evidence] == [
        ("deal", "We will decide"), ("expected_on", "by 12 December"),
    ]  # fmt: skip
    assert found(text, dated=False) == []


def test_a_message_tells_its_steps_in_order() -> None:
    text = "Thank you for the quick answer.\n\nWe accept your offer. Our purchase order 4711 is attached.\n"
    assert [fact.step for fact in found(text)] == ["agreed", "agreed"]
    assert found(text)[0].text == "We accept your offer"
