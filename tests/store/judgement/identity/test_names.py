from __future__ import annotations

import pytest

from store.judgement.identity.names import compare, folded, spelled, words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Greta Becker", "Becker, Greta", "same"),
        ("Greta Becker", "BECKER Greta", "same"),
        ("Dr. Jörg Müller", "Joerg Mueller", "same"),
        ("Søren Ødegård", "Soren Odegard", "same"),
        ("Łukasz Wójcik", "Lukasz Wojcik", "same"),
        ("Сергей Петров", "Sergey Petrov", "same"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos", "same"),
        ("Robert J. Hill", "Robert Hill", "same"),
        ("Ana García López", "Ana García", "same"),
        ("Pat O'Brien", "Pat OBrien", "same"),
        ("Hans-Peter Kohl", "Hans Peter Kohl", "same"),
        ("Greta Becker, Jr.", "Greta Becker", "same"),
        ("Bob Hill", "Robert Hill", "short"),
        ("Kate J. Moss", "Katherine Moss", "short"),
        ("Katherine Moss", "Kate J. Moss", "short"),
        ("G. Becker", "Greta Becker", "initial"),
        ("Greta Becker", "Becker G", "initial"),
        ("Greta Beker", "Greta Becker", "close"),
        ("Greta Becker", "Greta Vogel", "given"),
        ("Greta", "Greta Becker", "given"),
        ("Greta", "greta", "given"),
        ("Nils Becker", "Greta Becker", "family"),
        ("Becker", "Greta Becker", "family"),
        ("Anna Berg", "Anne Berg", "family"),
        ("K. Becker", "Greta Becker", "family"),
        ("G B", "Greta Becker", "different"),
        ("G. B.", "G. C.", "different"),
        ("Greta", "Nils", "different"),
        ("Greta Becker", "Pavel Novak", "different"),
        ("Greta Becker", None, "missing"),
        ("", "Greta Becker", "missing"),
    ],
)
def test_how_alike_two_names_are(one: str, other: str | None, expected: str) -> None:
    assert compare(one, other) == expected
    assert compare(other, one) == expected


def test_words_are_in_natural_order_and_without_titles() -> None:
    assert words("Becker, Dr. Greta") == ("greta", "becker")
    assert words("Prof. Greta Becker, MBA") == ("greta", "becker")


def test_a_name_that_is_a_title_stays() -> None:
    assert words("Ma") == ("ma",)


def test_one_form_for_every_order_and_short_form() -> None:
    assert spelled("Hill, Bob") == spelled("Robert Hill") == "hill robert"


@pytest.mark.parametrize(
    ("text", "expected"), [("Æther", "ather"), ("Straße", "strasse"), ("Юлия", "yuliya"), ("王", "王")]
)
def test_latin_letters(text: str, expected: str) -> None:
    assert folded(text) == expected
