from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from extract.facts import Extraction
from store.queries.directory import companies
from store.queries.review import waiting
from store.review.desks import publish_desks
from tests.acquaintances import WORK, exchange, noted
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting, with_desks

DESK = "goods-in@halden.example"
OFFICE = "office@halden.test"


def desk_mails(me: Person, number: int, desk: str = DESK, *, after: int = 0) -> list[Extraction]:
    """A mail to a company's desk and its answer."""
    return [with_desks(each, desk) for each in exchange(me, number, desk, after=after)]


def addresses(me: Person) -> list[tuple[str, tuple[str, ...]]]:
    with me.app.transaction(me.acting) as session:
        return [(firm.name, firm.addresses) for firm in companies(session)]


def test_an_exchange_with_a_desk_is_a_note_and_asks_about_nobody(ines: Person) -> None:
    ines.feed(*desk_mails(ines, 1))
    (note,) = ines.suggestions("waiting")
    assert (note.kind, note.pile, note.doubt, note.why) == (
        "interaction", "look", "new company", "I have not noted Halden yet.",
    )  # fmt: skip


def test_approving_the_note_notes_the_company_and_its_desk_and_undo_takes_both_back(ines: Person) -> None:
    before = ines.shared()
    ines.feed(*desk_mails(ines, 1))
    op_id = ines.approve_all()
    assert (addresses(ines), ines.count("contact")) == ([("Halden", (DESK,))], 0)
    ines.undo(op_id)
    assert ines.shared() == before
    assert publish_desks is not None


def test_the_desk_of_a_known_company_is_no_question(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*desk_mails(ines, 11, after=2), *desk_mails(ines, 21, after=3))
    notes = [row for row in ines.suggestions("waiting") if row.fields["people"][0]["address"] == DESK]
    assert [row.doubt for row in notes] == [None, None]


def test_what_nobody_at_the_desk_answers_is_no_exchange(ines: Person) -> None:
    ines.feed(*(with_desks(mail(number, ines.address, DESK), DESK) for number in (1, 2, 3)))
    assert ines.suggestions() == []
    with ines.app.transaction(ines.acting) as session:
        assert set(session.scalars(text("select reason from trace"))) == {"no exchange"}


def test_a_copy_to_a_desk_that_never_answers_is_not_told(ines: Person) -> None:
    both = [mail(1, ines.address, WORK, DESK), mail(2, WORK, ines.address, answers=1)]
    ines.feed(*(with_desks(each, DESK) for each in both))
    (note,) = [row for row in ines.suggestions("waiting") if row.kind == "interaction"]
    assert [person["address"] for person in note.fields["people"]] == [WORK, ines.address]


def test_a_meeting_with_a_desk_that_answers_is_noted_with_it(ines: Person) -> None:
    called = with_desks(meeting("m", ines.address, DESK), DESK)
    ines.feed(called)
    assert ines.suggestions() == []
    ines.feed(*desk_mails(ines, 1))
    ines.feed(with_desks(meeting("m", ines.address, DESK, sequence=1), DESK))
    assert {row.fields["kind"] for row in ines.suggestions("waiting")} == {"mail", "meeting"}


def test_once_one_note_is_approved_the_others_with_the_desk_ask_nothing_new(ines: Person) -> None:
    ines.feed(*desk_mails(ines, 1), *desk_mails(ines, 11, after=1))
    first, second = ines.suggestions("waiting")
    op_id = ines.rule("approve", [first])
    (second,) = ines.suggestions("waiting")
    assert second.doubt != "new company"
    ines.undo(op_id)
    assert {row.doubt for row in ines.suggestions("waiting")} == {"new company"}


def test_many_mails_with_an_unknown_desk_are_one_line(ines: Person) -> None:
    for number in range(1, 80, 10):
        ines.feed(*desk_mails(ines, number, after=number % 7))
    with ines.app.transaction(ines.acting) as session:
        (line,) = waiting(session, ines.user_id)
    assert line.behind == len(ines.suggestions("waiting")) - 1 > 5


def test_a_colleague_s_approval_holds_the_desk(ines: Person, jonas: Person) -> None:
    ines.feed(*desk_mails(ines, 1))
    mine = ines.approve_all()
    jonas.feed(*desk_mails(jonas, 101, after=1))
    jonas.approve_all()
    ines.undo(mine)
    assert addresses(jonas) == [("Halden", (DESK,))]


def test_an_address_may_be_a_person_s_and_a_desk(ines: Person, jonas: Person) -> None:
    jonas.feed(*exchange(jonas, 101, DESK, after=3))
    ines.feed(*desk_mails(ines, 1))
    ines.approve_all()
    jonas.approve_all()
    assert (addresses(ines), ines.count("contact"), ines.count("contact_point")) == ([("Halden", (DESK,))], 1, 2)


def test_companies_that_are_one_have_all_their_desks_until_they_are_parted(ines: Person) -> None:
    noted(ines, 1, WORK)
    noted(ines, 11, "nils.berg@halden.test", after=1)
    ines.feed(*desk_mails(ines, 21, after=2), *desk_mails(ines, 31, OFFICE, after=3))
    ines.rule("approve", [row for row in ines.suggestions("waiting") if row.kind == "interaction"])
    ines.publish()
    ines.feed(*exchange(ines, 41, WORK, after=4))
    before = addresses(ines)
    assert sorted(before) == [("Halden", (DESK,)), ("Halden", (OFFICE,))]
    merged = ines.rule("approve", ines.suggestions("waiting", kind="merge"))
    ines.publish()
    assert addresses(ines) == [("Halden", (DESK, OFFICE))]
    ines.undo(merged)
    assert addresses(ines) == before


@pytest.mark.parametrize("both", [0, 2])
def test_a_contact_point_is_one_s_alone(ines: Person, both: int) -> None:
    noted(ines, 1, WORK)
    ids = "c.id, o.id" if both else "null, null"
    with pytest.raises(Exception, match="one_has_it"), ines.app.transaction(ines.acting) as session:
        session.execute(
            text(
                "insert into contact_point (contact_id, company_id, kind, value)"
                f" select {ids}, 'email', 'x@halden.example' from contact c, company o"
            )
        )


def test_a_desk_mail_waits_until_the_desk_answers(ines: Person) -> None:
    sent = with_desks(mail(1, ines.address, DESK), DESK)
    ines.feed(sent, now=LATER)
    assert ines.suggestions() == []
    ines.feed(with_desks(mail(2, DESK, ines.address, at=MONDAY + timedelta(days=1)), DESK))
    assert len(ines.suggestions("waiting")) == 2
