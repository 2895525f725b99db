from __future__ import annotations

from dataclasses import replace

import pytest

from api.web.rules import done, later_ones, looked_back, question, said, standing
from store.judgement.drafts import ChangeFields, ContactFields
from store.judgement.policy import BOTH, Rule, id_of
from store.policies import Offer
from store.queries.policies import Listed, Use
from tests.builders import MONDAY, ONE, TWO, note

ZONE = "Europe/Berlin"
GRETA = Rule("approve", "person", "greta@halden.example", kinds=BOTH)
LEAVE_OUT = Rule("leave_out", "person", "travel@skyline.example")
WRITE = Rule("write", "company_name", "Tidewater Ltd", "Tidewater")
USE = Use(ONE, TWO, note(), "approve", "approved", MONDAY, MONDAY, is_addition=False)


def offer(rule: Rule, called: str = "Greta Becker", seen: int = 0, approved: int = 0, waiting: int = 0) -> Offer:
    return Offer(id_of(rule), rule, called, seen, approved, waiting)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (GRETA, "Always note mails and meetings with Greta Becker"),
        (replace(GRETA, kinds=("meeting",)), "Always note meetings with Greta Becker"),
        (Rule("approve", "domain", "a.test", kinds=BOTH), "Always note mails and meetings with anybody at a.test"),
        (LEAVE_OUT, "Always leave out Greta Becker"),
        (Rule("leave_out", "folder", "Club"), "Always leave out the folder Club"),
        (Rule("ask", "word", "tax"), "Always ask about notes that say “tax”"),
        (WRITE, "Always write Tidewater for Tidewater Ltd"),
    ],
)  # fmt: skip
def test_a_rule_is_one_plain_sentence(rule: Rule, sentence: str) -> None:
    told = said(rule, "Greta Becker")
    assert f"{told.bold} {told.rest}" == sentence


def test_what_is_asked_says_what_it_would_have_done() -> None:
    assert later_ones(offer(GRETA)) == "Note later mails and meetings with Greta by myself"
    assert later_ones(offer(GRETA, "g@halden.example")).endswith("with g@halden.example by myself")
    assert question(offer(WRITE)).text == "Shall I write Tidewater whenever the signature says Tidewater Ltd?"
    asked = question(offer(LEAVE_OUT, "travel@skyline.example", 41))
    assert asked.text == "Always leave out travel@skyline.example?"
    assert asked.detail == "In the last 90 days that is 41 items; you approved none of them."
    assert question(offer(GRETA, seen=3, approved=3)).detail.endswith("you approved all of them.")


@pytest.mark.parametrize(
    ("waiting", "end"),
    [
        (0, "2 of them."),
        (1, "1 that waits now would be settled with it."),
        (2, "2 that wait now would be settled with it."),
    ],
)
def test_looking_back_says_what_becomes_of_what_waits(waiting: int, end: str) -> None:
    assert looked_back(offer(GRETA, seen=3, approved=2, waiting=waiting)).endswith(end)
    assert looked_back(offer(Rule("ask", "word", "tax"), seen=3, approved=2, waiting=waiting)).endswith("2 of them.")


def test_what_a_rule_did_says_until_when_only_its_owner_sees_it() -> None:
    told = done(USE, MONDAY, ZONE)
    assert (told.did, told.held, told.says.bold) == ("Noted", "only you until today 10:30", "Greta Becker")
    assert done(replace(USE, state="published"), MONDAY, ZONE).held == ""
    person = ContactFields("Greta", "greta@halden.example", None, None)
    left_out = done(replace(USE, fields=person, verb="refuse", state="refused", share_at=None), MONDAY, ZONE)
    assert (left_out.did, left_out.held, left_out.says.before) == ("Left out", "", "New person: ")
    change = ChangeFields("contact", ONE, "Greta", "name", "Greta", "Grete")
    assert done(replace(USE, fields=change), MONDAY, ZONE).says.now == "Grete"


def test_a_rule_that_stands_still_says_why() -> None:
    listed = Listed(ONE, GRETA, "Greta Becker", "active", True, MONDAY, 3, (USE,))  # noqa: FBT003 - contradicted
    shown = standing(listed, MONDAY, ZONE)
    assert (shown.state, shown.used, shown.made) == ("paused", "3 times", "today")
    assert shown.note.endswith("so I paused it.")
    unused = standing(replace(listed, contradicted=False, used=0, last=()), MONDAY, ZONE)
    assert (unused.state, unused.used, unused.note) == ("active", "not used yet", "")
