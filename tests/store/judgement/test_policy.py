from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from store.judgement.drafts import ChangeFields, ContactFields, Fields, Gist
from store.judgement.policy import (
    BOTH,
    PLACES,
    Answer,
    Case,
    Place,
    Policy,
    Rule,
    Says,
    answer,
    has_word,
    id_of,
    is_about,
    is_meant,
    outsiders,
    reaches,
    rewritten,
    rule_of,
    would_be_about,
)
from tests.builders import ONE, TWO, US, note, someone

GRETA = "greta@halden.example"
NILS = someone("nils@halden.example", "Nils")
BELOW = someone("a@mail.halden.example", "A")
CONTACT = ContactFields("Greta Becker", GRETA, "Halden GmbH", "halden.example")
CHANGE = ChangeFields("contact", ONE, "Greta", "name", "Greta", "Grete")
APPROVE = Rule("approve", "person", GRETA, kinds=BOTH)
LEAVE_OUT = Rule("leave_out", "person", GRETA)


def policy(rule: Rule, number: UUID = ONE, *addresses: str) -> Policy:
    return Policy(number, rule, frozenset(addresses))


@pytest.mark.parametrize(
    ("rule", "case", "says"),
    [
        (APPROVE, Case(note(), "sure"), "approve"),
        (APPROVE, Case(note(), "look"), None),
        (APPROVE, Case(note(someone(), NILS, US), "sure"), "approve"),
        (APPROVE, Case(note(NILS, US), "sure"), None),
        (APPROVE, Case(CONTACT, "sure"), None),
        (replace(APPROVE, kinds=("meeting",)), Case(note(), "sure"), None),
        (Rule("approve", "domain", "halden.example", kinds=BOTH), Case(note(NILS, US), "sure"), "approve"),
        (Rule("approve", "domain", "halden.example", kinds=BOTH), Case(note(someone("a@other.example")), "sure"), None),
        (LEAVE_OUT, Case(note(), "look"), "leave_out"),
        (LEAVE_OUT, Case(note(someone(), NILS, US), "sure"), None),
        (LEAVE_OUT, Case(CONTACT, "look"), "leave_out"),
        (LEAVE_OUT, Case(CHANGE, "look"), None),
        (LEAVE_OUT, Case(note(US), "sure"), None),
        (Rule("leave_out", "domain", "halden.example"), Case(note(BELOW), "sure"), "leave_out"),
        (Rule("leave_out", "word", "pricing"), Case(note(), "sure"), "leave_out"),
        (Rule("leave_out", "folder", "Club"), Case(note(), "sure", (Place("folder", "Club"),)), "leave_out"),
        (Rule("leave_out", "folder", "Club"), Case(note(), "sure", (Place("calendar", "Club"),)), None),
        (Rule("leave_out", "calendar", "Home"), Case(note(), "sure", (Place("calendar", "Home"),)), "leave_out"),
        (Rule("ask", "person", GRETA), Case(note(), "sure"), "ask"),
        (Rule("write", "company_name", "Halden GmbH", "Halden"), Case(CONTACT, "look"), None),
    ],
)  # fmt: skip
def test_what_a_rule_says(rule: Rule, case: Case, says: Says | None) -> None:
    assert answer(case, [policy(rule)]) == (Answer(says, ONE, rule.subject in PLACES) if says else None)
    assert reaches(policy(rule), case) == (says is not None)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("club", Place("folder", "Club")),
        ("Club", Place("folder", "INBOX.Club")),
        ("Club", Place("folder", "Archive/Club/2025")),
        ("inbox.club", Place("folder", "INBOX/Club")),
        ("Inbox", Place("folder", "INBOX")),
        ("Küche", Place("folder", "Haus/KÜCHE")),
        ("home", Place("calendar", "Home")),
    ],
)
def test_a_place_is_called_as_its_owner_reads_it(said: str, place: Place) -> None:
    assert is_meant(place, Rule("leave_out", place.kind, said))


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Club", Place("folder", "Clubs")),
        ("Club", Place("calendar", "Club")),
        ("Club", Place("folder", "")),
        ("INBOX", Place("folder", "INBOX.Club")),
    ],
)
def test_another_place_is_not_meant(said: str, place: Place) -> None:
    assert not is_meant(place, Rule("leave_out", "folder", said))


