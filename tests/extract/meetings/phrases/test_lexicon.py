"""Rules of a language, asked."""

from __future__ import annotations

import pytest

from extract.meetings.phrases.lexicon import Lexicon, is_fraction, lexicon
from extract.patterns.times import BY_LANGUAGE


@pytest.fixture
def english() -> Lexicon:
    found = lexicon("en")
    assert found is not None
    return found


def kinds(english: Lexicon, words: str) -> list[tuple[str, str]]:
    return [(piece.rule.kind, words[piece.start : piece.end]) for piece in english.pieces(words)]


def test_the_longer_words_win(english: Lexicon) -> None:
    assert kinds(english, "the day after tomorrow") == [("day", "the day after tomorrow")]
    assert kinds(english, "next friday at 10:30 am") == [("next weekday", "next friday"), ("clock", "10:30 am")]


def test_pieces_stand_alone(english: Lexicon) -> None:
    assert kinds(english, "mondayish x-friday_ 1.2.3.4 12:30% 4/5/6/7") == []


def test_nothing_hides_what_is_in_it(english: Lexicon) -> None:
    assert kinds(english, "every friday") == []


def test_numbers_in_digits_and_words(english: Lexicon) -> None:
    assert english.number("12") == english.number("twelve") == 12


def test_a_fraction_is_no_date(english: Lexicon) -> None:
    (half,) = english.pieces("1/2")
    (date,) = english.pieces("1/5")
    assert is_fraction("1/2", half)
    assert not is_fraction("1/5", date)


def test_a_language_without_rules() -> None:
    assert lexicon("sv") is None


@pytest.mark.parametrize("language", sorted(BY_LANGUAGE))
def test_every_rule_has_an_example(language: str) -> None:
    assert all(rule.example for rule in BY_LANGUAGE[language].rules)
