from __future__ import annotations

import pytest

from store.judgement.drafts import ContactFields, Doubt, InteractionFields, Known
from store.judgement.sureness import called, of_contact, of_interaction
from tests.builders import US, note, someone

GRETA = "greta@halden.example"
FRIEND = someone("luca@gmail.com", "Luca Rossi")


@pytest.mark.parametrize(
    ("fields", "known", "doubt"),
    [
        (note(), Known(frozenset({GRETA})), None),
        (note(), Known(), Doubt.NEW_PERSON),
        (note(FRIEND, US), Known(), Doubt.MIGHT_BE_PRIVATE),
        (note(FRIEND, US), Known(frozenset({FRIEND.address})), None),
        (note(FRIEND, someone()), Known(frozenset({GRETA})), Doubt.NEW_PERSON),
        (note(marked_private=True), Known(frozenset({GRETA})), Doubt.MIGHT_BE_PRIVATE),
        (note(), Known(frozenset({GRETA}), private=frozenset({GRETA})), Doubt.MIGHT_BE_PRIVATE),
    ],
)
def test_one_doubt_for_each_look(fields: InteractionFields, known: Known, doubt: Doubt | None) -> None:
    verdict = of_interaction(fields, known)
    assert verdict.doubt == doubt
    assert verdict.pile == ("sure" if doubt is None else "look")
    assert verdict.why.endswith(".")


def test_the_reason_names_who_is_known() -> None:
    two = note(someone(), someone("nils@halden.example", "Nils"))
    known = Known(frozenset({GRETA, "nils@halden.example"}))
    assert of_interaction(note(), known).why == "You know Greta Becker."
    assert of_interaction(two, known).why == "You know Greta Becker and 1 more here."


def test_new_people_are_never_sure() -> None:
    assert of_contact(ContactFields("Greta", GRETA, "Halden", "halden.example")).doubt == Doubt.NEW_PERSON
    assert of_contact(ContactFields("Luca", "luca@gmail.com", None, None)).doubt == Doubt.COMPANY_UNSURE


def test_a_person_without_a_name_is_called_by_the_address() -> None:
    assert called(someone(name=None)) == GRETA
