from __future__ import annotations

from uuid import UUID

from api.web.keys import TABLE
from api.web.preferred import Preferred
from api.web.script import OF_REPS, for_page
from store.people import SignedIn

MINE = Preferred(TABLE, keys_on=True, hold="in 30 s")


def person(*roles: str) -> SignedIn:
    return SignedIn(b"", "token", UUID(int=1), "ines@alder.example", "Ines", frozenset(roles), "UTC", "en", 30)


def test_a_rep_s_page_has_every_key_and_every_text() -> None:
    sent = for_page(person("rep"), MINE)
    assert sent["csrf"] == "token"
    assert {"approve", "undo", "review", "data"} <= set(sent["keys"]["strokes"].values())
    assert "offline" in sent["texts"]


def test_whoever_reviews_nothing_has_no_verbs() -> None:
    actions = set(for_page(person("manager"), MINE)["keys"]["strokes"].values())
    assert not actions & OF_REPS
    assert {"people", "keys", "close"} <= actions
