from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from api.web.ties import reach, ties, why
from store.judgement.relationship import Relationship
from store.people import SignedIn
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


def test_ties_are_told_with_their_reason_and_what_is_behind_it(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    ines.approve_all()
    me = SignedIn(b"x", "x", ines.user_id, ines.address, "Ines", frozenset({"rep"}), ZONE, "en", 0)
    with ines.app.transaction(ines.acting) as session:
        (tie,) = ties(session, me, list(session.scalars(text("select id from contact"))), LATER)
    assert (tie.ours, tie.theirs, tie.strength, tie.tone, tie.mine) == ("Ines", "Greta", "good", "ok", True)
    assert tie.why == "1 meeting and 2 mails in 90 days, last on Mon 2 Mar, both write"
    assert (tie.counted, tie.last) == ("1 meeting and 2 mails", "Mon 2 Mar")
    assert tie.behind.startswith(f"/people/{tie.contact_id}/exchanges?since=")
    assert f"ours={ines.user_id}" in tie.behind
    assert (reach([tie]), reach([tie, replace(tie, user_id=UUID(int=9))]), reach([])) == (
        "1 of us knows 1 of them.", "2 of us know 1 of them.", "",
    )  # fmt: skip
