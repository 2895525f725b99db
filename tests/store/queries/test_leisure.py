from __future__ import annotations

from datetime import timedelta

import pytest

from tests.acquaintances import noted
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting
from tests.store.queries.test_privacy import outcome

NORA, GRETA = "nora@kestrel.example", "greta@halden.example"
EVENING = MONDAY.replace(hour=18)
ASKED = ["new person", "new person"]


def meets(me: Person, *others: str, hour: int = 18, days: int = 0) -> None:
    at = MONDAY.replace(hour=hour) + timedelta(days=days)
    me.feed(meeting(f"dinner {hour} {days}", me.address, *others, at=at))


@pytest.mark.parametrize(("hour", "days"), [(18, 0), (5, 0), (12, 5)])
def test_whom_one_meets_in_ones_own_time_and_never_writes_with_is_nobodys_business(
    ines: Person, hour: int, days: int
) -> None:
    meets(ines, NORA, hour=hour, days=days - 7)
    assert outcome(ines) == (["private"], [])


def test_by_day_with_a_colleague_or_at_a_company_that_is_noted_it_is_business(ines: Person, jonas: Person) -> None:
    meets(ines, NORA, hour=12)
    assert outcome(ines)[1] == ASKED
    meets(jonas, NORA, ines.address)
    assert outcome(jonas)[1] == ASKED
    noted(jonas, 1, GRETA)
    meets(jonas, "ben@halden.example", days=1)
    (asked,) = jonas.suggestions("waiting", "later", kind="contact")
    assert asked.fields["address"] == "ben@halden.example"


def test_who_is_met_by_day_as_well_or_written_with_is_asked_about(ines: Person, jonas: Person) -> None:
    meets(ines, NORA)
    meets(ines, NORA, hour=9, days=1)
    assert len(outcome(ines)[1]) == 3
    meets(jonas, GRETA)
    jonas.feed(mail(1, GRETA, jonas.address))
    assert sorted(row.kind for row in jonas.suggestions("waiting")) == ["contact", "interaction", "interaction"]
