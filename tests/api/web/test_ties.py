from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from api.web.ties import ties, why
from store.judgement.relationship import Relationship
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

ZONE = "Europe/Berlin"
GRETA = "greta@halden.example"


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (Relationship("close", 6, 31, MONDAY, "both"), "6 meetings and 31 mails in 90 days, last today, both write"),
        (Relationship("some", 1, 0, MONDAY, "nobody"), "1 meeting in 90 days, last today, nobody writes"),
        (
            Relationship("fading", 0, 0, MONDAY - timedelta(days=100), "we"),
            "nothing in 90 days, last on Sat 22 Nov 2025, only we write",
        ),
    ],
)
def test_a_word_is_explained(known: Relationship, sentence: str) -> None:
    assert why(known, MONDAY.date(), ZONE) == sentence


def test_ties_are_told_with_their_reason(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        (tie,) = ties(session, list(session.scalars(text("select id from contact"))), LATER, ZONE)
    assert (tie.ours, tie.theirs, tie.strength, tie.tone) == ("Ines", "Greta", "good", "ok")
    assert tie.why == "1 meeting and 2 mails in 90 days, last on Mon 2 Mar, both write"
    assert tie.last == "Mon 2 Mar"
