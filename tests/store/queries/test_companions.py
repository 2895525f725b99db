from __future__ import annotations

from datetime import timedelta

from store.queries.companions import noted_since, with_companions
from store.queries.histories import histories
from store.recording import Owner
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting, with_desks

GRETA, BEN, CARL, DESK = (f"{name}@halden.example" for name in ("greta", "ben", "carl", "office"))
ABROAD = "dora@kestrel.example"


def named_with(me: Person, address: str) -> dict[str, str]:
    """Who comes with somebody, each with where the newest names them."""
    with me.app.transaction(me.acting) as session:
        owner: Owner = me.owner
        near = histories(session, owner, [address], LATER)
        found = with_companions(session, owner, near, ())[address].beside
        return {one.address: "mail" if one.quote.message_id else "meeting" for one in found}


def test_people_of_the_same_company_in_threads_and_meetings_come_with_somebody_new(ines: Person) -> None:
    ines.feed(
        with_desks(mail(1, GRETA, ines.address, BEN, ABROAD, DESK), DESK), mail(2, ines.address, GRETA, answers=1)
    )
    ines.feed(meeting("visit", ines.address, GRETA, CARL, at=LATER + timedelta(days=2)))
    assert named_with(ines, GRETA) == {BEN: "mail", CARL: "meeting", ABROAD: "mail"}
    assert named_with(ines, ABROAD) == {}


def test_nobody_comes_from_what_was_cancelled_or_binned_and_nobody_who_is_settled(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(meeting("visit", ines.address, GRETA, CARL, at=LATER + timedelta(days=2), status="cancelled"))
    ines.feed(mail(3, GRETA, ines.address, BEN, at=MONDAY + timedelta(days=1)), labels=("\\Trash",))
    assert named_with(ines, GRETA) == {}
    ines.feed(mail(4, BEN, ines.address, GRETA), mail(5, ines.address, BEN, answers=4))
    assert named_with(ines, GRETA) == {BEN: "mail"}
    ines.rule("refuse", [row for row in ines.suggestions("waiting") if row.fields.get("address") == BEN])
    assert named_with(ines, GRETA) == {}


def test_of_an_ordinary_decision_nothing_is_told(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    with ines.app.transaction(ines.acting) as session:
        assert noted_since(session, ines.user_id, MONDAY) == []
