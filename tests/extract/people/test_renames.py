from __future__ import annotations

import pytest

from extract.facts import Evidence, Span
from extract.patterns.renames import BY_LANGUAGE
from extract.people.renames import rename_in

EXAMPLES = [(language, each.example) for language, rules in BY_LANGUAGE.items() for each in rules]


def told(text: str, language: str = "en", subject: str = "Pilot") -> Evidence | None:
    return rename_in(subject, text, [Span(0, len(text))], language)


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_each_way_of_telling_is_found_in_its_language(language: str, example: str) -> None:
    found = told(f"Hello,\n\n{example}", language)
    assert found is not None
    assert found.quote == f"Hello,\n\n{example}"[found.span.start : found.span.end]
    assert told(example, "it") is None


def test_the_subject_tells_first() -> None:
    found = told("We got married.", subject="My new name")
    assert found is not None
    assert (found.source, found.quote) == ("subject", "My new name")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Please send it to the address below. My name is on the list, and the new price as well."),
        ("de", "Bitte an die bekannte Adresse. Mein Name steht auf der Liste."),
        ("fr", "Merci de l'envoyer à l'adresse connue. Mon nom est sur la liste."),
    ],
)
def test_names_and_addresses_alone_tell_nothing(language: str, text: str) -> None:
    assert told(text, language) is None


def test_what_the_author_did_not_write_tells_nothing() -> None:
    assert rename_in("Pilot", "My new name is Brandt.", [], "en") is None
