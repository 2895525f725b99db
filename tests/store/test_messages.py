from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, text

from extract.raw import THREAD
from store.messages import record
from store.models.private.message import Message, Participation
from store.recording import Touched
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def threads(person: Person) -> list[set[str]]:
    with person.app.transaction(person.acting) as session:
        rows = session.execute(text("select array_agg(sha256) from message group by thread_id"))
        return sorted(({*group} for (group,) in rows), key=sorted)


def test_recording_twice_stores_once(ines: Person) -> None:
    reading = mail(1, GRETA, ines.address)
    ines.feed(reading)
    ines.feed(reading)
    assert ines.count("message") == 1
    assert ines.count("participation") == 2
    with ines.worker.transaction(ines.acting) as session:
        assert record(session, ines.owner, []) == Touched()


def test_a_reply_that_arrives_first_still_joins(ines: Person) -> None:
    ines.feed(mail(3, GRETA, ines.address, answers=2))
    ines.feed(mail(1, GRETA, ines.address))
    ines.feed(mail(2, ines.address, GRETA, answers=1))
    assert threads(ines) == [{"mail-1-", "mail-2-", "mail-3-"}]


def test_what_a_provider_says_belongs_together_does(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), labels=(f"{THREAD}18a0", "Customers"))
    ines.feed(mail(2, GRETA, ines.address), labels=(f"{THREAD}18a1", "Customers"))
    ines.feed(mail(3, GRETA, ines.address), labels=(f"{THREAD}18a0",))
    assert threads(ines) == [{"mail-1-", "mail-3-"}, {"mail-2-"}]


def test_the_same_bytes_twice_in_one_batch_are_one_mail(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(1, GRETA, ines.address))
    assert ines.count("message") == 1


def test_another_mail_under_the_same_message_id_is_kept(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(1, GRETA, ines.address, copy="other"))
    assert threads(ines) == [{"mail-1-", "mail-1-other"}]


def test_what_was_settled_of_a_joined_thread_stays(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(mail(4, ines.address, GRETA, answers=9, at=MONDAY + timedelta(days=1)))
    ines.approve_all()
    before = ines.shared()["interaction"]
    ines.feed(mail(9, GRETA, ines.address, answers=2, at=MONDAY + timedelta(days=1)))
    assert len(threads(ines)) == 1
    assert ines.shared()["interaction"] == before
    assert [row.addition for row in ines.suggestions("waiting", kind="interaction")] == [1]


def test_who_took_part_with_role_and_company(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    with ines.app.transaction(ines.acting) as session:
        greta = session.scalars(select(Participation).where(Participation.address == GRETA)).one()
        assert (greta.role, greta.person, greta.company_name) == ("from", True, "Halden")
        assert session.scalars(select(Message.title)).one() == "Matter 1"


def test_mail_belongs_to_its_owner_alone(firm: Firm, ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address))
    assert jonas.count("message") == 0
    jonas.feed(mail(1, GRETA, ines.address))
    assert jonas.count("message") == 1
    assert firm.person("Petra", "manager").count("participation") == 0
