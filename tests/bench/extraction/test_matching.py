"""What counts as the same, on pairs that anybody can judge."""

from __future__ import annotations

import pytest

from bench.extraction.claims import Act, Meeting
from bench.extraction.matching import paired, same_act, same_meeting, same_person, same_value, values_of


def test_the_most_alike_meet_first_and_nobody_twice() -> None:
    gold = [{"who": "author", "text": "send the plan"}, {"who": "author", "text": "send the plan to Oslo today"}]
    ours = [Act("author", "send the plan to Oslo today", None), Act("author", "call", None)]
    assert paired(gold, ours, same_act) == [(gold[1], ours[0])]


def test_an_act_is_the_same_ones_act() -> None:
    gold = {"who": "author", "text": "I will send it"}
    assert same_act(gold, Act("author", "I'll send it", None))
    assert not same_act(gold, Act("recipient", "I'll send it", None))
    assert not same_act(gold, Act("author", "we shall meet", None))
    assert not same_act(gold, Act("author", "", None))


def test_meetings_are_the_same_by_words_or_start() -> None:
    gold = {"text": "lunch on Monday", "start": "2026-11-30"}
    assert same_meeting(gold, Meeting("Monday lunch", None))
    assert same_meeting(gold, Meeting("we eat", "2026-11-30"))
    assert not same_meeting(gold | {"start": None}, Meeting("we eat", None))


@pytest.mark.parametrize(
    ("ours", "same"),
    [("Greta Becker", True), ("Becker, Greta", True), ("G. Becker", True), ("Becker", False), ("Greta Moss", False),
     ("", False)],
)  # fmt: skip
def test_people_match_by_family_name_and_initial(ours: str, *, same: bool) -> None:
    assert bool(same_person("Greta Becker", ours)) == same


@pytest.mark.parametrize(
    ("gold", "ours", "same"),
    [
        (("phone work", "+49 30 23125-100"), ("phone unspecified", "+49 (30) 23125 100"), True),
        (("phone work", "555-0143"), ("phone fax", "555-0143"), False),
        (("url", "https://Halden.example/"), ("url", "halden.example"), True),
        (("address", "12 Mill Street\nSpringfield"), ("address", "12 Mill Street, Springfield"), True),
        (("title", "Buyer"), ("title", "Head Buyer"), False),
    ],
)
def test_fields_are_compared_as_people_would(gold: tuple[str, str], ours: tuple[str, str], *, same: bool) -> None:
    assert bool(same_value(gold, ours)) == same


def test_a_block_is_its_values() -> None:
    block = {
        "name": "Greta", "title": None, "urls": ["h.example"], "other_emails": ["g@h.example"],
        "phones": [{"type": "fax", "number": "1"}],
    }  # fmt: skip
    assert values_of(block) == [("name", "Greta"), ("url", "h.example"), ("email", "g@h.example"), ("phone fax", "1")]
    assert values_of(None) == []
