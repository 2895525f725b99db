from __future__ import annotations

from store.review.who import still_asked, who_is_who
from tests.acquaintances import ALIAS, HOME, MOBILE, WORK, exchange, noted, question
from tests.firm import Person
from tests.readings import mail, under_the_name


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
