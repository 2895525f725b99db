"""Reps of the demo decide through the same door as real ones."""

from __future__ import annotations

from datetime import date, timedelta

from demo.settling import Habits, Rep, habits_of, settle
from demo.world import World
from store.models.private.suggestion import Suggestion
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA, PAVEL, LUCA = "greta@halden.example", "pavel@kestrel.example", "luca@mail.example"
NOBODY = Habits(frozenset())
TUESDAY = MONDAY.date() + timedelta(days=1)


def rep_of(person: Person) -> Rep:
    return Rep(person.app, person.worker, person.user_id)


def exchange(person: Person, number: int, other: str, days: int = 0) -> None:
    at = MONDAY + timedelta(days=days)
    person.feed(
        mail(number, other, person.address, at=at), mail(number + 1, person.address, other, at=at, answers=number)
    )


def states(person: Person) -> dict[str, str]:
    return {row.key: row.state for row in person.suggestions()}


def test_what_happened_before_a_day_is_settled_and_the_rest_waits(ines: Person) -> None:
    exchange(ines, 1, GRETA)
    exchange(ines, 11, PAVEL, days=1)
    assert settle(rep_of(ines), NOBODY, TUESDAY) == 2
    assert sorted(row.state for row in ines.suggestions()) == ["published", "published", "waiting", "waiting"]
    assert {row.day for row in ines.suggestions("waiting", kind="interaction")} == {TUESDAY}
    assert settle(rep_of(ines), NOBODY, TUESDAY) == 0
    assert settle(rep_of(ines), NOBODY, TUESDAY + timedelta(days=1)) == 2
    assert set(states(ines).values()) == {"published"}


def test_settled_notes_are_shared_and_nothing_stays_due(ines: Person, jonas: Person) -> None:
    exchange(ines, 1, GRETA)
    settle(rep_of(ines), NOBODY, TUESDAY)
    assert jonas.count("interaction") == jonas.count("contact") == 1
    assert jonas.count("decision") == 0
    assert ines.count("due") == 0


def test_private_people_stay_private(ines: Person, jonas: Person) -> None:
    exchange(ines, 1, LUCA)
    exchange(ines, 11, GRETA)
    settle(rep_of(ines), Habits(frozenset({LUCA})), TUESDAY)
    by_person = {row.fields["address"]: row.state for row in ines.suggestions(kind="contact")}
    assert by_person == {LUCA: "private", GRETA: "published"}
    assert LUCA not in str(jonas.shared())


def test_an_answer_depends_on_everybody_outside() -> None:
    def note(*outside: str) -> Suggestion:
        people = [{"address": each, "ours": False} for each in outside]
        ours = [{"address": "ines@alder.example", "ours": True}]
        return Suggestion(kind="interaction", fields={"people": [*people, *ours]})

    habits = Habits(frozenset({LUCA, "maren@mail.example"}))
    assert habits.answer(note(LUCA)) == "keep_private"
    assert habits.answer(note(LUCA, "maren@mail.example")) == "keep_private"
    assert habits.answer(note(LUCA, GRETA)) == "approve"
    assert habits.answer(note()) == "approve"
    assert habits.answer(Suggestion(kind="contact", fields={"address": LUCA})) == "keep_private"
    assert habits.answer(Suggestion(kind="contact", fields={"address": GRETA})) == "approve"


def test_a_person_is_settled_on_the_evening_of_their_first_mail(ines: Person) -> None:
    exchange(ines, 1, GRETA)
    exchange(ines, 11, GRETA, days=3)
    settle(rep_of(ines), NOBODY, TUESDAY)
    (contact,) = ines.suggestions(kind="contact")
    assert contact.state == "published"
    assert contact.settled_at is not None
    assert contact.settled_at.date() == MONDAY.date()


def test_meetings_are_settled_on_their_day(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA, at=MONDAY), now=LATER)
    assert settle(rep_of(ines), NOBODY, MONDAY.date()) == 0
    assert settle(rep_of(ines), NOBODY, TUESDAY) == 2
    assert set(states(ines).values()) == {"published"}


def test_nothing_to_settle(ines: Person) -> None:
    assert settle(rep_of(ines), NOBODY, date(2030, 1, 1)) == 0


def test_private_life_is_what_the_world_says(world: World) -> None:
    private = habits_of(world).private
    assert private == {address for one in world.people if not one.firm for address in one.addresses}
    assert len(private) >= 3
    assert not any(address.endswith(world.company.domain) for address in private)
