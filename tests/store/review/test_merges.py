from __future__ import annotations

from sqlalchemy import text

from store.review.merges import publish_merge, rejoin
from tests.acquaintances import HOME, MOBILE, NEW, WORK, exchange, noted, question, same_person
from tests.firm import Person


def standing(person: Person) -> list[tuple[object, ...]]:
    with person.app.transaction(person.acting) as session:
        rows = session.execute(text("select name, merged_into is null from contact order by id"))
        return [tuple(row) for row in rows]


def posts(person: Person) -> list[tuple[object, ...]]:
    with person.app.transaction(person.acting) as session:
        asked = (
            "select o.name, e.since::text, e.until::text from employment e"
            " join company o on o.id = e.company_id order by o.name"
        )
        return [tuple(row) for row in session.execute(text(asked))]


def test_an_address_of_somebody_known_joins_them(ines: Person) -> None:
    same_person(ines)
    assert standing(ines) == [("Greta Becker", True), ("Greta Becker", False)]
    assert publish_merge is not None


def test_who_is_noted_later_is_joined_then(ines: Person) -> None:
    ines.feed(*exchange(ines, 1, WORK), *exchange(ines, 11, HOME, after=1))
    ines.rule("approve", [question(ines)])
    ines.publish()
    assert standing(ines) == [("Greta Becker", True)]
    before = ines.shared()
    noting = ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.publish()
    assert [stands for _, stands in standing(ines)].count(True) == 1
    ines.undo(noting)
    assert ines.shared() == before
    assert rejoin is not None


def test_who_changed_firms_keeps_both_posts(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, NEW, after=3))
    before = ines.shared()
    moving = ines.rule("approve", [question(ines)])
    ines.publish()
    assert posts(ines) == [("Halden", None, "2026-03-05"), ("Kestrel", "2026-03-05", None)]
    ines.undo(moving)
    assert ines.shared() == before


def test_who_is_where_a_colleague_went_is_sure_once_they_answer(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, NEW, after=2))
    ines.rule("approve", [question(ines)])
    ines.publish()
    noted(ines, 21, "nils.berg@halden.example", after=1)
    ours, theirs = exchange(ines, 31, "nils.berg@kestrel.example", after=3)
    ines.feed(ours, labels=("\\Sent",))
    ines.feed(theirs)
    found = question(ines)
    assert (found.pile, found.doubt) == ("sure", None)
    assert "is at both companies" in found.why
    ines.feed(*exchange(ines, 41, "nora.wolf@halden.example", after=1))
    ines.feed(*exchange(ines, 51, "nora.lang@kestrel.example", after=3))
    assert question(ines).id == found.id


def test_an_address_with_a_tag_is_surely_of_its_mailbox(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, "greta.becker+fair@halden.example", after=1))
    assert (question(ines).pile, question(ines).fields["reasons"][0]) == ("sure", "the same mailbox")


def test_two_contacts_found_to_be_one(ines: Person, jonas: Person) -> None:
    noted(jonas, 1, WORK, mobile=MOBILE)
    ines.feed(*exchange(ines, 11, HOME))
    ines.rule("refuse", [question(ines)])
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.publish()
    jonas.feed(*exchange(jonas, 21, HOME, after=1))
    merged = jonas.rule("approve", [question(jonas)])
    jonas.publish()
    assert [stands for _, stands in standing(ines)] == [True, False]
    jonas.undo(merged)
    assert [stands for _, stands in standing(ines)] == [True, True]


def test_companies_of_one_name_are_one_where_somebody_says_so(ines: Person) -> None:
    noted(ines, 1, "greta@halden.example")
    noted(ines, 11, "nils@halden.test")
    ines.feed(*exchange(ines, 21, "nils@halden.test", after=2))
    found = question(ines)
    assert (found.doubt, found.fields["entity"]) == ("same company?", "company")
    ines.rule("approve", [found])
    ines.publish()
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(text("select count(*) from company where merged_into is null")).one() == 1
