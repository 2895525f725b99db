"""Files of many notes: the newest are listed."""

from __future__ import annotations

from datetime import timedelta

from store.queries.files import LISTED, files_with
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, sending

GRETA = "greta@halden.example"


def test_the_newest_are_listed_first(ines: Person) -> None:
    for at in range(LISTED + 2):
        day = MONDAY + timedelta(days=at)
        ines.feed(
            sending(mail(10 * at + 1, GRETA, ines.address, at=day), f"{at}.pdf"),
            mail(10 * at + 2, ines.address, GRETA, answers=10 * at + 1, at=day),
        )
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        found = files_with(session, "address", [GRETA])
        assert [each.name for each in found] == [f"{at}.pdf" for at in range(LISTED + 1, 1, -1)]
