"""Threads that are clearly private are left out with their reason and ask nothing; in doubt they are looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from extract.facts import Extraction, Findings, Matter, PrivacyFact
from store.models.private.trace import Trace
from store.queries.privacy import SEVERAL, private_threads
from tests.acquaintances import noted
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import evidence, mail, meeting, signed

AUNT = "alma.holm@mail.example"
SURGERY = "dora.lund@halden.example"
GRETA = "greta@halden.example"


def about(reading: Extraction, **matters: int) -> Extraction:
    """The same mail with words of these matters."""
    found = tuple(_fact(name, weight) for name, weight in matters.items())
    return replace(reading, findings=replace(reading.findings, privacy=found))


def _fact(matter: Matter | str, weight: int) -> PrivacyFact:
    return PrivacyFact(matter, weight, (evidence("privacy", "text", "lots of love"),))  # type: ignore[arg-type]


def hinted(reading: Extraction, matter: Matter) -> Extraction:
    """The same mail with two words that are hints of a matter."""
    places = evidence("privacy", "text", "plumber"), evidence("privacy", "text", "boiler")
    return replace(reading, findings=replace(reading.findings, hints=(PrivacyFact(matter, 2, places),)))


def letters(me: Person, other: str, *copies: str, **matters: int) -> list[Extraction]:
    return [about(mail(1, other, me.address, *copies), **matters), mail(2, me.address, other, *copies, answers=1)]


def outcome(me: Person) -> tuple[list[str], list[str]]:
    with me.app.transaction(me.acting) as session:
        reasons = list(session.scalars(select(Trace.reason)))
    return reasons, [row.doubt or row.pile for row in me.suggestions("waiting")]


def test_what_is_private_and_with_somebody_at_home_asks_nothing(ines: Person, jonas: Person) -> None:
    ines.feed(*letters(ines, AUNT, family=2))
    assert outcome(ines) == (["private", "private"], [])
    assert outcome(jonas) == ([], [])


@pytest.mark.parametrize(("weight", "asks"), [(3, []), (2, ["new person", "might be private"])])
def test_with_somebody_at_a_firm_one_sign_leaves_a_doubt(ines: Person, weight: int, asks: list[str]) -> None:
    ines.feed(*letters(ines, SURGERY, health=weight))
    assert sorted(outcome(ines)[1], reverse=True) == asks


def test_other_threads_with_the_same_person_are_theirs(ines: Person) -> None:
    later = MONDAY + timedelta(days=1)
    ines.feed(*letters(ines, SURGERY, health=3))
    ines.feed(mail(11, SURGERY, ines.address, at=later), mail(12, ines.address, SURGERY, at=later, answers=11))
    assert sorted(outcome(ines)[1]) == ["new person", "new person"]


def test_who_is_known_from_business_is_asked_about(ines: Person) -> None:
    noted(ines, 21, GRETA)
    ines.feed(*letters(ines, SURGERY, health=3))  # of the same company
    assert "might be private" in outcome(ines)[1]


def test_who_signs_with_a_firm_is_asked_about(ines: Person) -> None:
    first, answer = letters(ines, AUNT, family=2)
    ines.feed(signed(first, company="Holm Pottery"), answer)
    assert "might be private" in outcome(ines)[1]


def test_who_signs_as_what_it_is_about_has_no_other_business(ines: Person) -> None:
    first, answer = letters(ines, SURGERY, health=3)
    ines.feed(signed(first, company="Lund Dental"), answer)
    assert outcome(ines) == (["private", "private"], [])


BANK = "bank@halden.example"


def test_a_bank_s_name_adds_to_words_of_money(ines: Person) -> None:
    ines.feed(*letters(ines, BANK, money=2))
    assert outcome(ines) == (["private", "private"], [])


def test_the_name_of_what_customers_are_adds_nothing(ines: Person) -> None:
    noted(ines, 21, "bank@kestrel.example")
    ines.feed(*letters(ines, BANK, money=2))
    ines.ask_now()
    assert outcome(ines)[0] == []
    assert "might be private" in outcome(ines)[1]


def test_several_hints_of_a_friend_are_looked_at(ines: Person) -> None:
    noted(ines, 21, GRETA)
    ines.feed(hinted(mail(31, GRETA, ines.address), "family"), mail(32, ines.address, GRETA, answers=31))
    assert "might be private" in outcome(ines)[1]


def test_what_a_colleague_takes_part_in_is_asked_about(ines: Person, jonas: Person) -> None:
    ines.feed(*letters(ines, AUNT, jonas.address, family=2))
    assert "might be private" in outcome(ines)[1]


def test_what_its_writer_calls_private_and_is(ines: Person) -> None:
    noted(ines, 21, GRETA)
    ines.feed(*letters(ines, GRETA, aside=2, health=2))
    assert outcome(ines) == (["private", "private"], ["sure"])


def test_daily_life_counts_with_somebody_at_home_alone(ines: Person) -> None:
    ines.feed(*letters(ines, AUNT, home=2))
    assert outcome(ines) == (["private", "private"], [])
    ines.feed(hinted(mail(11, SURGERY, ines.address), "home"), mail(12, ines.address, SURGERY, answers=11))
    assert sorted(outcome(ines)[1]) == ["new person", "new person"]


def test_whose_customers_write_from_home_is_asked_about_them(ines: Person) -> None:
    for number in range(SEVERAL):
        noted(ines, 100 * (number + 1), f"customer{number}.lund@mail.example")
    ines.rule("approve", ines.suggestions("waiting"))
    ines.feed(*letters(ines, AUNT, family=2))
    ines.ask_now()
    assert sorted(outcome(ines)[1]) == ["company unsure", "might be private"]


def test_a_dinner_with_somebody_from_private_life_is_no_business(ines: Person) -> None:
    ines.feed(*letters(ines, AUNT, family=2), meeting("dinner", ines.address, AUNT))
    assert outcome(ines) == (["private"] * 3, [])
    ines.feed(meeting("review", ines.address, AUNT, GRETA))
    assert "new person" in outcome(ines)[1]


def test_nobody_and_nothing(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        assert private_threads(session, ines.owner, ()) == frozenset()
        assert private_threads(session, ines.owner, [AUNT]) == frozenset()
    assert Findings().privacy == ()
