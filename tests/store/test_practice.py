from __future__ import annotations

from sqlalchemy import text

from store.practice import is_newcomer, practised
from store.preferences import preferences
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def is_new(person: Person) -> bool:
    with person.app.transaction(person.acting) as session:
        return is_newcomer(session, person.user_id)


def test_whoever_never_decided_is_new_until_they_practised(ines: Person, jonas: Person) -> None:
    assert is_new(ines)
    with ines.app.transaction(ines.acting) as session:
        before = preferences(session, ines.user_id)
        practised(session, ines.user_id)
        practised(session, ines.user_id)
        assert preferences(session, ines.user_id) == before
    assert not is_new(ines)
    assert is_new(jonas)


def test_whoever_decided_something_is_not(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    assert is_new(ines)
    ines.rule("refuse", ines.suggestions("waiting")[:1])
    assert not is_new(ines)


def test_nobody_is_in_the_demo(firm: Firm, ines: Person) -> None:
    with firm.app.transaction() as session:
        session.execute(text("update installation set demo = true"))
    assert not is_new(ines)
