from __future__ import annotations

import pytest

from api.cli import google as command
from ingest.connect_google import CalendarFound
from store.errors import NotFound
from tests.firm import Person


@pytest.mark.usefixtures("installation")
def test_it_says_where_somebody_signs_in(ines: Person, capsys: pytest.CaptureFixture[str]) -> None:
    command.google("ines")
    assert "/connections/google, and says there" in capsys.readouterr().out
    with pytest.raises(NotFound, match="connect google"):
        command.google("ines", ines.address, without=["Fairs"])


def test_a_calendar_is_a_line() -> None:
    assert command.shown(CalendarFound("Team", foreign=True, read=False)) == "not read  Team  (shared)"
    assert command.shown(CalendarFound("Jo", foreign=False, read=True)) == "read      Jo"
