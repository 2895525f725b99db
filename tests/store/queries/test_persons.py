from __future__ import annotations

from datetime import date

from store.judgement.identity.profiles import KnownPerson, Profile
from store.queries.persons import book
from tests.acquaintances import HOME, MOBILE, WORK, exchange, noted, question, same_person
from tests.firm import Person

SOMEBODY = Profile(("Greta Becker",), ("gb@post.example",))


def who(person: Person, profile: Profile = SOMEBODY) -> KnownPerson | None:
    with person.worker.transaction(person.acting) as session:
        found = book(session, person.owner, [profile]).who_is(profile)
        return found[0] if found else None


def test_a_shared_contact_with_all_that_is_one_with_it(ines: Person, jonas: Person) -> None:
    same_person(ines)
    found = who(jonas)
    assert found is not None
    assert (found.profile.addresses, found.profile.domains, found.company) == (
        (WORK, HOME),
        ("halden.example",),
        "Halden",
    )
    assert found.profile.last_day is None
    mine = who(ines)
    assert mine is not None
    assert (mine.profile.first_day, mine.profile.last_day) == (date(2026, 3, 2), date(2026, 3, 3))


def test_what_a_colleague_has_not_shared_is_not_known(ines: Person, jonas: Person) -> None:
    ines.feed(*exchange(ines, 1, WORK, mobile=MOBILE))
    ines.rule("keep_private", ines.suggestions("waiting", kind="contact"))
    assert who(jonas) is None
    found = who(ines)
    assert found is not None
    assert (found.contact_id, found.profile.phones) == (None, frozenset({MOBILE}))


def test_an_open_question_that_is_judged_anew_is_no_answer(ines: Person) -> None:
    ines.feed(*exchange(ines, 1, WORK))
    assert who(ines) is not None
    with ines.worker.transaction(ines.acting) as session:
        judged = Profile(("Greta Becker",), (WORK,))
        assert book(session, ines.owner, [judged, SOMEBODY]).who_is(SOMEBODY) is None


def test_somebody_else_is_not_found_again(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, HOME))
    ines.rule("refuse", [question(ines)])
    assert who(ines, Profile(("Greta Becker",), (HOME,))) is None
