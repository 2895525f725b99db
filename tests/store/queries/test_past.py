from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from extract.facts import Extraction
from store.errors import Conflict
from store.messages import record
from store.queries.past import AT_ONCE, Group, groups, members
from store.recording import Item
from store.review.decide import Ruling
from store.review.suggest import suggest
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA, KIM, HOME = "greta@halden.example", "kim@kestrel.example", "rosa@gmail.com"
LONG_AGO = MONDAY - timedelta(days=400)
YEAR = LONG_AGO.year


def feed(person: Person, *readings: Extraction) -> None:
    """Readings of what a mailbox held long before it was connected."""
    with person.worker.transaction(person.acting) as session:
        items = [Item(uuid4(), (), LONG_AGO, each, history_before=LATER - timedelta(days=14)) for each in readings]
        suggest(session, person.owner, record(session, person.owner, items), LATER)


def exchange(person: Person, first: int, other: str) -> list[Extraction]:
    return [
        mail(first, other, person.address, at=LONG_AGO),
        mail(first + 1, person.address, other, at=LONG_AGO, answers=first),
    ]


def offered(person: Person) -> list[Group]:
    with person.app.transaction(person.acting) as session:
        return groups(session, person.user_id)


def rule(person: Person, verb: str, company: str) -> None:
    with person.app.transaction(person.acting) as session:
        found = members(session, person.user_id, company, YEAR)
    person.decide(uuid4(), [Ruling(id_, version, verb) for id_, version in found])  # type: ignore[arg-type]  # a Verb


def test_by_company_and_year(ines: Person, jonas: Person) -> None:
    feed(ines, *exchange(ines, 1, GRETA), *exchange(ines, 11, KIM), meeting("a", ines.address, GRETA, at=LONG_AGO))
    (halden, kestrel) = offered(ines)
    assert (halden.year, halden.meetings, halden.mails, halden.people, halden.notes) == (YEAR, 1, 2, 1, 3)
    assert (kestrel.meetings, kestrel.mails, kestrel.people) == (0, 2, 1)
    assert offered(jonas) == []
    assert halden.notes <= AT_ONCE


def test_what_is_nobody_s_company_and_what_may_be_private_is_in_none(ines: Person) -> None:
    feed(ines, *exchange(ines, 1, HOME), *exchange(ines, 11, GRETA))
    assert len(offered(ines)) == 1
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update suggestion set doubt = 'might be private' where kind = 'interaction'"))
    assert [(group.mails, group.people) for group in offered(ines)] == [(0, 1)]


def test_nothing_is_shared_unasked_and_a_shared_group_is_taken_back(ines: Person) -> None:
    feed(ines, *exchange(ines, 1, GRETA))
    ines.publish()
    assert ines.shared()["interaction"] == []
    (group,) = offered(ines)
    rule(ines, "approve", group.company)
    ines.publish()
    assert len(ines.shared()["interaction"]) == 1
    assert offered(ines) == []
    ines.undo()
    assert ines.shared()["interaction"] == []
    assert offered(ines) == [group]


def test_what_is_kept_is_offered_no_more_until_that_is_undone(ines: Person) -> None:
    feed(ines, *exchange(ines, 1, GRETA))
    (group,) = offered(ines)
    rule(ines, "keep_private", group.company)
    assert offered(ines) == []
    assert {row.state for row in ines.suggestions()} == {"private"}
    ines.undo()
    assert offered(ines) == [group]


def test_what_its_owner_kept_private_is_not_kept_again(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("keep_private", ines.suggestions("waiting"))
    assert offered(ines) == []
    with pytest.raises(Conflict):
        ines.rule("keep_private", ines.suggestions("private"))
