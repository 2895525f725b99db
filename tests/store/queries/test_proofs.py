"""Who is shown to read a mailbox, and who is not, though they know how to write a header."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from extract.facts import Extraction
from store.queries.proofs import from_there, meant_by_owner, readers
from tests.acquaintances import ALIAS, HOME, WORK, noted, question, same_person
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, participant, signed, under_the_name

NILS = "nils.lund@kestrel.example"
NEXT_WEEK = MONDAY + timedelta(days=7)
SENT = ("\\Sent",)


def read_by(me: Person, *addresses: str) -> dict[str, set[str]]:
    with me.worker.transaction(me.acting) as session:
        found = readers(session, me.owner, addresses)
        return {address: set(mails.values()) for address, mails in found.items()}


def wrote(me: Person, *to: str, number: int = 1) -> None:
    me.feed(mail(number, me.address, *to), labels=SENT)


def test_who_answers_what_went_to_one_address_alone_reads_its_mailbox(ines: Person) -> None:
    wrote(ines, WORK)
    ines.feed(mail(2, WORK, ines.address, answers=1), mail(3, NILS, ines.address))
    assert read_by(ines, WORK, NILS) == {WORK: {WORK}}


def test_in_whatever_order_the_mails_are_found(ines: Person) -> None:
    ines.feed(mail(2, WORK, ines.address, answers=1))
    assert read_by(ines, WORK) == {}
    wrote(ines, WORK)
    assert read_by(ines, WORK) == {WORK: {WORK}}


def test_an_answer_from_another_address_shows_whose_mailbox_its_writer_reads(ines: Person) -> None:
    wrote(ines, WORK)
    ines.feed(mail(2, HOME, ines.address, answers=1))
    ines.feed(mail(3, ines.address, HOME, answers=2), labels=SENT)
    ines.feed(mail(4, HOME, ines.address, answers=3))
    assert read_by(ines, HOME) == {HOME: {WORK}}


@pytest.mark.parametrize(
    "letters",
    [
        pytest.param((mail(2, WORK, "ines@alder.example"),), id="that answers nothing"),
        pytest.param((mail(2, WORK, "ines@alder.example", answers=9),), id="that answers what nobody sent"),
        pytest.param(
            (mail(2, WORK, "ines@alder.example", answers=1), mail(3, NILS, "ines@alder.example", answers=1)),
            id="in a thread that a third one knows",
        ),
    ],
)
def test_a_mail_proves_nothing(ines: Person, letters: tuple[Extraction, ...]) -> None:
    wrote(ines, WORK)
    ines.feed(*letters)
    assert read_by(ines, WORK) == {}


def test_a_third_one_in_copy_knows_the_message_id(ines: Person) -> None:
    wrote(ines, WORK, NILS)
    ines.feed(mail(2, WORK, ines.address, answers=1), mail(3, HOME, ines.address, answers=1))
    assert read_by(ines, WORK, HOME) == {}


def test_a_colleague_of_the_writer_in_copy_takes_away_no_proof_of_their_own_mailbox(ines: Person) -> None:
    wrote(ines, WORK, "ben@halden.example")
    ines.feed(mail(2, WORK, ines.address, "carl@halden.example", answers=1), mail(3, HOME, ines.address, answers=1))
    assert read_by(ines, WORK, HOME) == {}
    wrote(ines, WORK, "ben@halden.example", number=11)
    ines.feed(mail(12, WORK, ines.address, "carl@halden.example", answers=11))
    assert read_by(ines, WORK) == {WORK: {WORK}}


def test_the_writer_at_another_of_their_addresses_is_no_third_one(ines: Person) -> None:
    def told() -> set[str]:
        with ines.worker.transaction(ines.acting) as session:
            rows = session.execute(text("select id, title from message where direction = 'in'")).all()
            proven = from_there(session, ines.owner, [row.id for row in rows])
            return {row.title for row in rows if row.id in proven}

    same_person(ines)
    ines.feed(mail(31, HOME, ines.address))
    ines.feed(mail(32, ines.address, WORK, answers=31), labels=SENT)
    ines.feed(mail(33, WORK, ines.address, answers=32))
    assert told() == {"Matter 32"}
    ines.feed(mail(41, NILS, ines.address))
    ines.feed(mail(42, ines.address, WORK, answers=41), labels=SENT)
    ines.feed(mail(43, WORK, ines.address, answers=42))
    assert told() == {"Matter 32"}


def test_who_was_brought_into_a_thread_later_is_no_reader_of_the_first_mailbox(ines: Person) -> None:
    wrote(ines, WORK)
    ines.feed(mail(2, WORK, ines.address, answers=1))
    ines.feed(mail(3, ines.address, WORK, HOME, answers=2), labels=SENT)
    ines.feed(mail(4, HOME, ines.address, answers=1))
    assert read_by(ines, HOME) == {}


def test_a_mail_in_our_name_that_only_arrived_is_none_of_ours(ines: Person) -> None:
    """Whoever invents a mail of ours, sends it to us and answers it has shown nothing."""
    ines.feed(mail(1, ines.address, WORK))
    ines.feed(mail(2, WORK, ines.address, answers=1))
    assert read_by(ines, WORK) == {}


def test_a_colleague_in_copy_is_one_of_us(ines: Person, jonas: Person) -> None:
    wrote(ines, WORK, jonas.address)
    ines.feed(mail(2, WORK, ines.address, jonas.address, answers=1))
    assert read_by(ines, WORK) == {WORK: {WORK}}


def test_a_change_by_a_proven_sender_is_sure_and_by_a_spoofed_one_looked_at(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    for number in (11, 21):
        ines.feed(signed(mail(number, WORK, ines.address, at=NEXT_WEEK), title="Head of Procurement"))
    (change,) = ines.suggestions("waiting", kind="change")
    assert (change.pile, change.doubt) == ("look", "sender not verified")
    wrote(ines, WORK, number=31)
    ines.feed(signed(mail(32, WORK, ines.address, at=NEXT_WEEK, answers=31), title="Head of Procurement"))
    (change,) = ines.suggestions("waiting", kind="change")
    assert (change.pile, change.why) == ("sure", "The newest mails say so, 3 times.")


def test_an_alias_that_answers_for_a_known_address_is_surely_the_same(ines: Person) -> None:
    noted(ines, 1, WORK)
    wrote(ines, WORK, number=11)
    ines.feed(under_the_name(mail(12, ALIAS, ines.address, answers=11), "Greta Becker"))
    assert question(ines).pile == "sure"


def meant(me: Person, *addresses: str) -> dict[str, frozenset[str]]:
    with me.worker.transaction(me.acting) as session:
        return dict(meant_by_owner(session, me.owner, addresses))


def with_reply_to(reading: Extraction, address: str) -> Extraction:
    assert reading.message is not None
    asked = participant("reply_to", address)
    return replace(reading, message=replace(reading.message, participants=(*reading.message.participants, asked)))


def test_whom_the_owner_answers_at_another_address_is_that_one_to_them(ines: Person) -> None:
    ines.feed(mail(1, HOME, ines.address, NILS))
    ines.feed(mail(2, ines.address, WORK, NILS, answers=1), labels=SENT)
    assert meant(ines, HOME, NILS) == {HOME: frozenset({WORK})}


@pytest.mark.parametrize(
    ("to", "labels"),
    [((WORK, HOME), SENT), ((WORK, "pavel@kestrel.example"), SENT), ((WORK,), ())],
)
def test_an_answer_that_says_nothing_of_who_is_who(ines: Person, to: tuple[str, ...], labels: tuple[str, ...]) -> None:
    ines.feed(mail(1, HOME, ines.address))
    ines.feed(mail(2, ines.address, *to, answers=1), labels=labels)
    assert meant(ines, HOME) == {}


def test_where_a_sender_wants_to_be_answered_is_their_word_alone(ines: Person) -> None:
    ines.feed(with_reply_to(mail(1, HOME, ines.address), WORK))
    wrote_back = mail(2, ines.address, WORK, answers=1)
    ines.feed(wrote_back, labels=SENT)
    assert meant(ines, HOME) == {}


def test_an_alias_that_is_answered_at_the_known_address_is_surely_the_same(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(under_the_name(mail(11, ALIAS, ines.address, at=NEXT_WEEK), "Greta Becker"))
    ines.feed(mail(12, ines.address, WORK, at=NEXT_WEEK, answers=11), labels=SENT)
    assert (question(ines).pile, question(ines).fields["reasons"][0]) == ("sure", "same name")
    (note,) = [row for row in ines.suggestions("waiting", kind="interaction") if row.day == NEXT_WEEK.date()]
    assert note.pile == "sure"
