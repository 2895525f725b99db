from __future__ import annotations

import pytest
from sqlalchemy import text

from store.models.private.suggestion import Suggestion
from store.review.forget import forget
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"
SECRET = "Secret body 1"


@pytest.fixture
def fed(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    return ines


def stored(person: Person) -> str:
    with person.app.transaction(person.acting) as session:
        rows = [*session.execute(text("select * from message")), *session.execute(text("select * from evidence"))]
        return str(rows)


def forgotten(person: Person, rows: list[Suggestion]) -> int:
    with person.app.transaction(person.acting) as session:
        return forget(session, person.user_id, [row.id for row in rows])


def test_the_words_of_what_is_refused_are_gone(fed: Person) -> None:
    assert SECRET in stored(fed)
    fed.rule("refuse", fed.suggestions("waiting", kind="contact"))  # its notes go with it
    assert forgotten(fed, fed.suggestions("refused")) == 2
    assert SECRET not in stored(fed)
    assert fed.count("evidence") == 0


def test_what_another_note_stands_on_stays(fed: Person) -> None:
    notes = fed.suggestions("waiting", kind="interaction")
    fed.rule("refuse", notes)
    assert forgotten(fed, notes) == 1  # the new person, who is still asked about, stands on the other one
    assert fed.count("evidence") > 0


def test_the_decision_can_be_undone(fed: Person) -> None:
    rows = fed.suggestions("waiting")
    fed.rule("refuse", rows)
    forgotten(fed, rows)
    fed.undo()
    assert len(fed.suggestions("waiting")) == len(rows)


def test_nobody_forgets_for_another(fed: Person, jonas: Person) -> None:
    rows = fed.suggestions("waiting")
    fed.rule("refuse", rows)
    assert forgotten(jonas, rows) == 0
    assert SECRET in stored(fed)
