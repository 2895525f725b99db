"""What the pages of companies and people show alike."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import text

from api.web.accounts import Subject, account
from store.people import SignedIn
from tests.firm import LATER, Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def test_everybody_sees_the_same_facts_and_the_next_look_is_known(firm: Firm, ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    shown = []
    for person in (jonas, firm.person("Petra", "manager")):
        with person.app.transaction(person.acting) as session:
            contacts: list[UUID] = list(session.scalars(text("select id from contact")))
            me = SignedIn(b"x", "x", person.user_id, person.address, "x", frozenset({"rep"}), "Europe/Berlin", "en", 0)
            subject = Subject("contact", contacts[0], "Greta", f"people/{contacts[0]}", contacts, contacts, [GRETA])
            shown.append(account(session, me, subject, {}, LATER))
        assert person.count("visit") == 1
    one, other = shown
    assert one == other
    assert (one["chart"].title, len(one["lines"]), len(one["ties"])) == ("A few exchanges in half a year", 1, 1)
    assert len(one["timeline"].days) == 1
