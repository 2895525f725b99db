from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from store.models.shared.contact import Contact
from store.queries import truth
from tests.acquaintances import HOME, MOBILE, NEW, WORK, exchange, noted, question, same_person
from tests.firm import LATER, Person


def standing(person: Person) -> UUID:
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(Contact.id).where(Contact.merged_into.is_(None))).one()


def test_whose_word_each_field_is_and_what_was_said_before(ines: Person, jonas: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    for number in (11, 21):
        ines.feed(*exchange(ines, number, WORK, after=number, title="Head of Procurement"))
    ines.rule("approve", ines.suggestions("waiting", kind="change"))
    ines.publish(LATER + timedelta(hours=2))
    row_id = standing(ines)
    with jonas.app.transaction(jonas.acting) as session:
        name, title = truth.fields(session, "contact", row_id)
    assert (name.name, name.now.value, name.others) == ("name", "Greta Becker", ())
    assert (title.now.value, title.now.by, title.now.read_from) == ("Head of Procurement", "Ines", "signature")
    assert title.now.read_on == date(2026, 3, 23)
    assert [(said.value, said.read_on) for said in title.others] == [("Buyer", date(2026, 3, 2))]


def test_all_rows_that_are_one_speak(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, HOME, after=1, title="Buyer"))
    ines.rule("approve", [question(ines)])
    ines.publish()
    with ines.app.transaction(ines.acting) as session:
        found = {field.name: field.now.value for field in truth.fields(session, "contact", standing(ines))}
        parts = truth.parts(session, standing(ines))
    assert found == {"name": "Greta Becker", "title": "Buyer"}
    assert [address for _, address in parts] == [WORK, HOME]
    assert len({row_id for row_id, _ in parts}) == 2


def test_posts_with_their_days(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, NEW, after=3))
    ines.rule("approve", [question(ines)])
    ines.publish()
    with ines.app.transaction(ines.acting) as session:
        posts = truth.posts(session, standing(ines))
    moved = date(2026, 3, 5)
    assert [(post.company, post.since, post.until) for post in posts] == [
        ("Kestrel", moved, None),
        ("Halden", None, moved),
    ]


def test_what_only_one_s_own_mail_says(ines: Person, jonas: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, WORK, after=1, mobile=MOBILE, title="Buyer"))
    for person, expected in ((ines, [("mobile", MOBILE)]), (jonas, [])):
        with person.app.transaction(person.acting) as session:
            found = truth.unshared(session, person.user_id, [WORK], ["name", "title"])
        assert [(each.field, each.value) for each in found] == expected


def test_a_company_has_its_name(ines: Person) -> None:
    same_person(ines)
    with ines.app.transaction(ines.acting) as session:
        posts = truth.posts(session, standing(ines))
        (name,) = truth.fields(session, "company", posts[0].company_id)
    assert name.now.value == "Halden"
