"""What is settled and not shared is on its owner's pages, and on nobody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.judgement.drafts import ContactFields
from store.queries import directory, kept
from store.queries.notes import Narrowed
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
ALL = Narrowed()


@pytest.fixture
def fed(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    return ines


def own_notes(person: Person, narrowed: Narrowed = ALL) -> list[tuple[str, bool]]:
    with person.app.transaction(person.acting) as session:
        found = kept.notes(session, person.user_id, narrowed)
    return [(note.fields.title, note.share_at is not None) for note in found]


def own_people(person: Person) -> list[tuple[str, bool]]:
    with person.app.transaction(person.acting) as session:
        return [(one.fields.address, one.share_at is not None) for one in kept.people(session, person.user_id)]


def test_kept_private_for_good(fed: Person, jonas: Person) -> None:
    fed.rule("keep_private", fed.suggestions("waiting"))
    assert own_notes(fed) == [("Matter 1", False)]
    assert own_people(fed) == [(GRETA, False)]
    assert own_notes(jonas) == own_people(jonas) == []


def test_approved_and_held_until_it_is_shared(fed: Person) -> None:
    fed.hold_seconds = 600
    fed.rule("approve", fed.suggestions("waiting"))
    with fed.app.transaction(fed.acting) as session:
        (note,) = kept.notes(session, fed.user_id, ALL)
        (person,) = kept.people(session, fed.user_id)
    assert note.share_at == person.share_at == LATER + timedelta(seconds=600)
    assert isinstance(person.fields, ContactFields)
    fed.publish()
    assert own_notes(fed) == own_people(fed) == []


@pytest.mark.parametrize("verb", ["refuse", "later"])
def test_what_is_left_out_or_put_off_is_on_no_page(fed: Person, verb: str) -> None:
    fed.rule(verb, fed.suggestions("waiting"))  # type: ignore[arg-type]  # a Verb each
    assert own_notes(fed) == own_people(fed) == []


def test_what_a_colleague_shares_stands_in_for_ones_own_record(ines: Person, jonas: Person) -> None:
    talk = meeting("a", ines.address, jonas.address, GRETA)
    for person in (ines, jonas):
        person.feed(talk, mail(5, GRETA, person.address), mail(6, person.address, GRETA, answers=5))
    ines.rule("keep_private", ines.suggestions("waiting"))
    assert ("Pilot review", False) in own_notes(ines)
    jonas.approve_all()
    assert "Pilot review" not in {title for title, _ in own_notes(ines)}
    assert own_people(ines) == []


def test_on_the_page_of_those_it_is_about(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(mail(5, KIM, ines.address), mail(6, ines.address, KIM, answers=5))
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.publish()
    ines.rule("keep_private", ines.suggestions("waiting"))
    with ines.app.transaction(ines.acting) as session:
        people = {one.addresses[0]: one for one in directory.people(session)}
    assert own_notes(ines, Narrowed(contact_id=people[KIM].id)) == [("Matter 5", False)]
    assert own_notes(ines, Narrowed(company_id=people[GRETA].company_id)) == [("Matter 1", False)]
