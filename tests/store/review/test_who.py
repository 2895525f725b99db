from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extract.facts import Findings, PrivacyFact
from store.review.who import still_asked, who_is_who
from tests.acquaintances import ALIAS, HOME, MOBILE, WORK, exchange, noted, question, same_person
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import evidence, mail, under_the_name

LATER_ON = MONDAY + timedelta(days=3)


def test_two_new_addresses_of_one_person_are_one_new_person_and_one_question(ines: Person) -> None:
    ines.feed(*exchange(ines, 1, WORK), *exchange(ines, 11, HOME, after=1))
    assert [row.fields["address"] for row in ines.suggestions("waiting", kind="contact")] == [WORK]
    assert question(ines).fields["person"]["address"] == HOME
    assert (still_asked is not None, who_is_who is not None) == (True, True)


def test_a_question_follows_what_comes_later(ines: Person) -> None:
    noted(ines, 1, WORK, mobile=MOBILE)
    ines.feed(*exchange(ines, 11, HOME, after=1))
    assert question(ines).pile == "look"
    ines.feed(*exchange(ines, 21, WORK, after=2))
    assert question(ines).why == "Same name."
    ines.feed(*exchange(ines, 31, HOME, after=3, mobile=MOBILE))
    assert question(ines).why == "Same mobile number, same name. The sender is not proven."


def test_who_is_called_otherwise_later_is_somebody_new(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(
        *[under_the_name(each, "Greta Becker") for each in exchange(ines, 11, "office@mail.example", after=1)][1:]
    )
    ines.feed(mail(13, ines.address, "office@mail.example"))
    assert len(ines.suggestions("waiting", kind="merge")) == 1
    ines.rule("keep_private", ines.suggestions("waiting", kind="merge"))
    ines.feed(*exchange(ines, 21, "office@mail.example", after=2))
    assert ines.suggestions("waiting", kind="merge") == []
    assert ines.suggestions("waiting", kind="contact") == []


def test_an_alias_at_the_same_company_is_looked_at(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(*exchange(ines, 11, ALIAS, after=1))
    assert (question(ines).pile, question(ines).doubt) == ("look", "same person?")


def test_a_changed_title_is_asked_after_two_mails_and_withdrawn_when_it_goes(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    ines.feed(*exchange(ines, 11, WORK, after=3, title="Head of Procurement"))
    assert ines.suggestions("waiting", kind="change") == []
    ines.feed(*exchange(ines, 21, WORK, after=4, title="Head of Procurement"))
    (change,) = ines.suggestions("waiting", kind="change")
    assert (change.fields["old"], change.fields["new"], change.doubt) == (
        "Buyer", "Head of Procurement", "sender not verified",
    )  # fmt: skip
    ines.feed(*exchange(ines, 31, WORK, after=5, title="Buyer"))
    assert ines.suggestions("waiting", kind="change") == []


def test_an_approved_change_has_the_last_word_and_is_taken_back(ines: Person) -> None:
    noted(ines, 1, WORK, title="Buyer")
    for number in (11, 21):
        ines.feed(*exchange(ines, number, WORK, after=number, title="Head of Procurement"))
    before = ines.shared()
    changed = ines.rule("approve", ines.suggestions("waiting", kind="change"))
    ines.publish()
    assert "'Head of Procurement'" in ines.shared()["contact"][0]
    ines.undo(changed)
    assert ines.shared() == before


def test_one_answer_from_another_address_is_a_question_and_its_note_waits_behind_it(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(mail(11, ines.address, WORK, at=LATER_ON), mail(12, HOME, ines.address, at=LATER_ON, answers=11))
    asked = question(ines)
    assert asked.fields["person"]["address"] == HOME
    assert _whom(ines, "waiting") == {WORK, HOME}
    ines.rule("approve", [asked])
    ines.publish()
    ines.feed(mail(22, HOME, ines.address, at=LATER_ON + timedelta(days=3)))
    assert ines.suggestions("waiting", kind="merge") == []
    assert len([row for row in ines.suggestions("waiting") if row.kind == "interaction"]) == 3


def test_one_mail_under_a_known_name_is_nobody_s(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(mail(12, HOME, ines.address, at=LATER_ON))
    assert ines.suggestions("waiting", kind="merge") == []
    assert _whom(ines, "waiting") == {WORK}


def test_one_mail_from_another_address_at_the_same_firm_is_a_question_once_it_is_answered(ines: Person) -> None:
    noted(ines, 1, WORK)
    ines.feed(mail(12, ALIAS, ines.address, at=LATER_ON))
    assert ines.suggestions("waiting", kind="merge") == []
    ines.feed(mail(13, ines.address, WORK, at=LATER_ON, answers=12))
    assert question(ines).fields["person"]["address"] == ALIAS
    assert _whom(ines, "waiting") == {WORK, ALIAS}


def test_who_is_known_to_a_colleague_alone_is_no_acquaintance(ines: Person, jonas: Person) -> None:
    noted(jonas, 1, WORK)
    ines.feed(mail(12, ALIAS, ines.address, at=LATER_ON))
    assert ines.suggestions() == []


def test_a_second_address_that_a_colleague_joined_is_known_to_who_dealt_with_the_first(
    ines: Person, jonas: Person
) -> None:
    same_person(jonas)
    ines.feed(mail(41, HOME, ines.address, at=LATER_ON))
    assert ines.suggestions("waiting") == []
    ines.feed(*exchange(ines, 51, WORK, after=4), mail(61, HOME, ines.address, at=LATER_ON + timedelta(days=2)))
    assert _whom(ines, "waiting") == {HOME, WORK}
    assert ines.suggestions("waiting", kind="merge") == []


def _whom(me: Person, state: str) -> set[str]:
    """Outside addresses in the notes."""
    notes = [row for row in me.suggestions(state) if row.kind == "interaction"]
    return {person["address"] for row in notes for person in row.fields["people"] if not person["ours"]}


def test_a_batch_with_mail_of_two_companies_asks_once_whether_they_are_one(ines: Person) -> None:
    noted(ines, 1, "greta@halden.example")
    noted(ines, 11, "nils@halden.test")
    ines.feed(*exchange(ines, 21, "greta@halden.example", after=2), *exchange(ines, 31, "nils@halden.test", after=2))
    assert question(ines).doubt == "same company?"


def test_who_was_found_to_be_one_with_another_name_is_renamed_without_a_further_question(ines: Person) -> None:
    noted(ines, 1, WORK)
    married = "greta.lindqvist@halden.example"
    ines.feed(*exchange(ines, 11, married, after=2))
    ines.rule("approve", [question(ines)])
    ines.publish()
    ines.feed(*exchange(ines, 21, married, after=3), *exchange(ines, 31, married, after=4))
    (change,) = ines.suggestions("waiting", kind="change")
    assert (change.fields["old"], change.fields["new"]) == ("Greta Becker", "Greta Lindqvist")
    assert (change.pile, change.doubt) == ("sure", None)


def test_a_thread_that_may_be_private_renames_nobody(ines: Person) -> None:
    noted(ines, 1, WORK)
    married = "greta.lindqvist@halden.example"
    ines.feed(*exchange(ines, 11, married, after=2))
    ines.rule("approve", [question(ines)])
    ines.publish()
    health = Findings(privacy=(PrivacyFact("health", 2, (evidence("privacy", "text", "my doctor"),)),))
    for number, day in ((21, 3), (31, 4)):
        sent, *answers = exchange(ines, number, married, after=day)
        ines.feed(sent, *(replace(each, findings=health) for each in answers))
    assert ines.suggestions("waiting", kind="change") == []
