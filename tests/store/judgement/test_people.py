from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.judgement.drafts import ChangeFields, Known, SuggestionDraft
from store.judgement.identity.book import Book, pair_key
from store.judgement.identity.profiles import KnownPerson, Profile, about, noting
from store.judgement.parties import ContactFields, MergeFields, Side
from store.judgement.people import (
    best_name,
    contact_key,
    draft_person,
    draft_reunion,
    fields_of,
    is_one_of_us,
    keys_of,
    noted_by,
    profile_of,
    profile_of_fields,
    shown,
    side_of,
    together,
)
from tests.builders import ONE, TWO, detail, history, quote

GRETA = "greta@halden.example"
HOME = "gb@mail.example"
WORK = Profile(
    ("Greta Becker",),
    ("greta.becker@halden.example",),
    ("halden.example",),
    first_day=date(2026, 1, 1),
    last_day=date(2026, 2, 1),
)
KNOWN = KnownPerson(WORK, ONE, "Halden", "Buyer")
AT_HOME = history(HOME, company_domain=None, company_name=None)
MOBILE = detail("mobile", "+4915112345")


def fields(draft: SuggestionDraft | None) -> MergeFields:
    assert draft is not None
    assert isinstance(draft.fields, MergeFields)
    return draft.fields


def test_somebody_new() -> None:
    draft = draft_person(history(), Known(), Book())
    assert draft is not None
    assert draft.fields == ContactFields("Greta Becker", GRETA, "Halden", "halden.example")
    assert (draft.kind, draft.key, draft.verdict.pile) == ("contact", contact_key(GRETA), "look")


def test_nothing_new_gives_nothing() -> None:
    assert draft_person(history(), Known(contacts=frozenset({GRETA})), Book()) is None
    assert draft_person(history(we_wrote=0), Known(), Book()) is None


def test_a_private_mailbox_of_ours_is_nobody_new() -> None:
    known = Known(ours_by_name=frozenset({"becker greta"}))
    assert draft_person(AT_HOME, known, Book()) is None
    assert is_one_of_us(replace(AT_HOME, names=(("Becker, Greta", 1),)), known)
    assert not is_one_of_us(replace(AT_HOME, names=(("Greta", 1),)), Known(ours_by_name=frozenset({"greta"})))
    assert not is_one_of_us(replace(AT_HOME, names=()), known)


def test_a_namesake_of_ours_at_a_company_is_somebody_new() -> None:
    assert not is_one_of_us(history(), Known(ours_by_name=frozenset({"becker greta"})))


@pytest.mark.parametrize(
    ("names", "expected"),
    [((("A", 1), ("B", 2)), "B"), ((("Al", 1), ("Bob", 1)), "Bob"), ((("Cy", 1), ("Al", 1)), "Al"), ((), None)],
)
def test_the_name_written_most(names: tuple[tuple[str, int], ...], expected: str | None) -> None:
    assert best_name(names) == expected


def test_what_signatures_say_is_part_of_a_new_contact() -> None:
    said = (
        detail("title", "Buyer"), detail("title", "Trainee"), detail("company", "Halden Paper GmbH"), MOBILE,
        detail("location", "Mill Lane 3"), detail("email", "other@halden.example"),
    )  # fmt: skip
    signed = history(details=said, quotes=(quote("name", "Greta"), quote("company_name", "halden.example")))
    assert fields_of(signed) == ContactFields(
        "Greta Becker", GRETA, "Halden Paper GmbH", "halden.example", "Buyer", None, "+4915112345", "Mill Lane 3"
    )
    draft = draft_person(signed, Known(), Book())
    assert draft is not None
    assert [(each.field, each.quote) for each in draft.quotes] == [
        ("name", "Greta"), ("title", "Buyer"), ("company_name", "Halden Paper GmbH"), ("mobile", "+4915112345"),
        ("location", "Mill Lane 3"),
    ]  # fmt: skip


