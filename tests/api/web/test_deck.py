from __future__ import annotations

import pytest

from api.deps import now
from api.web.deck import VERSION, cards, ids, items, whole_mail
from i18n.language import LANGUAGES, speaking
from store.judgement.drafts import InteractionFields
from store.queries.review import Item
from tests.builders import MONDAY


def test_two_are_sure_and_the_third_is_the_wrong_one() -> None:
    assert [item.pile for item in items(MONDAY)] == ["sure", "sure", "look", "look", "look"]
    assert [card.is_wrong for card in cards(MONDAY)] == [False, False, True, False, False]
    assert {item.version for item in items(now())} == {VERSION}


def test_in_the_order_of_their_time() -> None:
    when = [item.happened_at for item in items(MONDAY)]
    assert when == sorted(when)
    assert len(set(ids())) == len(when)


@pytest.mark.parametrize("item", items(MONDAY), ids=lambda item: item.kind)
def test_every_one_shows_words_that_stand_there(item: Item) -> None:
    assert item.proofs
    (source,) = item.sources
    for proof in item.proofs:
        text = {"subject": source.title, "text": source.text}[proof.source]
        assert text[proof.start : proof.end] == proof.quote


def test_nobody_in_them_exists() -> None:
    for card in cards(MONDAY):
        people = card.fields.people if isinstance(card.fields, InteractionFields) else ()
        assert all(one.address.endswith(".example") for one in people)
        assert card.sender[1].endswith(".example") or not card.sender[1]


def test_a_mail_in_full() -> None:
    found = whole_mail(ids()[2], MONDAY)
    assert found
    assert "Jana Malá" in found.text
    assert whole_mail(ids()[0], MONDAY) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_behind_a_field_stand_in_the_mail_in_every_language(language: str) -> None:
    with speaking(language):
        found = items(MONDAY)
    texts = {"text": lambda item: item.sources[0].text, "subject": lambda item: item.sources[0].title}
    pairs = [
        (proof.quote, texts[proof.source](item)[proof.start : proof.end]) for item in found for proof in item.proofs
    ]
    assert [(quote, there) for quote, there in pairs if quote != there] == []