def test_a_calendar_has_no_path() -> None:
    assert not is_meant(Place("calendar", "me@home.example"), Rule("ask", "calendar", "example"))


def test_what_a_rule_would_have_been_about_lies_in_either_pile() -> None:
    write = Rule("write", "company_name", "Halden GmbH", "Halden")
    assert would_be_about(policy(APPROVE), Case(note(), "look"))
    assert not would_be_about(policy(APPROVE), Case(CONTACT, "look"))
    assert would_be_about(policy(LEAVE_OUT), Case(CONTACT, "look"))
    assert would_be_about(policy(write), Case(CONTACT, "look"))


def test_asking_goes_before_leaving_out_and_that_before_approving() -> None:
    ask = Rule("ask", "word", "Pricing")
    every = [policy(APPROVE, ONE), policy(LEAVE_OUT, TWO), policy(ask, UUID(int=3))]
    assert answer(Case(note(), "sure"), every) == Answer("ask", UUID(int=3))
    assert answer(Case(note(), "sure"), every[:2]) == Answer("leave_out", TWO)
    assert answer(Case(note(), "sure"), []) is None


def test_a_person_is_known_by_every_address() -> None:
    other = Case(note(someone("g.becker@halden.example"), US), "sure")
    assert answer(other, [policy(APPROVE, ONE, "g.becker@halden.example")]) == Answer("approve", ONE)
    assert answer(other, [policy(APPROVE)]) is None


def test_a_word_is_a_whole_word_in_title_or_gist() -> None:
    told = replace(note(), title="Your tax matters", gist=Gist("promise", "Send the Therapy-plan", "in"))
    assert [has_word(told, word) for word in ("TAX", "therapy plan", "matter", "plans")] == [True, True, False, False]
    assert not has_word(CONTACT, "Greta")


def test_a_write_rule_changes_what_was_read_and_nothing_else() -> None:
    rule = policy(Rule("write", "company_name", "Halden GmbH", "Halden"))
    assert rewritten(CONTACT, [policy(APPROVE), rule]) == (replace(CONTACT, company_name="Halden"), ONE)
    assert rewritten(replace(CONTACT, company_name="Other"), [rule]) == (replace(CONTACT, company_name="Other"), None)
    assert rewritten(note(), [rule]) == (note(), None)
    assert is_about(rule, Case(CONTACT, "look"))


@pytest.mark.parametrize(
    ("fields", "expected"), [(CONTACT, (GRETA,)), (note(), (GRETA,)), (note(US), ()), (CHANGE, ())]
)
def test_whom_a_suggestion_is_about(fields: Fields, expected: tuple[str, ...]) -> None:
    assert outsiders(fields) == expected


@pytest.mark.parametrize(
    "rule",
    [APPROVE, LEAVE_OUT, Rule("ask", "word", 'a "quoted" one'), Rule("write", "company_name", "A", "B")],
)
def test_a_rule_as_text_is_the_rule_again(rule: Rule) -> None:
    assert rule_of(id_of(rule)) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "{}",
        '["approve"]',
        '["approve", "person", 1, ""]',
        '["approve", "person", "a@b.example", ""]',
        '["approve", "person", "a@b.example", "", "call"]',
        '["approve", "word", "a", "", "mail"]',
        '["leave_out", "person", "", ""]',
        '["leave_out", "person", "a@b.example", "x"]',
        '["leave_out", "company_name", "a", ""]',
        '["delete", "person", "a@b.example", ""]',
        '["write", "company_name", "a", ""]',
        '["write", "company_name", "a", "b", "mail"]',
        '["write", "person", "a", "b"]',
        '["ask", "word", "' + "a" * 201 + '", ""]',
    ],
)
def test_no_other_text_is_a_rule(text: str) -> None:
    assert rule_of(text) is None