def test_a_signature_s_company_counts_where_the_domain_is_its_own() -> None:
    assert fields_of(history(details=(detail("company", "Kestrel Inc"),))).company_name == "Halden"
    at_home = replace(AT_HOME, details=(detail("company", "Halden Paper GmbH"),))
    assert fields_of(at_home).company_name is None
    turned = history(
        company_name="Sw Halden Paper", details=(detail("company", "Papier- und Paper Stadtwerke Halden"),)
    )
    assert fields_of(turned).company_name == "Papier- und Paper Stadtwerke Halden"
    short = history(company_name="Ab", details=(detail("company", "Abaco"),))
    assert fields_of(short).company_name == "Ab"


def test_a_contact_without_a_name_is_called_by_the_address() -> None:
    assert fields_of(history(names=())).name == GRETA


def test_a_known_person_s_other_address_is_a_question() -> None:
    draft = draft_person(AT_HOME, Known(), Book([KNOWN]))
    assert draft is not None
    assert (draft.kind, draft.key) == ("merge", pair_key(HOME, WORK.addresses[0]))
    assert (draft.verdict.pile, draft.verdict.doubt, draft.verdict.why) == ("look", "same person?", "Same name.")
    found = fields(draft)
    assert (found.one.row_id, found.one.name, found.other.row_id) == (ONE, "Greta Becker", None)
    assert found.person == ContactFields("Greta Becker", HOME, None, None)
    assert found.moved_on is None
    assert draft.quotes == AT_HOME.quotes


def test_one_mail_from_another_address_is_a_question_where_more_than_a_name_ties_it_to_the_person() -> None:
    once = history("becker@halden.example", we_wrote=0, threads=((WORK.addresses[0], "Pilot"),))
    assert fields(draft_person(once, Known(), Book([KNOWN]))).one.row_id == ONE
    met_by_nobody = replace(KNOWN, profile=replace(WORK, first_day=None, last_day=None))
    assert draft_person(once, Known(), Book([met_by_nobody])) is None
    assert draft_person(replace(AT_HOME, we_wrote=0), Known(), Book([KNOWN])) is None
    begun = replace(once, threads=())
    assert draft_person(begun, Known(), Book([KNOWN])) is None


def test_who_was_refused_is_asked_about_no_more() -> None:
    draft = draft_person(AT_HOME, Known(refused=frozenset({HOME})), Book([KNOWN]))
    assert draft is not None
    assert draft.kind == "contact"


def test_who_is_surely_the_same_waits_among_the_sure_ones() -> None:
    known = replace(KNOWN, profile=replace(WORK, phones=frozenset({MOBILE.value}), mobiles=frozenset({MOBILE.value})))
    proven = replace(AT_HOME, details=(MOBILE,), reads=frozenset(WORK.addresses))
    draft = draft_person(proven, Known(), Book([known]))
    assert draft is not None
    why = "Same mobile number, same name, a mail that went to greta.becker@halden.example alone was answered."
    assert (draft.verdict.pile, draft.verdict.why) == ("sure", why)


def test_who_shows_no_more_than_a_mailbox_of_their_own_is_looked_at() -> None:
    """Anybody may open one at a public provider under any name, and copy a number from a signature."""
    known = replace(KNOWN, profile=replace(WORK, phones=frozenset({MOBILE.value}), mobiles=frozenset({MOBILE.value})))
    for reads in (frozenset[str](), frozenset({HOME}), frozenset({"nils@halden.example"})):
        unproven = draft_person(replace(AT_HOME, details=(MOBILE,), reads=reads), Known(), Book([known]))
        assert unproven is not None
        assert (unproven.verdict.pile, unproven.verdict.doubt) == ("look", "sender not verified")


def test_a_second_mailbox_at_the_same_company_is_surely_the_same_when_it_is_read() -> None:
    beside = history("gbecker@halden.example", threads=((WORK.addresses[0], "Pilot"),))
    assert (draft := draft_person(beside, Known(), Book([KNOWN]))) is not None
    assert draft.verdict.doubt == "sender not verified"
    read = replace(beside, reads=frozenset({beside.address}))
    assert (draft := draft_person(read, Known(), Book([KNOWN]))) is not None
    assert draft.verdict.pile == "sure"


def test_two_people_with_one_name() -> None:
    draft = draft_person(history("greta.b@halden.example"), Known(), Book([KNOWN]))
    assert draft is not None
    assert draft.verdict.doubt == "two people with this name"


