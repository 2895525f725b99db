from __future__ import annotations

from datetime import timedelta

from ingest.pausing import ends, pause_all, resume_all, resume_due
from store.connections import Place, connect
from tests.builders import MONDAY
from tests.firm import Person


def test_what_is_not_followed_is_not_paused(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        connect(session, ines.user_id, Place("files", "/mail"), MONDAY)
        pause_all(session, ines.user_id, MONDAY + timedelta(hours=1))
        assert ends(session, ines.user_id) == {}
        resume_all(session, ines.user_id, MONDAY)
        resume_due(session, ines.user_id, MONDAY)
