from __future__ import annotations

import pytest

from api.cli import google as command
from api.cli import stack
from api.cli.histories import history
from ingest.connect import Opener
from ingest.connect_google import Account, Accounts, CalendarFound, begin
from ingest.google_access import Access
from ingest.grants import Grant
from ingest.settings import IngestSettings
from store.crypto import Sealer
from store.errors import NotFound
from tests.api.visiting import OPENER
from tests.firm import LATER, Person
from tests.ingest.google.signing_in import endpoint
from tests.ingest.source_contract import payload
from tests.peers.google import gmail
from tests.peers.google.calendar import SCOPES
from tests.peers.google.clients import roots
from tests.peers.google.server import SOMEBODY, Google


@pytest.mark.usefixtures("installation")
def test_it_says_where_somebody_signs_in(ines: Person, capsys: pytest.CaptureFixture[str]) -> None:
    command.google("ines")
    assert "/connections/google, and says there" in capsys.readouterr().out
    with pytest.raises(NotFound, match="connect google"):
        command.google("ines", ines.address, without=["Fairs"])


@pytest.mark.usefixtures("installation")
def test_calendars_are_shown_and_chosen_and_a_mailbox_s_past_is_previewed(
    google: Google, ines: Person, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    google.calendars[SOMEBODY].add("team@group", "Team", role="reader")
    person = google.grants.at_the_screen
    assert person
    kept: list[Accounts] = []

    def accounts(settings: IngestSettings, opener: Opener, sealer: Sealer) -> Accounts:
        kept.append(Accounts(Access(sealer, endpoint(google)), roots(google)))
        if len(kept) == 1:
            grant = Grant(google.grants.sign_in(person, *SCOPES, *gmail.SCOPES))
            account = Account(SOMEBODY, "1", grant, ("mail", "calendars"))
            with ines.app.transaction(ines.acting) as session:
                begin(session, sealer, ines.user_id, account, LATER)
        return kept[-1]

    for module in ("google.connect_google", "histories"):
        monkeypatch.setattr(f"api.cli.{module}.accounts_of", accounts)
    with stack.opened() as opened:
        accounts(IngestSettings(), OPENER, opened.unlocked.sealer)
    command.google("ines", SOMEBODY)
    assert capsys.readouterr().out == f"read      {SOMEBODY}\nnot read  Team  (shared)\n"
    command.google("ines", SOMEBODY, without=[SOMEBODY], also=["Team"], yes=True)
    assert capsys.readouterr().out == f"not read  {SOMEBODY}\nread      Team  (shared)\n"
    google.mailboxes[SOMEBODY].put(payload(1), at=1_772_000_000_000)
    history(SOMEBODY, "ines", everything=True)
    assert "Google has 1 messages of that time, the oldest of 2026-02-25. That takes" in capsys.readouterr().out


def test_a_calendar_is_a_line() -> None:
    assert command.shown(CalendarFound("Team", foreign=True, read=False)) == "not read  Team  (shared)"
    assert command.shown(CalendarFound("Jo", foreign=False, read=True)) == "read      Jo"