def moved(**more: object) -> SuggestionDraft | None:
    values = {"company_domain": "kestrel.example", "company_name": "Kestrel", "first_day": date(2026, 3, 2)}
    return draft_person(history("greta@kestrel.example", **(values | more)), Known(), Book([KNOWN]))


def test_who_writes_from_another_company_and_no_more_from_the_former_has_moved() -> None:
    assert fields(moved()).moved_on == date(2026, 3, 2)
    assert fields(moved(first_day=date(2026, 1, 2))).moved_on is None
    assert fields(moved(first_day=None)).moved_on is None
    unseen = Book([replace(KNOWN, profile=replace(WORK, last_day=None))])
    kestrel = history("greta@kestrel.example", company_domain="kestrel.example")
    assert fields(draft_person(kestrel, Known(), unseen)).moved_on is None


def test_two_contacts_who_are_one_are_a_question() -> None:
    other = KnownPerson(Profile(("Greta Becker",), (HOME,)), TWO)
    draft = draft_reunion(AT_HOME, other, Book([KNOWN, other]))
    found = fields(draft)
    assert ({found.one.row_id, found.other.row_id}, found.person) == ({ONE, TWO}, None)
    assert draft_reunion(AT_HOME, other, Book([other])) is None
    assert draft_reunion(AT_HOME, other, Book([replace(KNOWN, contact_id=None), other])) is None


def test_a_history_as_a_description() -> None:
    found = profile_of(
        history(
            details=(MOBILE, detail("phone", "+4930123"), detail("email", GRETA), detail("email", HOME)),
            reads=frozenset({HOME}),
        )
    )
    assert (found.phones, found.mobiles) == (frozenset({"+4915112345", "+4930123"}), frozenset({"+4915112345"}))
    assert (found.names_beside, found.reads, found.domains) == (
        frozenset({HOME}),
        frozenset({HOME}),
        ("halden.example",),
    )


def test_two_descriptions_as_one() -> None:
    found = together(WORK, profile_of(AT_HOME))
    assert (found.addresses, found.names) == ((*WORK.addresses, HOME), ("Greta Becker", "G. Becker"))


def test_a_suggested_contact_as_a_description() -> None:
    nameless = ContactFields(HOME, HOME, None, None, phone="+4930123", mobile="+49151")
    assert profile_of_fields(nameless) == Profile(
        (), (HOME,), (), frozenset({"+4930123", "+49151"}), frozenset({"+49151"})
    )


def test_a_known_person_as_one_of_two() -> None:
    numbers = replace(WORK, phones=frozenset({"+4930", "+49151"}), mobiles=frozenset({"+49151"}))
    said = [("company_name", "Halden"), ("title", "Buyer"), ("mobile", "+49151"), ("phone", "+4930")]
    one = side_of(replace(KNOWN, profile=numbers))
    assert one == Side(ONE, "Greta Becker", WORK.addresses, (("address", WORK.addresses[0]), *said))
    assert side_of(KnownPerson(Profile((), (HOME,)))).name == HOME


def test_what_a_new_contact_has() -> None:
    assert shown(ContactFields("G", HOME, None, None, title="Buyer")) == (("address", HOME), ("title", "Buyer"))


def test_whom_a_suggestion_would_note() -> None:
    person, side = ContactFields("Greta Becker", HOME, None, None), Side(ONE, "A", ("a@b.example",), ())
    assert noted_by(person) == noted_by(MergeFields("contact", side, side, (), person)) == person
    assert noted_by(MergeFields("contact", side, side, ())) is None
    assert noted_by(ChangeFields("contact", ONE, "G", "title", "a", "b")) is None


def test_under_which_keys_a_suggestion_is_found() -> None:
    person = ContactFields("Greta Becker", HOME, None, None)
    one, other = Side(ONE, "A", ("a@b.example",), ()), Side(None, "B", (HOME,), ())
    assert keys_of(person) == {"n:becker greta", "i:becker g", "i:greta b", f"a:{HOME}"}
    assert keys_of(MergeFields("contact", one, other, ())) == {about("a@b.example"), about(HOME)}
    assert noting(HOME) in keys_of(MergeFields("contact", one, other, (), person))
    assert keys_of(ChangeFields("contact", ONE, "G", "title", "a", "b")) == frozenset()
