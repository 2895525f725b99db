from __future__ import annotations

from sqlalchemy import text

from store.erasure import erase as erase_one
from store.queries.notes import Narrowed, notes
from tests.acquaintances import HOME, WORK, exchange, noted
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail
from tests.store.erasure.life import (
    NAME_NOBODY,
    NAME_PEOPLE,
    NILS,
    erase,
    known_in_every_way,
    named_in,
    tables_with_text,
)


def test_every_table_is_named_as_one_that_may_hold_somebody_or_not(ines: Person) -> None:
    """A new table, or one that gets its first text, fails here until it is told which; then the next test fills it."""
    with ines.app.transaction(ines.acting) as session:
        assert tables_with_text(session) == NAME_PEOPLE | NAME_NOBODY
    assert NAME_PEOPLE.isdisjoint(NAME_NOBODY)


def test_after_an_erasure_no_row_names_her(ines: Person, jonas: Person) -> None:
    known_in_every_way(ines, jonas)
    assert named_in(ines, jonas) == NAME_PEOPLE
    done = erase(ines, jonas)
    assert named_in(ines, jonas) == set()
    assert (done.items > 0, done.suggestions > 0) == (True, True)
    assert erase_one is not None


def test_after_an_erasure_others_are_as_they_were(ines: Person, jonas: Person) -> None:
    known_in_every_way(ines, jonas)
    erase(ines, jonas)
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(text("select value from contact_point order by 1")).all() == [
            NILS,
            "office@halden.example",
        ]
        told = notes(session, Narrowed())
        assert all(any(one.address == NILS or "office" in one.address for one in note.people) for note in told)
        assert {note.kind for note in told} == {"mail", "meeting"}


def test_erasing_again_finds_nothing(ines: Person, jonas: Person) -> None:
    known_in_every_way(ines, jonas)
    erase(ines, jonas)
    before = ines.shared(), [row.version for row in ines.suggestions()]
    again = erase(ines, jonas)
    assert (again.items, again.suggestions) == (0, 0)
    assert (ines.shared(), [row.version for row in ines.suggestions()]) == before


def test_what_was_erased_is_not_brought_back(ines: Person, jonas: Person) -> None:
    known_in_every_way(ines, jonas)
    held = ines.count("inbound")
    erase(ines, jonas)
    assert ines.count("inbound") + ines.count("dropped") == held
    with ines.app.transaction(ines.acting) as session:
        assert set(session.scalars(text("select reason from dropped"))) == {"erased"}


def test_a_namesake_stays(ines: Person) -> None:
    """Two people of one name: what their addresses do not tell apart is nobody's to erase."""
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, HOME, after=1))
    ines.rule("refuse", ines.suggestions("waiting", kind="merge"))
    ines.approve_all()
    assert ines.count("contact") == 2
    erase(ines)
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(text("select value from contact_point")).all() == [HOME]
        assert [one.address for note in notes(session, Narrowed()) for one in note.people if not one.ours] == [HOME]


def test_a_note_with_others_stays_without_her(ines: Person) -> None:
    ines.feed(mail(1, ines.address, NILS, WORK), mail(2, NILS, ines.address, answers=1, at=MONDAY))
    ines.approve_all()
    ines.feed(mail(11, ines.address, NILS, WORK, at=MONDAY))
    (waiting,) = ines.suggestions("waiting", kind="interaction")
    erase(ines)
    with ines.app.transaction(ines.acting) as session:
        (note,) = notes(session, Narrowed())
    assert [one.address for one in note.people if not one.ours] == [NILS]
    (left,) = ines.suggestions("waiting")
    assert (left.id, left.version != waiting.version) == (waiting.id, True)
    ines.rule("approve", [left])
    ines.publish()


def test_a_desk_is_erased_as_well(ines: Person, jonas: Person) -> None:
    known_in_every_way(ines, jonas)
    erase(ines, jonas, addresses=("office@halden.example",))
    with ines.app.transaction(ines.acting) as session:
        assert "office@halden.example" not in session.scalars(text("select value from contact_point")).all()
