"""Words of private life, found in their places."""

from __future__ import annotations

import pytest

from extract.facts import Span
from extract.privacy.found import Stretch, hints_in, matters_in, plain


def matters(words: str) -> list[tuple[str, int]]:
    return [(fact.matter, fact.weight) for fact in matters_in([Stretch("text", 0, words)])]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("My dentist moved me to Thursday.", [("health", 3)]),
        ("The payslip for May is attached.", [("employment", 2)]),
        ("Ich hole heute die Kinder ab, Oma kommt um vier.", [("family", 3)]),
        ("J'ai rendez-vous chez le médecin mardi.", [("health", 3)]),
        ("Der Arzttermin ist morgen; die Steuererklärung liegt bei.", [("health", 2), ("money", 2)]),
        ("Die Steuererklaerung liegt bei.", [("money", 2)]),
        ("Between you and me: I am leaving.", [("aside", 2)]),
        ("Der Zugewinnausgleich ist strittig.", [("law", 2)]),
        ("Sie ist am Sonntag gestorben.", [("occasion", 2)]),
    ],
)
def test_one_sign_is_enough(words: str, found: list[tuple[str, int]]) -> None:
    assert matters(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "The clinic wants forty licences.",  # one hint: it may be a customer
        "The court, the court and once more the court.",  # the same hint however often
        "The lawyer of the clinic asks for an offer.",  # two hints of two matters
        "Please sign the order form and send it back.",
        "",
    ],
)
def test_one_hint_is_not(words: str) -> None:
    assert matters(words) == []


def test_two_different_hints_of_one_matter_are_a_sign() -> None:
    assert matters("The nurse says the tablets are ready.") == [("health", 2)]


def test_words_stand_where_they_were_written() -> None:
    letter = "Hello,\n\nthe  BLOOD\ntest is on Monday."
    (fact,) = matters_in([Stretch("subject", 0, "Monday"), Stretch("text", 100, letter)])
    (place,) = fact.evidence
    assert (place.field, place.source, place.quote) == ("privacy", "text", "BLOOD\ntest")
    assert place.span == Span(100 + letter.index("BLOOD"), 100 + letter.index(" is on"))


def test_every_character_keeps_its_place() -> None:
    assert plain("İş: Doctor's") == "iş  doctor s"
    assert len(plain("İİ!")) == 3


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The clinic wants forty licences.", [("health", 1)]),
        ("The plumber looks at the radiator in the bathroom.", [("home", 3)]),  # of a house, or of a plumber's order
        ("My dentist comes to the garden party.", [("home", 1)]),
        ("Please sign the order form.", []),
    ],
)
def test_what_is_too_little_to_say_so_is_a_hint(words: str, found: list[tuple[str, int]]) -> None:
    facts = hints_in([Stretch("text", 0, words)])
    assert [(fact.matter, fact.weight) for fact in facts] == found
    assert all(fact.evidence for fact in facts)


def test_daily_life_is_never_a_matter() -> None:
    assert matters("The plumber looks at the radiator in the bathroom and at the boiler.") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ein Brief der Zahnarztpraxis.", [("health", 2)]),  # the beginning of a compound
        ("Die Zahnaerztin ruft an.", [("health", 2)]),
        ("Le medecin voit mon genou.", [("health", 4)]),  # without its accent, and somebody's own
        ("Deux prise de sang.", [("health", 2)]),
        ("Both mortgage applications came back.", [("money", 3)]),
    ],
)
def test_words_are_known_in_every_form(words: str, found: list[tuple[str, int]]) -> None:
    assert matters(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("One kitten, two kittens.", [("home", 1)]),  # two forms of one word
        ("Der Schularzt ist da.", [("health", 1)]),  # the end of a compound
        ("The tenant of the landlady.", [("law", 1)]),  # of a house as well, and counted once
    ],
)
def test_a_word_counts_once_and_for_one_matter(words: str, found: list[tuple[str, int]]) -> None:
    assert [(fact.matter, fact.weight) for fact in hints_in([Stretch("text", 0, words)])] == found
    assert matters(words) == []


@pytest.mark.parametrize(
    ("words", "matter"),
    [
        ("My knee is better.", "health"),
        ("My new landlord is here.", "law"),
        ("The knee, and then my knee.", "health"),
        ("Meine Wohnung ist fertig.", "law"),
        ("Mon avocate est d'accord.", "law"),
    ],
)
def test_what_is_somebody_s_own_is_a_sign(words: str, matter: str) -> None:
    assert matter in dict(matters(words))


def test_relatives_are_a_hint() -> None:
    (fact,) = hints_in([Stretch("text", 0, "Meine Tochter kommt mit.")])
    assert (fact.matter, fact.weight, fact.evidence[0].quote) == ("family", 1, "Tochter")


@pytest.mark.parametrize(
    "words",
    ["The landlord signs.", "My colleague and their landlord sign.", "Our lawyer signs.", "My boss will be back."],
)
def test_what_is_another_s_is_none(words: str) -> None:
    assert matters(words) == []


def test_what_says_most_is_shown_first() -> None:
    (fact,) = matters_in([Stretch("text", 0, "The pupils come to the parents evening.")])
    assert fact.evidence[0].quote == "parents evening"


@pytest.mark.parametrize(
    "words", ["My old address will close in May.", "Get my parcel back.", "Is it hers? Will you ask?"]
)
def test_a_verb_is_nobody_s_own(words: str) -> None:
    assert matters(words) == []
