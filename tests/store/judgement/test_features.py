from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from store.judgement.drafts import Gist
from store.judgement.features import NAMES, Before, Features, of_note
from tests.builders import US, note, someone

MONDAY = date(2026, 3, 2)
COLLEAGUE = someone("jonas@alder.example", "Jonas", ours=True)


def true_of(found: Features) -> set[str]:
    return {name for name in NAMES if getattr(found, name)}


def test_a_first_mail_to_somebody() -> None:
    assert true_of(of_note(note(), MONDAY, frozenset({"out"}), Before())) == {"seldom_before", "we_wrote"}


def test_an_exchange_among_people_who_know_each_other() -> None:
    shown = replace(note(someone(), US, COLLEAGUE), mails=3, gist=Gist("promise", "Send it", "in"))
    found = true_of(of_note(shown, MONDAY, frozenset({"in", "out"}), Before(they_wrote=3, we_wrote=2, met=1)))
    assert found == {
        "both_wrote_before", "met_before", "often_before", "we_wrote", "they_wrote", "several_mails",
        "settles_something", "colleagues_too",
    }  # fmt: skip


def test_a_meeting_of_many_on_a_sunday() -> None:
    guests = [someone(f"a{number}@gmail.com") for number in range(4)]
    shown = replace(note(*guests, US), kind="meeting", mails=0)
    found = of_note(shown, MONDAY + timedelta(days=6), frozenset({"out"}), Before())
    assert true_of(found) == {"seldom_before", "is_meeting", "private_address", "many_people", "weekend"}
    assert Before(1, 2, 3).exchanges == 6
