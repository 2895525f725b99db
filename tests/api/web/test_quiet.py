from __future__ import annotations

from datetime import timedelta

import pytest

from api.web.quiet import line, rhythm
from store.people import SignedIn
from tests.firm import Person
from tests.store.test_quiet import GRETA, THEN, looked, weekly


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "every day or so"), (9, "about every 9 days"), (21, "about every 3 weeks"), (95, "about every 3 months")],
)
def test_a_rhythm_is_told_coarsely(days: int, words: str) -> None:
    assert rhythm(days) == words


def test_one_line_says_it(ines: Person) -> None:
    me = SignedIn(b"", "", ines.user_id, ines.address, "Ines", frozenset({"rep"}), "Europe/Berlin", "en", 30)
    weekly(ines, GRETA, 100)
    looked(ines, THEN)
    with ines.app.transaction(ines.acting) as session:
        found = line(session, me, THEN)
        assert line(session, me, THEN + timedelta(days=1)) is None
    assert found
    assert (found.name, found.rest) == (
        "Greta",
        "went quiet: last contact Mon 2 Mar, before that about every 7 days.",
    )
