from __future__ import annotations

import pytest

from extract.facts import Span
from extract.mail.signature.lines import lines_of, tokens
from extract.mail.signature.traits import is_own, is_own_site, is_person, is_prose, names_site, traits_of
from tests.extract.mail.signature.stretches import ADA, author


def seen(line: str) -> set[str]:
    return set(traits_of(lines_of(line, Span(0, len(line)))[0], ADA))


@pytest.mark.parametrize(
    ("line", "traits"),
    [
        ("-- ", {"dashes"}),
        ("=======", {"rule"}),
        (" ", set()),
        ("w" * 200, {"prose"}),
        ("Kind regards,", {"closing"}),
        ("P.S. The keys are at the desk", {"postscript"}),
        ("I shall bring the samples", {"prose"}),
        ("Ada Quill", {"author", "person"}),
        ("AQ", {"initials"}),
        ("i. A. Ada Quill", {"author", "person"}),
        ("Ada Quill (she/her)", {"author"} | {"person"}),
        ("Me Ada Quill", {"author", "person"}),
        ("Ada Quill cell # 212 555 0143", {"author", "person", "phone", "labelled"}),
        ("Head of Purchasing", {"title"}),
        ("Halden Foods Ltd", {"firm", "person"}),
        ("Northwind Paper", {"own_firm", "person"}),
        ("Internet Division", {"department", "person"}),
        ("212-555-0143", {"phone"}),
        ("ada.quill@northwind-paper.example", {"own_email"}),
        ("red (at) halden.example", {"email"}),
        ("Look at northwind", set()),
        ("https://www.northwind-paper.example/", {"own_url"}),
        ("https://halden.example/about-me", {"url"}),
        ("www.", set()),
        ("northwind-paper.example", {"own_url", "own_firm"}),
        ("@northwind", {"handle"}),
        ("Skype: paperboat", {"handle"}),
        ("12 Mill Street", {"street"}),
        ("Springfield, IL 62701", {"town"}),
        ("NB4143", {"room"}),
        ("Geschäftsführer: Ada Quill", {"register"}),
        ("linkedin.com/in/paperboat", {"url"}),
        ("HRB 99914 Amtsgericht Halden", {"register"}),
        ("one two three four five six seven eight nine ten", set()),
    ],
)
def test_what_is_seen_on_a_line(line: str, traits: set[str]) -> None:
    assert seen(line) == traits


@pytest.mark.parametrize(
    ("words", "prose"),
    [
        ("The lorry comes on the second floor ramp.", True),
        ("Paper and board " * 7, True),
        ("Paper | and board " * 7, False),
        ("Tin Mine This and That", False),
        ("They Mine Tin", True),
        ("See https://halden.example/if-you-must", False),
    ],
)
def test_prose_says_something(words: str, prose: bool) -> None:  # noqa: FBT001
    assert is_prose(words, words.lower().split()) is prose


@pytest.mark.parametrize(
    ("site", "words", "named"),
    [
        ("northwind-paper", "Northwind Paper Ltd", True),
        ("northwind", "The Northwind", True),
        ("northwindpaper", "Northwind", True),
        ("dit", "Dublin Institute of Trade", True),
        ("blakes", "Blake, Hill & Partners", True),
        ("perrin-transports", "Transports Perrin", True),
        ("northwind", "Halden Foods", False),
        ("clayandkiln", "Clay & Kiln", True),
        ("nw", "Halden NW", False),
        ("halden", "", False),
    ],
)
def test_words_that_name_the_company_of_a_domain(site: str, words: str, named: bool) -> None:  # noqa: FBT001
    assert names_site(tokens(words), site) is named


def test_a_persons_name_has_capitals_and_no_digits() -> None:
    assert is_person("Vera van der Meer")
    assert not is_person("Vera")
    assert not is_person("Vera meets Tom")
    assert not is_person("Vera Meer 2")


def test_own_addresses_and_sites() -> None:
    assert is_own("ada.quill@private.example", ADA)
    assert not is_own("desk@northwind-paper.example", ADA)
    assert is_own_site("http://northwind-paper.example", ADA)
    assert not is_own_site("http://northwind-paper.example/price-list", ADA)
    assert not is_own_site("http://gmail.com", author("Ada Quill", "ada@gmail.com"))
