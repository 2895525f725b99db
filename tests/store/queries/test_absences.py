"""Automatic replies explain a gap, to whoever got them alone."""

from __future__ import annotations

from datetime import timedelta

from store.queries.absences import Away, away
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"


def test_an_automatic_reply_is_its_owner_s_alone(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, ines.address, GRETA), mail(2, GRETA, ines.address, answers=1, kind="out_of_office"))
    told = []
    for person, domains, addresses, since in (
        (ines, ["halden.example"], [], MONDAY), (ines, [], [GRETA], MONDAY), (ines, ["kestrel.example"], [], MONDAY),
        (ines, ["halden.example"], [], MONDAY + timedelta(days=1)), (jonas, ["halden.example"], [GRETA], MONDAY),
    ):  # fmt: skip
        with person.app.transaction(person.acting) as session:
            told.append(away(session, person.user_id, addresses, domains, since))
    assert told == [[Away("Greta", MONDAY.date())], [Away("Greta", MONDAY.date())], [], [], []]
