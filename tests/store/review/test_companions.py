"""Whoever was named with somebody new is noted by the decision that named them, once there was an exchange."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from store.queries.companions import noted_since
from store.review.companions import HOLDS, note_once_met, note_with
from store.review.settle import Verb
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, signed

GRETA, BEN, CARL = "greta.becker@halden.example", "ben.okafor@halden.example", "carl.lind@elsewhere.example"
LATER_ON = MONDAY + timedelta(days=3)
SHOWN = text("select name, title, mobile from contact where name like 'Ben%'")
STRUCK: dict[str, Any] = {f"companion.{BEN}": ""}


def with_others_in_copy(me: Person) -> None:
    """An exchange with somebody new who copies a colleague of theirs and somebody of another company."""
    me.feed(mail(1, GRETA, me.address, BEN, CARL), mail(2, me.address, GRETA, BEN, answers=1))


def ben_writes(me: Person, *, after: timedelta = timedelta()) -> None:
    me.feed(mail(3, BEN, me.address, at=LATER_ON, answers=2), now=LATER + after)


def contacts(me: Person, *states: str) -> list[str]:
    return sorted(row.fields["address"] for row in me.suggestions(*states, kind="contact"))


def test_one_decision_notes_who_was_in_copy_once_there_is_an_exchange(ines: Person) -> None:
    with_others_in_copy(ines)
    (greta,) = ines.suggestions("waiting", kind="contact")
    assert greta.fields["companions"] == [{"address": BEN, "name": "Ben Okafor"}]
    before = ines.shared()
    noting = ines.rule("approve", [greta])
    ines.publish()
    assert contacts(ines) == [GRETA]
    ben_writes(ines)
    assert contacts(ines, "waiting") == []
    ines.publish(LATER + timedelta(hours=23))
    assert contacts(ines, "published") == [GRETA]
    with ines.app.transaction(ines.acting) as session:
        (use,) = noted_since(session, ines.user_id, LATER)
        assert (use.fields.address, use.state) == (BEN, "approved")  # type: ignore[union-attr]
    ines.publish(LATER + timedelta(days=2))
    assert contacts(ines, "published") == [BEN, GRETA]
    ines.undo(noting)
    assert ines.shared() == before
    assert contacts(ines, "waiting") == [BEN, GRETA]
    assert (note_once_met is not None, note_with is not None) == (True, True)


def test_what_an_unproven_sender_says_of_themselves_is_not_noted_unread(ines: Person) -> None:
    with_others_in_copy(ines)
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.feed(signed(mail(3, BEN, ines.address, at=LATER_ON, answers=2), mobile="+4915112345", title="Buyer"))
    ines.publish(LATER + timedelta(days=2))
    with ines.app.transaction(ines.acting) as session:
        assert session.execute(SHOWN).all() == [("Ben Okafor", None, None)]


def test_who_waits_is_noted_at_once_with_their_notes(ines: Person) -> None:
    with_others_in_copy(ines)
    ben_writes(ines)
    assert contacts(ines, "waiting") == [BEN, GRETA]
    noting = ines.rule("approve", [row for row in ines.suggestions("waiting") if row.fields.get("address") == GRETA])
    assert contacts(ines, "approved") == [BEN, GRETA]
    assert [row.pile for row in ines.suggestions("waiting", kind="interaction")][1:] == ["sure"]
    with ines.app.transaction(ines.acting) as session:
        assert noted_since(session, ines.user_id, MONDAY) == []
    ines.undo(noting)
    assert contacts(ines, "waiting") == [BEN, GRETA]


def test_who_was_struck_out_is_asked_about(ines: Person) -> None:
    with_others_in_copy(ines)
    ines.rule("edit", ines.suggestions("waiting", kind="contact"), **STRUCK)
    ben_writes(ines)
    ines.ask_now()
    assert contacts(ines, "waiting") == [BEN]


@pytest.mark.parametrize("verb", ["refuse", "keep_private"])
def test_whoever_comes_with_somebody_refused_or_private_is_asked_about(ines: Person, verb: Verb) -> None:
    with_others_in_copy(ines)
    ines.rule(verb, ines.suggestions("waiting", kind="contact"))
    ben_writes(ines)
    ines.ask_now()
    assert contacts(ines, "waiting") == [BEN]


def test_who_was_brought_back_is_not_noted_again_unasked(ines: Person) -> None:
    with_others_in_copy(ines)
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ines.publish()
    ben_writes(ines)
    with ines.app.transaction(ines.acting) as session:
        (use,) = noted_since(session, ines.user_id, LATER)
    ines.undo_these([use.decision_id])
    assert contacts(ines, "waiting") == [BEN]
    ines.feed(mail(4, BEN, ines.address, at=LATER_ON, answers=3))
    assert contacts(ines, "waiting") == [BEN]


def test_what_was_said_long_ago_is_asked_again(ines: Person) -> None:
    with_others_in_copy(ines)
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    ben_writes(ines, after=HOLDS)
    assert contacts(ines, "waiting") == [BEN]
