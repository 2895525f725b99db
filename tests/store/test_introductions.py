"""Introductions: asked of whoever knows the contact, seen by the two alone, answered once or more."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from store.errors import NotFound
from store.introductions import TOLD_FOR, Asked, answer, ask, requests, withdraw
from store.unshown import hide
from tests.firm import LATER, Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def seen(person: Person, now: datetime = LATER) -> list[Asked]:
    with person.app.transaction(person.acting) as session:
        return requests(session, person.user_id, now)


@pytest.fixture
def greta(ines: Person) -> UUID:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        return UUID(str(session.scalar(text("select id from contact"))))


def asks(asker: Person, asked: Person, greta: UUID) -> None:
    with asker.app.transaction(asker.acting) as session:
        ask(session, asker.user_id, asked.user_id, greta, LATER)


def test_the_two_alone_see_it_and_either_may_end_it(firm: Firm, ines: Person, jonas: Person, greta: UUID) -> None:
    nora = firm.person("Nora")
    for _ in range(2):
        asks(jonas, ines, greta)
    (of_ines,), (of_jonas,) = seen(ines), seen(jonas)
    assert (of_ines.mine, of_ines.colleague, of_ines.contact, of_ines.answer) == (False, "Jonas", "Greta", None)
    assert (of_jonas.mine, of_jonas.colleague, of_jonas.id) == (True, "Ines", of_ines.id)
    assert seen(nora) == []
    for other in (jonas, nora):
        with pytest.raises(NotFound), other.app.transaction(other.acting) as session:
            answer(session, other.user_id, of_ines.id, "yes", LATER)
    with ines.app.transaction(ines.acting) as session:
        withdraw(session, ines.user_id, of_ines.id)
        answer(session, ines.user_id, of_ines.id, "yes", LATER)
    assert seen(ines) == []
    assert [each.answer for each in seen(jonas)] == ["yes"]
    assert seen(jonas, LATER + TOLD_FOR + timedelta(days=1)) == []
    with jonas.app.transaction(jonas.acting) as session:
        withdraw(session, jonas.user_id, of_ines.id)
    assert seen(jonas) == []


def test_nobody_is_asked_who_does_not_know_them_or_does_not_show_it(ines: Person, jonas: Person, greta: UUID) -> None:
    for asker, asked in ((ines, jonas), (ines, ines)):
        with pytest.raises(NotFound):
            asks(asker, asked, greta)
    with ines.app.transaction(ines.acting) as session:
        hide(session, ines.user_id, greta)
    with pytest.raises(NotFound):
        asks(jonas, ines, greta)
