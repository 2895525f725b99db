from __future__ import annotations

from dataclasses import replace

from api.deps import now
from api.web.keys import TABLE, of
from api.web.preferred import preferred
from store.people import SignedIn
from store.preferences import change, preferences
from tests.firm import Person


def me(person: Person, hold_seconds: int, *roles: str) -> SignedIn:
    return SignedIn(b"", "", person.user_id, person.address, "Ines", frozenset(roles), "UTC", "en", hold_seconds)


def test_keys_are_the_rep_s_own(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        wanted = replace(preferences(session, ines.user_id), keys={"approve": "Y"}, keys_on=False)
        change(session, ines.user_id, wanted, now())
        found = preferred(session, me(ines, 30, "rep"))
        assert (of(found.keys, "approve"), found.keys_on, found.hold) == ("Y", False, "in 30 s")
        others = preferred(session, me(ines, 0, "manager"))
    assert (others.keys, others.keys_on, others.hold) == (TABLE, True, "at once")
