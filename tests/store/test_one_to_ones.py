"""The page of a 1:1: an agenda from both, that the database shows to the two alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store.errors import NotFound
from store.one_to_ones import SHOWN_FOR, Line, Matter, add, lines, partner, partners, remove, remove_all, say_done
from tests.firm import LATER, Firm, Person
from tests.store.goals_set import company_of


def seen(one: Person, other: Person, days: int = 0) -> list[Line]:
    with one.app.transaction(one.acting) as session:
        return lines(session, one.user_id, other.user_id, LATER + timedelta(days=days))


def adds(one: Person, other: Person, matter: Matter) -> None:
    with one.app.transaction(one.acting) as session:
        add(session, one.user_id, other.user_id, matter, LATER)


def test_both_add_either_says_done_and_each_takes_away_their_own(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    adds(ines, petra, Matter("Prices", company_of(ines)))
    adds(petra, ines, Matter("Holidays"))
    first, second = seen(petra, ines)
    assert (first.words, first.company, first.mine, second.words, second.mine) == (
        "Prices", "Halden", False, "Holidays", True,
    )  # fmt: skip
    with petra.app.transaction(petra.acting) as session:
        say_done(session, first.id, LATER)
        remove(session, petra.user_id, first.id)
    assert [(each.words, each.is_done) for each in seen(ines, petra)] == [("Holidays", False), ("Prices", True)]
    assert [each.words for each in seen(ines, petra, SHOWN_FOR.days)] == ["Holidays"]
    with ines.app.transaction(ines.acting) as session:
        say_done(session, first.id, None)
        remove(session, ines.user_id, first.id)
    assert [each.words for each in seen(ines, petra)] == ["Holidays"]
    with petra.app.transaction(petra.acting) as session:
        remove_all(session, petra.user_id)
    assert seen(ines, petra) == []


def test_nobody_else_sees_it_or_writes_in_another_s_name(firm: Firm, ines: Person, jonas: Person) -> None:
    petra, paul = firm.person("Petra", "manager"), firm.person("Paul", "manager")
    adds(petra, ines, Matter("Holidays"))
    (line,) = seen(ines, petra)
    for stranger in (jonas, paul, firm.person("Rita", "reader")):
        assert seen(stranger, ines) == seen(stranger, petra) == []
        with stranger.app.transaction(stranger.acting) as session:
            assert session.scalar(text("select count(*) from agenda_line")) == 0
            remove(session, stranger.user_id, line.id)
            with pytest.raises(NotFound):
                say_done(session, line.id, LATER)
    put = "insert into agenda_line (author_id, other_id, words, added_at) values (:author, :other, 'x', now())"
    with pytest.raises(DBAPIError, match="row-level security"), jonas.app.transaction(jonas.acting) as session:
        session.execute(text(put), {"author": ines.user_id, "other": petra.user_id})
    with pytest.raises(DBAPIError, match="permission denied"), petra.app.transaction(petra.acting) as session:
        session.execute(text("update agenda_line set words = 'y'"))
    assert len(seen(ines, petra)) == 1


def test_reps_have_one_with_managers_and_managers_with_reps(firm: Firm, ines: Person, jonas: Person) -> None:
    petra, both, rita = firm.person("Petra", "manager"), firm.person("Bo", "rep", "manager"), firm.person("R", "reader")

    def with_whom(one: Person) -> list[str]:
        with one.app.transaction(one.acting) as session:
            return [each.name for each in partners(session, one.user_id)]

    assert with_whom(ines) == ["Bo", "Petra"]
    assert with_whom(petra) == ["Bo", "Ines", "Jonas"]
    assert with_whom(both) == ["Ines", "Jonas", "Petra"]
    assert with_whom(rita) == []
    with ines.app.transaction(ines.acting) as session:
        assert partner(session, ines.user_id, petra.user_id).name == "Petra"
        for other in (jonas.user_id, ines.user_id, uuid4()):
            with pytest.raises(NotFound):
                partner(session, ines.user_id, other)
        with pytest.raises(NotFound):
            add(session, ines.user_id, petra.user_id, Matter("x", uuid4()), LATER)
