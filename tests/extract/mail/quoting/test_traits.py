from __future__ import annotations

import pytest

from extract.mail.quoting import traits


@pytest.mark.parametrize(
    "words", ["3.11.2026", "2026-11-03", "11/3/26", "3 Nov 2026", "2026年11月3日", "11月3日", "2026년 11월 3일"]
)
def test_dates(words: str) -> None:
    assert traits.has_date(words)
    assert traits.has_when(words)


@pytest.mark.parametrize("words", ["at 10:30", "um 10.30 Uhr", "à 10h30", "10時30分", "at 9 AM", "9 p.m. sharp"])
def test_times(words: str) -> None:
    assert traits.has_time(words)


@pytest.mark.parametrize("words", ["version 3", "room 2000", "call me", "chapter 4.2"])
def test_numbers_alone_are_neither(words: str) -> None:
    assert not traits.has_time(words)


@pytest.mark.parametrize("words", ["ann@x.example", "Ann <ann@x.example>", "Ann [mailto:ann", "Low/SALES/ORG@ORG"])
def test_addresses(words: str) -> None:
    assert traits.has_address(words)
    assert not traits.has_address("at the office <3")


@pytest.mark.parametrize(
    "words",
    [
        "Ann wrote:", "Ann schrieb:", "Ann a écrit :", "Ann escribió:", "Ann ha scritto:", "schreef Ann:",
        "Ann escreveu:", "Ann napisał(a):", "skrev Ann:", "Ann kirjoitti:", "Ann пишет:", "Annさんは書きました:",
        "Ann写道：", "Quoting Ann:", "Zitat von Ann:",
    ],
)  # fmt: skip
def test_words_for_writing(words: str) -> None:
    assert traits.says_wrote(words)
    assert traits.ends_with_colon(words)


@pytest.mark.parametrize("words", ["the typewriter is here", "underwrote it", "citations:"])
def test_other_words(words: str) -> None:
    assert not traits.says_wrote(words)


def test_words_for_speaking() -> None:
    assert traits.says_said("as Ann said")
    assert not traits.says_said("unsaid")


def test_rules() -> None:
    assert traits.is_rule("-----")
    assert traits.is_rule("_" * 40)
    assert not traits.is_rule("----")
    assert not traits.is_rule("-----x")


@pytest.mark.parametrize("words", ["Ann Low", "Ann Low/SALES/ORG@ORG", "LOW, Ann (Sales)"])
def test_names(words: str) -> None:
    assert traits.could_be_name(words)


@pytest.mark.parametrize("words", ["", "See you.", "- one", "a b c d e f g h i", "x" * 100, "Hello,"])
def test_no_names(words: str) -> None:
    assert not traits.could_be_name(words)
