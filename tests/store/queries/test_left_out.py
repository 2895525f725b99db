"""Why is this not here: what its owner is told."""

from __future__ import annotations

from datetime import timedelta

from store.queries.left_out import LeftOut, left_out
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def test_the_newest_first_with_sender_and_reason_and_only_of_the_last_days(ines: Person, jonas: Person) -> None:
    ines.feed(
        mail(1, GRETA, ines.address),
        mail(2, "news@halden.example", ines.address, kind="newsletter", at=MONDAY + timedelta(hours=1)),
    )

    def found(person: Person, days: int) -> list[LeftOut]:
        with person.app.transaction(person.acting) as session:
            return left_out(session, person.user_id, LATER + timedelta(days=days))

    told = found(ines, 1)
    assert [(each.kind, each.whom, each.reason) for each in told] == [
        ("mail", "news@halden.example", "newsletter"),
        ("mail", GRETA, "no exchange"),
    ]
    assert [each.at.date() for each in told if each.at] == [MONDAY.date()] * 2
    assert (found(ines, 7), found(jonas, 1)) == ([], [])
