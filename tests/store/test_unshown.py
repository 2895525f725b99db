"""A line that its rep does not show is gone for everybody else, with what is behind it; the notes stay."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store.errors import NotFound
from store.queries.behind import Behind, exchanges
from store.queries.relationships import ties
from store.unshown import hide, show
from tests.builders import MONDAY, ONE
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def seen(reader: Person, of: Person, greta: UUID) -> tuple[list[bool], int]:
    """Whether each line is unshown, and how many exchanges say so to a reader."""
    with reader.app.transaction(reader.acting) as session:
        lines = [tie.unshown for tie in ties(session, [greta], LATER)]
        return lines, len(exchanges(session, Behind("contact", [greta], MONDAY, LATER, ours=of.user_id)))


def test_hidden_for_all_others_and_shown_again(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        greta = UUID(str(session.scalar(text("select id from contact"))))
        for _ in range(2):
            hide(session, ines.user_id, greta)
    assert seen(jonas, ines, greta) == ([True], 0)
    assert seen(ines, ines, greta) == ([True], 2)
    with jonas.app.transaction(jonas.acting) as session:
        assert len(exchanges(session, Behind("contact", [greta], MONDAY, LATER))) == 2
        show(session, ines.user_id, greta)
    assert seen(jonas, ines, greta) == ([True], 0)
    with pytest.raises(DBAPIError, match="row-level security"), jonas.app.transaction(jonas.acting) as session:
        hide(session, ines.user_id, greta)
    with ines.app.transaction(ines.acting) as session:
        show(session, ines.user_id, greta)
    assert seen(jonas, ines, greta) == ([False], 2)


def test_of_nobody_there_is_no_line(ines: Person) -> None:
    with pytest.raises(NotFound), ines.app.transaction(ines.acting) as session:
        hide(session, ines.user_id, ONE)
