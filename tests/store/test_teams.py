"""A company is with the team that has most notes with it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from store import teams
from store.errors import NotFound, NotReady
from tests.builders import ONE
from tests.firm import Person
from tests.readings import mail
from tests.store.summing import counted

GRETA = "greta@halden.example"


def put(who: Person, team: str) -> None:
    with who.app.transaction(who.acting) as session:
        teams.put_into(session, who.user_id, team)
    counted(who)


def of_halden(who: Person) -> list[str]:
    with who.app.transaction(who.acting) as session:
        return list(session.scalars(text("select team from company_team")))


def exchange(rep: Person, number: int) -> None:
    rep.feed(mail(number, GRETA, rep.address), mail(number + 1, rep.address, GRETA, answers=number))
    rep.approve_all()
    counted(rep)


def test_a_company_is_with_the_team_that_has_most_notes(ines: Person, jonas: Person) -> None:
    put(ines, "North")
    exchange(ines, 1)
    assert of_halden(ines) == ["North"]
    put(jonas, "South")
    assert of_halden(ines) == ["North"]
    for number in (11, 21):
        exchange(jonas, number)
    assert of_halden(ines) == ["South"]
    put(jonas, "West")
    assert of_halden(ines) == ["West"]
    put(jonas, "")
    assert of_halden(ines) == []


def test_what_is_taken_back_leaves_the_company_with_nobody(ines: Person) -> None:
    put(ines, "North")
    exchange(ines, 1)
    ines.undo()
    counted(ines)
    assert of_halden(ines) == []


def test_teams_and_how_many_are_in_them(ines: Person, jonas: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        assert not teams.has_teams(session)
    for who in (ines, jonas):
        put(who, " North   Sea ")
    with ines.app.transaction(ines.acting) as session:
        assert teams.sizes(session) == {"North Sea": 2}
        with pytest.raises(NotFound):
            teams.put_into(session, ONE, "North")
        with pytest.raises(NotReady):
            teams.put_into(session, ines.user_id, "n" * (teams.LONGEST + 1))
