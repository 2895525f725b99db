"""Notes by day; sending them tells those who approved them."""

from __future__ import annotations

from api.deps import now
from api.web.timelines import days
from store.people import SignedIn
from store.queries.directory import Narrowed
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def reader(person: Person, role: str) -> SignedIn:
    return SignedIn(b"x", "x", person.user_id, person.address, "Petra", frozenset({role}), "Europe/Berlin", "en", 0)


def test_a_look_is_noted_once_and_ones_own_is_not(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    for person, role in ((petra, "manager"), (petra, "manager"), (ines, "rep")):
        with firm.app.transaction(person.acting) as session:
            (day,) = days(session, reader(person, role), Narrowed(), "timeline", now())
            (entry,) = day.entries
            assert entry.says.bold == "Greta"
            assert entry.by == ("you" if person is ines else "Ines")
    assert ines.count("viewing") == 1
