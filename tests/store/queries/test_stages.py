"""Companies by stage."""

from __future__ import annotations

from store.queries.stages import Standing, ids_in, standings
from tests.builders import MONDAY, ONE
from tests.firm import Person
from tests.readings import dealing, mail


def test_companies_in_a_stage_a_page_at_a_time(ines: Person) -> None:
    for number, address in enumerate(("greta@halden.example", "kim@kestrel.example")):
        asked = dealing(mail(10 * number + 1, address, ines.address), "asked", "buyer")
        ines.feed(asked, mail(10 * number + 2, ines.address, address, answers=10 * number + 1))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        found, more = ids_in(session, "talking", None)
        assert (len(found), more) == (2, False)
        assert ids_in(session, "talking", found[0]) == (found[1:], False)
        assert ids_in(session, "customer", None) == ([], False)
        assert standings(session, [*found, ONE]) == dict.fromkeys(found, Standing("talking", MONDAY.date()))
