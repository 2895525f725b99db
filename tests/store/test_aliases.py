"""A rep's further addresses: theirs for reading and judging, and nobody else's."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from store.aliases import Taken, add, aliases, drop, whose
from store.models.people import UserAddress
from store.queries.owners import owner_of
from tests.firm import KEY, LATER, Person
from tests.readings import mail

GRETA, OTHER = "greta@halden.example", "ines.duarte@home.example"


def test_a_further_address_is_the_rep_s_own(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        for _ in range(2):
            add(session, ines.user_id, OTHER, LATER)
    with ines.worker.transaction(ines.acting) as session:
        assert owner_of(session, ines.user_id, KEY).own_addresses == {ines.address, OTHER}
        assert aliases(session, ines.user_id) == [OTHER]
    with ines.app.transaction(ines.acting) as session:
        drop(session, ines.user_id, OTHER)
        drop(session, ines.user_id, OTHER)
        assert aliases(session, ines.user_id) == []


def test_who_waits_under_it_is_not_asked_about_any_more(ines: Person) -> None:
    ines.feed(mail(1, OTHER, ines.address), mail(2, ines.address, OTHER, answers=1))
    assert len(ines.suggestions("waiting", kind="contact")) == 1
    with ines.app.transaction(ines.acting) as session:
        add(session, ines.user_id, OTHER, LATER)
    assert ines.suggestions("waiting", kind="contact") == []


def test_another_s_address_is_not_taken(ines: Person, jonas: Person) -> None:
    with ines.app.transaction() as session:
        session.execute(insert(UserAddress).values(address=OTHER, user_id=jonas.user_id))
    jonas.feed(mail(1, GRETA, jonas.address), mail(2, jonas.address, GRETA, answers=1))
    jonas.approve_all()
    for address, why in ((jonas.address, "One of you"), (OTHER, "One of you"), (GRETA, "noted as somebody's")):
        with pytest.raises(Taken, match=why), ines.app.transaction(ines.acting) as session:
            add(session, ines.user_id, address, LATER)
    with ines.app.transaction(ines.acting) as session:
        drop(session, ines.user_id, OTHER)
        assert aliases(session, jonas.user_id) == [OTHER]


def test_whose_an_address_is(ines: Person, jonas: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        add(session, ines.user_id, OTHER, LATER)
    with ines.app.transaction() as session:
        assert (whose(session, OTHER), whose(session, jonas.address)) == (ines.user_id, jonas.user_id)
        assert whose(session, GRETA) is None
