from __future__ import annotations

from datetime import date

from store.queries.details import MOST, with_details
from store.queries.histories import histories
from tests.acquaintances import WORK, exchange
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail


def test_what_mails_say_newest_first(ines: Person) -> None:
    for number, title in enumerate(("Buyer", "Buyer", "Head of Procurement")):
        ines.feed(*exchange(ines, 1 + 10 * number, WORK, after=number, title=title))
    with ines.worker.transaction(ines.acting) as session:
        near = histories(session, ines.owner, [WORK], LATER)
        found = with_details(session, ines.owner, near)[WORK]
    titles = [(each.value, each.times, each.first_on, each.last_on) for each in found.details if each.field == "title"]
    assert titles == [
        ("Head of Procurement", 1, date(2026, 3, 4), date(2026, 3, 4)),
        ("Buyer", 2, date(2026, 3, 2), date(2026, 3, 3)),
    ]
    names = [(each.value, each.times) for each in found.details if each.field == "name"]
    assert names == [("Greta Becker", 3)]
    assert found.first_day == MONDAY.date()


def test_outsiders_in_the_same_threads(ines: Person) -> None:
    ines.feed(mail(1, WORK, ines.address, "nils@halden.example"))
    with ines.worker.transaction(ines.acting) as session:
        found = with_details(session, ines.owner, histories(session, ines.owner, [WORK], LATER))[WORK]
    assert found.threads == (("nils@halden.example", "Matter 1"),)
    assert len(found.threads) <= MOST
