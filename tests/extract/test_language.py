"""Languages of texts as they stand in mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language import SUPPORTED, language_of, supported


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thank you for the samples, we will test them.", "en"),
        ("Vielen Dank für die Muster, wir testen sie.", "de"),
        ("Merci pour les échantillons, nous allons les tester.", "fr"),
        ("Gracias por las muestras, vamos a probarlas.", "es"),
        ("Grazie per i campioni, li proveremo.", "it"),
        ("Bedankt voor de monsters, we gaan ze testen.", "nl"),
        ("Tack för proverna, vi ska testa dem.", "sv"),
        ("Dziękujemy za próbki, przetestujemy je.", "pl"),
        ("サンプルをありがとうございます。", "ja"),
        ("休暇中です。", "ja"),
        ("感謝貴公司寄來樣品,本週測試。", "zh"),
        ("Спасибо за образцы, мы их проверим.", "ru"),
    ],
)
def test_languages_of_business_mail(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "ok", "4711 0815 2024-11-25", "a@halden.example b@halden.example", "https://halden.example/offer"]
)
def test_too_little_says_nothing(text: str) -> None:
    assert language_of(text) is None


def test_words_are_read_in_few_languages() -> None:
    assert all(supported(language) for language in SUPPORTED)
    assert not supported("es")
    assert not supported(None)


def test_what_the_model_is_unsure_about_says_nothing() -> None:
    assert language_of("Zq xv wkl prt mnb tgh") is None


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text: str) -> None:
    assert language_of(text) == language_of(text)
