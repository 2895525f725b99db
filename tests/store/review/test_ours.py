"""Whoever becomes one of us is no stranger to anybody of us any more."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, text

from store.models.people import UserAddress
from store.review.ours import take_in
from tests.acquaintances import exchange, noted
from tests.firm import LATER, Person
from tests.readings import mail

OTHER, GRETA = "ines.duarte@mail.example", "greta.becker@halden.example"


@pytest.fixture
def asked(ines: Person, jonas: Person) -> Person:
    """Jonas, who is asked about an address that turns out to be Ines's."""
    noted(jonas, 1, GRETA)
    jonas.rule("approve", jonas.suggestions("waiting"))
    jonas.feed(*exchange(jonas, 11, OTHER))
    jonas.feed(mail(21, jonas.address, OTHER, GRETA), mail(22, GRETA, jonas.address, OTHER, answers=21))
    jonas.ask_now()
    return jonas


def open_ones(person: Person) -> list[str]:
    with person.app.transaction(person.acting) as session:
        take_in(session, person.user_id, LATER)
    return sorted(row.kind for row in person.suggestions("waiting"))


def test_a_colleague_s_further_address_is_a_colleague(ines: Person, asked: Person) -> None:
    assert open_ones(asked) == ["contact", "interaction", "interaction"]
    with ines.app.transaction() as session:
        session.execute(insert(UserAddress).values(address=OTHER, user_id=ines.user_id))
    assert open_ones(asked) == ["interaction"]
    (note,) = asked.suggestions("waiting")
    assert [(one["address"], one["ours"]) for one in note.fields["people"]] == [
        (GRETA, False), (OTHER, True), (asked.address, True)
    ]  # fmt: skip
    assert (note.pile, note.doubt) == ("sure", None)


def test_so_is_everybody_at_a_further_domain_of_ours(asked: Person) -> None:
    with asked.app.transaction() as session:
        session.execute(text("update installation set mail_domains = mail_domains || '{mail.example}'"))
    assert open_ones(asked) == ["interaction"]


def test_nobody_is_asked_whether_one_of_us_is_somebody_known(ines: Person, jonas: Person) -> None:
    noted(jonas, 1, GRETA)
    jonas.feed(*exchange(jonas, 11, "greta.becker@mail.example", after=1))
    assert len(jonas.suggestions("waiting", kind="merge")) == 1
    with ines.app.transaction() as session:
        session.execute(insert(UserAddress).values(address="greta.becker@mail.example", user_id=ines.user_id))
    assert "merge" not in open_ones(jonas)


def test_another_s_suggestions_are_theirs(ines: Person, asked: Person) -> None:
    with ines.app.transaction() as session:
        session.execute(insert(UserAddress).values(address=OTHER, user_id=ines.user_id))
    assert open_ones(ines) == []
    assert len(asked.suggestions("waiting")) == 3
