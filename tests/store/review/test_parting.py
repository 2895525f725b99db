"""A meeting is parted from its mails by its owner alone, and only where there is one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from store.errors import NotFound
from store.models.due import Due
from store.models.private.message import Meeting
from store.review.parting import part
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"


def test_it_is_said_of_the_meeting_which_is_judged_again(ines: Person) -> None:
    ines.feed(meeting("a", ines.address, GRETA, at=MONDAY))
    (note,) = ines.suggestions("waiting", kind="interaction")
    with ines.app.transaction(ines.acting) as session:
        part(session, ines.user_id, note.id, LATER, apart=True)
    with ines.worker.transaction(ines.acting) as session:
        row = session.scalars(select(Meeting)).one()
        assert row.parted
        assert str(row.id) in session.scalars(select(Due.reference).where(Due.kind == "meeting_ended")).all()


def test_of_a_mail_somebody_elses_note_or_a_settled_one_there_is_nothing_to_part(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, ines.address, GRETA), mail(2, GRETA, ines.address, answers=1))
    ines.feed(meeting("a", ines.address, GRETA, at=MONDAY + timedelta(days=1)))
    noted = {row.fields["kind"]: row.id for row in ines.suggestions("waiting", kind="interaction")}
    for person, kind in ((ines, "mail"), (jonas, "meeting")):
        with pytest.raises(NotFound), person.app.transaction(person.acting) as session:
            part(session, person.user_id, noted[kind], LATER, apart=True)
    ines.approve_all()
    with pytest.raises(NotFound), ines.app.transaction(ines.acting) as session:
        part(session, ines.user_id, noted["meeting"], LATER, apart=True)
