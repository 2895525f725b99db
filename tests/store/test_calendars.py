from __future__ import annotations

from store.calendars import end, renew, version
from store.preferences import preferences
from tests.firm import Person


def test_one_version_holds_and_none_that_was_before(ines: Person, jonas: Person) -> None:
    seen = []
    with ines.app.transaction(ines.acting) as session:
        for change in (end, renew, renew, end, renew):
            change(session, ines.user_id)
            seen.append(version(session, ines.user_id))
        assert preferences(session, ines.user_id).hold == "30 s"  # all else as for everybody
    assert seen == [0, 1, 2, -2, 3]
    with jonas.app.transaction(jonas.acting) as session:
        assert version(session, jonas.user_id) == 0
