"""Where a rep parts a meeting from the mails noted with it: the page offers it, and the way back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from api.routes.parting import router
from store.models.private.message import Meeting
from tests.api.visiting import Browser
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting, with_title

GRETA = "greta@halden.example"


def path(suggestion_id: UUID, how: str) -> str:
    return str(router.url_path_for("apart_or_together", suggestion_id=str(suggestion_id), how=how))


def test_a_meeting_is_noted_apart_and_together_again(ines_browser: Browser, ines: Person) -> None:
    after = with_title(mail(1, ines.address, GRETA, at=MONDAY + timedelta(hours=2)), "Pilot review")
    ines.feed(meeting("a", ines.address, GRETA), after)
    (row,) = [each for each in ines.suggestions("waiting") if each.kind == "interaction"]
    for how, offered, parted in (
        ("apart", "Note its mails apart", True),
        ("together", "Note its mails together", False),
    ):
        assert offered in ines_browser.get("/").text
        assert ines_browser.post(path(row.id, how)).status_code == 303
        with ines.app.transaction(ines.acting) as session:
            assert session.scalars(select(Meeting.parted)).one() is parted
    assert ines_browser.post(path(ines.user_id, "apart")).status_code == 404
