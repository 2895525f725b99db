"""Requests in words, and whom one may ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from api.web.introductions import of_reader, touched
from store.introductions import Answer, answer, ask
from store.people import SignedIn
from tests.api.web.test_maps import tie
from tests.builders import MONDAY, ONE
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"
ME = SignedIn(b"x", "x", ONE, "petra@alder.example", "Petra", frozenset({"rep"}), "Europe/Berlin", "en", 0)


@pytest.mark.parametrize(
    ("said", "tells"),
    [("yes", "Ines will introduce you to Greta."), ("no", "Ines would rather not introduce you to Greta.")],
)
def test_both_sides_in_words(ines: Person, jonas: Person, said: Answer, tells: str) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    with jonas.app.transaction(jonas.acting) as session:
        greta = UUID(str(session.scalar(text("select id from contact"))))
        ask(session, jonas.user_id, ines.user_id, greta, LATER)
        (own,) = of_reader(session, replace(ME, user_id=jonas.user_id), LATER, [greta])
        assert (own.text, own.to_answer) == ("You asked Ines to introduce you to Greta.", False)
        assert of_reader(session, replace(ME, user_id=jonas.user_id), LATER, [ONE]) == []
    with ines.app.transaction(ines.acting) as session:
        (asked,) = of_reader(session, replace(ME, user_id=ines.user_id), LATER)
        assert (asked.text, asked.to_answer) == ("Jonas asks you to introduce them to Greta.", True)
        answer(session, ines.user_id, asked.id, said, LATER)
    with jonas.app.transaction(jonas.acting) as session:
        assert [each.text for each in of_reader(session, replace(ME, user_id=jonas.user_id), LATER)] == [tells]


def test_who_was_in_touch_last_and_whether_one_may_ask() -> None:
    day = MONDAY.date()
    known = [tie(1, 1, last_day=day, ours="Ines"), tie(1, 2, last_day=day - timedelta(days=3), ours="Ines")]
    known += [tie(2, 2, last_day=day - timedelta(days=1), ours="Jonas"), tie(9, 2, mine=True, last_day=day)]
    told = touched(known, [], ME, MONDAY)
    assert [each.text for each in told] == [
        "Ines was in touch with Tomás Ferreira today.", "Jonas was in touch with Tomás Ferreira yesterday.",
    ]  # fmt: skip
    assert [each.may_ask for each in told] == [True, False]
    assert [each.may_ask for each in touched(known, [UUID(int=11)], ME, MONDAY)] == [False, False]
    manager = replace(ME, roles=frozenset({"manager"}))
    assert not any(each.may_ask for each in touched(known, [], manager, MONDAY))
