from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from store.errors import Conflict
from store.models.shared.contact import Contact
from store.review.changes import same_name
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


@pytest.fixture(autouse=True)
def both_know_greta(ines: Person, jonas: Person) -> None:
    for person, number in ((ines, 1), (jonas, 11)):
        person.feed(mail(number, GRETA, person.address), mail(number + 1, person.address, GRETA, answers=number))


def name_of_contact(person: Person) -> str:
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(Contact.name)).one()


def test_what_differs_is_the_second_rep_s_own_suggestion(ines: Person, jonas: Person) -> None:
    ines.rule("edit", ines.suggestions(kind="contact"), name="Greta Becker")
    ines.publish()
    jonas.rule("edit", jonas.suggestions(kind="contact"), name="Gretchen Becker")
    jonas.publish()
    assert name_of_contact(jonas) == "Greta Becker"
    (change,) = jonas.suggestions("waiting", kind="change")
    assert (change.fields["old"], change.fields["new"]) == ("Greta Becker", "Gretchen Becker")
    assert change.doubt == "differs from what you told me"
    assert ines.suggestions(kind="change") == []


def test_an_approved_change_has_the_last_word_and_can_be_taken_back(ines: Person, jonas: Person) -> None:
    first = ines.rule("edit", ines.suggestions(kind="contact"), name="Greta Becker")
    ines.publish()
    jonas.rule("edit", jonas.suggestions(kind="contact"), name="Gretchen Becker")
    jonas.publish()
    changed = jonas.rule("approve", jonas.suggestions("waiting", kind="change"))
    jonas.publish()
    assert name_of_contact(ines) == "Gretchen Becker"
    jonas.undo(changed)
    assert name_of_contact(ines) == "Greta Becker"
    ines.undo(first)


def test_undo_names_who_changed_it_since(ines: Person, jonas: Person) -> None:
    first = ines.rule("edit", ines.suggestions(kind="contact"), name="Greta Becker")
    ines.publish()
    jonas.rule("edit", jonas.suggestions(kind="contact"), name="Gretchen Becker")
    jonas.publish()
    jonas.rule("approve", jonas.suggestions("waiting", kind="change"))
    jonas.publish(LATER + timedelta(hours=2))
    before = ines.shared()
    with pytest.raises(Conflict) as raised:
        ines.undo(first)
    (conflict,) = raised.value.fields
    assert (conflict.field, conflict.yours, conflict.theirs) == ("name", "Greta Becker", "Gretchen Becker")
    assert (conflict.by, conflict.at) == (jonas.user_id, LATER + timedelta(hours=2))
    assert ines.shared() == before


def test_a_reading_never_overwrites_what_a_person_typed(ines: Person, jonas: Person) -> None:
    ines.rule("edit", ines.suggestions(kind="contact"), name="Greta Becker")
    ines.publish()
    jonas.rule("approve", jonas.suggestions(kind="contact"))
    jonas.publish()
    assert name_of_contact(jonas) == "Greta Becker"
    assert [row.fields["new"] for row in jonas.suggestions("waiting", kind="change")] == ["Greta"]


def test_a_change_of_a_row_that_is_gone_changes_nothing(ines: Person, jonas: Person) -> None:
    first = ines.rule("edit", ines.suggestions(kind="contact"), name="Greta Becker")
    ines.publish()
    second = jonas.rule("approve", jonas.suggestions(kind="contact"))
    jonas.publish()
    ines.undo(first)
    jonas.undo(second)
    jonas.rule("approve", jonas.suggestions("waiting", kind="change"))
    jonas.publish()
    assert not any(jonas.shared().values())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("Becker, Greta", "Greta Becker", True), ("GRETA becker", "Greta Becker", True), ("Greta", "Greta Becker", False)],
)
def test_the_same_to_a_reader(*, one: str, other: str, expected: bool) -> None:
    assert same_name(one, other) is expected
