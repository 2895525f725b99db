"""The words on fields that go on, as the database holds them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from store.models.shared.deal import Deal
from store.review.courses import columns, words_on
from tests.firm import Person
from tests.readings import dealing, mail

GRETA = "greta@halden.example"


def test_words_of_a_deal_are_of_the_day_of_their_mail(ines: Person) -> None:
    ines.feed(dealing(mail(1, GRETA, ines.address), "asked", "buyer"), mail(2, ines.address, GRETA, answers=1))
    ines.rule("edit", ines.suggestions("waiting", kind="interaction"), expected_on="2026-05-01")
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        rows = session.scalars(select(Deal.id)).all()
        words = words_on(session, "deal", rows)
        assert [(word.value, word.is_typed, word.on) for word in words["stage"]] == [("asked", False, date(2026, 3, 2))]
        assert [(word.value, word.is_typed) for word in words["expected_on"]] == [("2026-05-01", True)]
        assert columns(session, "deal", rows)["stage_since"] == "2026-03-02"
        assert columns(session, "contact", rows) == {}
