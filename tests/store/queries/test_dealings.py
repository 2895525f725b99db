"""What recorded mails say of deals: which threads count, with whom, and whose word is proven."""

from __future__ import annotations

from typing import cast

from sqlalchemy import select

from store.models.private.message import Message
from store.queries.dealings import Mailed, Told, told_by
from tests.firm import Person
from tests.readings import dealing, mail

GRETA, FREE = "greta@halden.example", "greta@mail.test"


def told(person: Person) -> list[Told]:
    with person.app.transaction(person.acting) as session:
        mails = cast("list[Mailed]", session.scalars(select(Message).order_by(Message.sent_at)).all())
        found = told_by(session, person.owner, mails)
        return [found[mail.id] for mail in mails if mail.id in found]


def test_each_mail_says_its_own_with_its_words(ines: Person) -> None:
    asked = dealing(mail(1, GRETA, ines.address), "asked", "buyer")
    offer = dealing(mail(2, ines.address, GRETA, answers=1), "offered", "seller", amount="5.00 EUR")
    ines.feed(asked, dealing(offer, "expected", "seller"))
    first, second = told(ines)
    assert [(said.step, said.domain, said.company, said.is_proven) for said in first.said] == [
        ("asked", "halden.example", "Halden", False)
    ]
    assert [(said.step, said.amount, said.is_proven) for said in second.said] == [
        ("offered", "5.00 EUR", True), ("expected", None, True),
    ]  # fmt: skip
    assert [(quote.field, quote.quote) for quote in first.quotes] == [("deal", "asked"), ("stage", "asked")]
    assert [quote.field for quote in second.quotes] == ["deal", "stage", "amount"]


def test_an_answer_to_what_only_its_reader_could_know_is_proven(ines: Person) -> None:
    offer = dealing(mail(2, ines.address, GRETA), "offered", "seller")
    ines.feed(offer, labels=("\\Sent",))
    ines.feed(dealing(mail(3, GRETA, ines.address, answers=2), "agreed", "buyer"))
    assert [said.is_proven for each in told(ines) for said in each.said] == [True, True]


def test_what_the_owner_answered_they_have_taken_for_its_senders(ines: Person) -> None:
    ines.feed(dealing(mail(1, GRETA, ines.address, "carl@kestrel.example"), "asked", "buyer"))
    assert [said.is_proven for each in told(ines) for said in each.said] == [False]
    ines.feed(mail(2, ines.address, GRETA, answers=1), labels=("\\Sent",))
    assert [said.is_proven for each in told(ines) for said in each.said] == [True]


def test_whoever_of_the_company_answers_what_only_the_company_knows_is_of_it(ines: Person) -> None:
    ben, carl = "ben@halden.example", "carl@kestrel.example"
    ines.feed(mail(1, ines.address, GRETA, ben), labels=("\\Sent",))
    ines.feed(dealing(mail(2, ben, ines.address, GRETA, answers=1), "asked", "buyer"))
    assert [said.is_proven for each in told(ines) for said in each.said] == [True]
    ines.feed(mail(3, ben, ines.address, carl, answers=1))
    assert [said.is_proven for each in told(ines) for said in each.said] == [False]


def test_what_nothing_proves_is_told_to_whom_it_was_written(ines: Person, jonas: Person) -> None:
    order = dealing(mail(1, GRETA, jonas.address, copy=ines.address), "agreed", "buyer")
    ines.feed(order)
    jonas.feed(order)
    assert told(ines) == []
    assert [said.is_proven for each in told(jonas) for said in each.said] == [False]
    ines.feed(mail(2, ines.address, GRETA, answers=1), labels=("\\Sent",))
    assert [said.is_proven for each in told(ines) for said in each.said] == [True]


def test_a_thread_in_which_we_buy_or_without_a_company_says_nothing(ines: Person) -> None:
    ines.feed(mail(9, GRETA, ines.address))
    assert told(ines) == []
    offered = dealing(mail(1, GRETA, ines.address), "offered", "seller")
    ines.feed(offered, dealing(mail(2, ines.address, GRETA, answers=1), "signed"))
    ines.feed(dealing(mail(4, FREE, ines.address), "asked", "buyer"))
    assert told(ines) == []
