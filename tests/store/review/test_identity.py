from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from store.errors import Conflict
from store.models.private.suggestion import Decision
from store.models.shared.contact import Contact
from store.review import identity, shared
from store.review.identity import Pair
from store.review.word import Word
from tests.acquaintances import HOME, WORK, noted, question, same_person
from tests.firm import LATER, Person
from tests.readings import mail


def contacts(person: Person) -> list[Contact]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(select(Contact).order_by(Contact.id)))


def say(person: Person, one: UUID, other: UUID, *, same: bool, minutes: int = 0) -> None:
    with person.worker.transaction(person.acting) as session:
        decision = session.scalars(select(Decision.id).order_by(Decision.id)).all()[minutes]
        identity.say(
            session,
            Word(person.user_id, decision, LATER + timedelta(minutes=minutes)),
            Pair("contact", one, other, same),
        )
        shared.regroup(session, "contact", [one, other])


def three(person: Person) -> list[UUID]:
    for number, address in enumerate(("a@halden.example", "b@halden.example", "c@halden.example")):
        noted(person, 1 + 10 * number, address)
    return [each.id for each in contacts(person)]


def test_the_first_noted_stands_for_all(ines: Person) -> None:
    a, b, c = three(ines)
    say(ines, c, b, same=True)
    say(ines, a, b, same=True)
    assert [each.merged_into for each in contacts(ines)] == [None, a, a]
    with ines.app.transaction(ines.acting) as session:
        assert identity.one_with(session, "contact", c) == [a, b, c]


def test_the_last_word_on_a_pair_counts(ines: Person) -> None:
    a, b, c = three(ines)
    say(ines, a, b, same=True)
    say(ines, b, c, same=True)
    say(ines, b, a, same=False, minutes=1)
    assert [each.merged_into for each in contacts(ines)] == [None, None, b]


def test_a_row_that_is_not_there_is_one_with_itself(ines: Person) -> None:
    lost = uuid4()
    with ines.app.transaction(ines.acting) as session:
        assert identity.one_with(session, "contact", lost) == [lost]


def test_all_that_are_one_show_the_last_word_of_all(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    noted(ines, 11, "nils@halden.example")
    first, second = contacts(ines)
    assert (first.title, second.title) == ("Buyer", None)
    say(ines, first.id, second.id, same=True)
    assert [each.title for each in contacts(ines)] == ["Buyer", "Buyer"]
    say(ines, first.id, second.id, same=False, minutes=1)
    assert [each.title for each in contacts(ines)] == ["Buyer", None]


def test_undo_of_a_merge_restores_every_row(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(mail(11, ines.address, HOME), mail(12, HOME, ines.address, answers=11))
    before = ines.shared()
    merged = ines.rule("approve", [question(ines)])
    ines.publish()
    assert len({each.merged_into for each in contacts(ines)}) == 2
    ines.undo(merged)
    assert ines.shared() == before


def test_who_was_joined_since_is_named(ines: Person, jonas: Person) -> None:
    noted(ines, 1, WORK)
    with ines.app.transaction(ines.acting) as session:
        first = session.scalars(select(Decision.op_id).order_by(Decision.id)).first()
    jonas.feed(mail(11, jonas.address, HOME), mail(12, HOME, jonas.address, answers=11))
    jonas.rule("approve", [question(jonas)])
    jonas.publish(LATER + timedelta(hours=2))
    before = ines.shared()
    with pytest.raises(Conflict) as raised:
        ines.undo(first)
    (conflict,) = raised.value.fields
    assert (conflict.field, conflict.yours, conflict.theirs) == ("identity", "on its own", "one and the same")
    assert (conflict.by, conflict.at) == (jonas.user_id, LATER + timedelta(hours=2))
    assert ines.shared() == before


def test_merges_may_be_undone_in_any_order_that_leaves_no_gap(ines: Person) -> None:
    same_person(ines)
    before = ines.shared()
    ines.undo()
    assert [each.merged_into for each in contacts(ines)] == [None]
    assert ines.shared() != before
