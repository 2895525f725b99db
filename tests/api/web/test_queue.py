from __future__ import annotations

from datetime import timedelta

import pytest

from api.deps import now
from api.web import queue
from store.people import SignedIn
from store.queries.review import Part
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"


@pytest.fixture
def me(ines: Person) -> SignedIn:
    return SignedIn(b"", "", ines.user_id, ines.address, "Ines", frozenset({"rep"}), "UTC", "en", 30)


@pytest.fixture
def long(ines: Person) -> Person:
    """More wait than are drawn at once."""
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    days = (timedelta(days=number) for number in range(80))
    ines.feed(*(mail(100 + at, GRETA, ines.address, at=MONDAY + day) for at, day in enumerate(days)))
    return ines


def test_a_long_queue_is_drawn_in_parts_that_meet(long: Person, me: SignedIn) -> None:
    waiting = {row.id for row in long.suggestions("waiting")}
    with long.app.transaction(long.acting) as session:
        drawn = {}
        for pile in queue.piles(session, me, now()):
            ids = [one.item.id for one in pile.items]
            assert len(ids) <= queue.SURE + queue.LOOK
            while len(ids) < len(pile.items) + pile.beyond:
                further = queue.more(session, me, now(), Part(pile=pile.name, after=ids[-1]))
                assert 0 < len(further) <= queue.NEXT
                ids += [one.item.id for one in further]
            drawn[pile.name] = ids
    every = [id_ for ids in drawn.values() for id_ in ids]
    assert set(every) == waiting
    assert len(every) == len(waiting) > queue.SURE + queue.LOOK


def test_only_the_newest_where_that_is_asked(long: Person, me: SignedIn) -> None:
    since = MONDAY + timedelta(days=78)
    with long.app.transaction(long.acting) as session:
        piles = queue.piles(session, me, now(), since)
    found = [one.item.happened_at for pile in piles for one in pile.items]
    assert found
    assert min(found) >= since


def test_what_changed_shows_both_values(ines: Person, me: SignedIn) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    (note,) = ines.suggestions("waiting", kind="interaction")
    with ines.app.transaction(ines.acting) as session:
        (one,) = queue.again(session, me, now(), [note.id], {"title": "Something else"})
        assert [(line.theirs, line.yours) for line in one.conflict] == [("Matter 1", "Something else")]
        (same,) = queue.again(session, me, now(), [note.id], {"title": "Matter 1"})
        assert same.conflict == ()
        assert same.note
        (plain,) = queue.shown(session, me, now(), [one.item])
    assert plain.conflict == ()
    assert plain.evidence.rows[0].number == 1
