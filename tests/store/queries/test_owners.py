from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import insert

from store.errors import NotFound
from store.models.people import UserAddress
from store.queries.owners import owner_of, reading_context
from tests.firm import KEY, Person


def test_an_owner_with_every_address(ines: Person, jonas: Person) -> None:
    with ines.app.transaction() as session:
        session.execute(insert(UserAddress).values(address="ines@home.example", user_id=ines.user_id))
    with ines.worker.transaction(ines.acting) as session:
        owner = owner_of(session, ines.user_id, KEY)
    assert owner.own_addresses == {ines.address, "ines@home.example"}
    assert owner.colleagues >= {jonas.address, "ines@home.example"}
    context = reading_context(owner)
    assert context.own_domains == {"alder.example"}
    assert context.timezone == "Europe/Berlin"


def test_a_user_who_is_not_there(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session, pytest.raises(NotFound):
        owner_of(session, UUID(int=5), KEY)
