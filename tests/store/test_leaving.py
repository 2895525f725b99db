"""Leaving, over rows as the product writes them: what was theirs alone goes, what they shared stays."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from store import people
from store.errors import NotFound
from store.leaving import leave
from store.queries.notes import Narrowed, notes
from tests.acquaintances import HOME, WORK, exchange
from tests.firm import LATER, Person
from tests.store.erasure.life import NILS, erase, known_in_every_way, named_in, tables_with

KEPT = {"approval", "decision", "evidence", "suggestion", "suggestion_key", "suggestion_source", "consent"}


def gone(person: Person) -> None:
    with person.app.transaction(person.acting) as session:
        leave(session, person.user_id, LATER)


def test_nothing_is_left_of_those_whom_only_the_leaver_knew(ines: Person, jonas: Person) -> None:
    ines.feed(*exchange(ines, 1, NILS))
    ines.approve_all()
    ines.feed(*exchange(ines, 11, HOME, after=1), *exchange(ines, 21, "pavel@kestrel.example", after=2))
    ines.rule("keep_private", ines.suggestions("waiting")[:2])
    assert tables_with(ines, "pavel@kestrel") != []
    before = jonas.shared()
    gone(ines)
    for who in (HOME, "pavel@kestrel", "pavel"):
        assert tables_with(ines, who) == []
    assert jonas.shared() == before
    with jonas.app.transaction(jonas.acting) as session:
        assert [one.address for note in notes(session, Narrowed()) for one in note.people if not one.ours] == [NILS]


def test_of_what_was_shared_only_what_supports_it_stays(ines: Person, jonas: Person) -> None:
    known_in_every_way(ines, jonas)
    gone(ines)
    with ines.app.transaction(ines.acting) as session:
        owned = text("select table_name from information_schema.columns where column_name = 'owner_id'")
        private = {name for name in session.scalars(owned) if name not in {"connection_state", "viewing"}}
        held = {name for name in private if session.scalar(text(f"select count(*) from {name}"))}
    assert held - {"policy", "policy_change", "due"} <= KEPT
    assert {row.state for row in ines.suggestions()} == {"published"}
    assert not any("gist" in row.fields and row.fields["gist"] for row in ines.suggestions())


def test_after_somebody_left_a_person_is_erased_from_what_they_shared_as_well(ines: Person, jonas: Person) -> None:
    known_in_every_way(ines, jonas)
    gone(ines)
    erase(ines, jonas, addresses=(WORK,))
    assert named_in(ines, jonas) == set()


def test_who_left_signs_in_no_more(ines: Person) -> None:
    with ines.app.transaction() as session:
        token = people.make_link(session, ines.user_id, LATER)
    gone(ines)
    with ines.app.transaction() as session:
        assert people.use_link(session, token, LATER) is None
        with pytest.raises(NotFound):
            people.find_user(session, "Ines")
    gone(ines)
