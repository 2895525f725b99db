"""Whom a reader has just met, in a line."""

from __future__ import annotations

from datetime import timedelta

from api.web.gathering import DUE, NAMED, line
from store.people import SignedIn
from tests.firm import Person
from tests.readings import mail, promising
from tests.store.review.test_gathering import BEN, GRETA, TUESDAY, meets, settled_in


def test_a_few_are_named_with_their_companies_and_the_others_counted(ines: Person) -> None:
    me = SignedIn(b"x", "x", ines.user_id, ines.address, "Ines", frozenset({"rep"}), "Europe/Berlin", "en", 0)
    settled_in(ines)
    with ines.app.transaction(ines.acting) as session:
        assert line(session, me, TUESDAY) == ""
    for number, who in enumerate((GRETA, BEN)):
        meets(ines, who, 10 * number + 11)
    with ines.app.transaction(ines.acting) as session:
        assert (
            line(session, me, TUESDAY) == "2 people you have just met, still writing: Greta (Halden) and Ben (Halden)."
        )
    for number, who in enumerate(("anna", "dora", "emil", "finn", "hugo")):
        meets(ines, f"{who}@halden.example", 10 * number + 41)
    with ines.app.transaction(ines.acting) as session:
        assert (NAMED, DUE) == (5, 3)
        assert line(session, me, TUESDAY).endswith("Emil (Halden) and 2 more.")


def test_what_is_due_to_them_is_told_meanwhile(ines: Person) -> None:
    me = SignedIn(b"x", "x", ines.user_id, ines.address, "Ines", frozenset({"rep"}), "Europe/Berlin", "en", 0)
    settled_in(ines)
    meets(ines)
    letter = mail(13, ines.address, GRETA, answers=11, at=TUESDAY)
    ines.feed(promising(letter, "I send the plan", (TUESDAY + timedelta(days=2)).date()), now=TUESDAY)
    with ines.app.transaction(ines.acting) as session:
        assert line(session, me, TUESDAY).endswith("Greta (Halden). Due on Thu 5 Mar: “I send the plan”.")
