"""What waits, in short: counts as on the page, and only what may be named."""

from __future__ import annotations

from sqlalchemy import text

from store.judgement.drafts import ContactFields, InteractionFields
from store.queries.review import waiting_count
from store.queries.waiting import Waiting, waiting_in_short
from tests.firm import Person
from tests.readings import mail

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"


def of(person: Person) -> Waiting | None:
    with person.worker.transaction(person.acting) as session:
        return waiting_in_short(session, person.user_id)


def test_nothing_is_none(ines: Person) -> None:
    assert of(ines) is None


def test_each_pile_is_counted_and_named(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    ines.feed(mail(20, GRETA, ines.address), mail(21, ines.address, GRETA, answers=20))
    ines.feed(mail(30, KIM, ines.address), mail(31, ines.address, KIM, answers=30))
    ines.ask_now()
    found = of(ines)
    assert found
    assert (found.sure, found.look, found.private) == (1, 2, 0)
    assert [type(fields) for fields in found.named] == [InteractionFields]
    assert [type(fields) for fields in found.doubtful] == [ContactFields]  # the note waits behind the person
    with ines.app.transaction(ines.acting) as session:
        assert found.sure + found.look == waiting_count(session, ines.user_id)
    assert of(jonas) is None


def test_what_might_be_private_is_only_counted(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("refuse", ines.suggestions(kind="contact"))
    ines.undo()
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update suggestion set doubt = 'might be private' where kind = 'interaction'"))
    found = of(ines)
    assert found
    assert found.private == 1
    assert not any(isinstance(fields, InteractionFields) for fields in (*found.named, *found.doubtful))
