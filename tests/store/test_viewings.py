from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from store.viewings import Seen, looks_at, note
from tests.builders import MONDAY, ONE, THREE, TWO
from tests.firm import Firm, Person


def look(viewer: Person, *seen: Seen, page: str = "people", at: datetime = MONDAY) -> None:
    with viewer.app.transaction(viewer.acting) as session:
        note(session, viewer.user_id, page, seen, at)


def seen(row_id: UUID, *owners: Person) -> Seen:
    return Seen("interaction", row_id, tuple(owner.user_id for owner in owners))


def looked(owner: Person, limit: int = 100) -> list[tuple[str, UUID, str, datetime]]:
    with owner.app.transaction(owner.acting) as session:
        return [
            (each.viewer, each.row_id, each.page, each.viewed_at)
            for each in looks_at(session, owner.user_id, limit=limit)
        ]


def test_a_look_is_noted_for_every_owner_but_oneself(ines: Person, jonas: Person) -> None:
    look(jonas, seen(ONE, ines, jonas), seen(TWO, jonas))
    assert looked(ines) == [("Jonas", ONE, "people", MONDAY)]
    assert looked(jonas) == []


def test_once_an_hour_for_each_page(ines: Person, jonas: Person) -> None:
    for minutes in (0, 20, 40):
        look(jonas, seen(ONE, ines), at=MONDAY + timedelta(minutes=minutes))
    look(jonas, seen(ONE, ines), page="company")
    assert [at - MONDAY for _, _, page, at in looked(ines) if page == "people"] == [
        timedelta(minutes=40),
        timedelta(0),
    ]  # 09:30 and 09:50 are of one hour, 10:10 of the next
    assert len(looked(ines)) == 3


def test_one_row_twice_on_a_page_is_one_look(ines: Person, jonas: Person) -> None:
    look(jonas, seen(ONE, ines), seen(ONE, ines, ines), seen(TWO, ines))
    assert sorted(row_id for _, row_id, _, _ in looked(ines)) == [ONE, TWO]


def test_nothing_shown_nothing_noted(ines: Person, jonas: Person) -> None:
    look(jonas)
    look(jonas, seen(ONE))
    assert looked(ines) == looked(jonas) == []


def test_the_newest_first_and_no_more_than_asked(ines: Person, jonas: Person) -> None:
    for hours, row_id in enumerate((ONE, TWO, THREE)):
        look(jonas, seen(row_id, ines), at=MONDAY + timedelta(hours=hours))
    assert [row_id for _, row_id, _, _ in looked(ines, limit=2)] == [THREE, TWO]


def test_a_look_tells_the_viewers_roles(firm: Firm, ines: Person) -> None:
    boss = firm.person("Mara", "manager", "admin")
    look(boss, seen(ONE, ines))
    with ines.app.transaction(ines.acting) as session:
        (found,) = looks_at(session, ines.user_id)
    assert (found.viewer, set(found.roles), found.entity) == ("Mara", {"manager", "admin"}, "interaction")


def test_looks_at_ones_notes_are_for_oneself_alone(ines: Person, jonas: Person, firm: Firm) -> None:
    look(jonas, seen(ONE, ines))
    mara = firm.person("Mara", "manager")
    with mara.app.transaction(mara.acting) as session:
        assert looks_at(session, ines.user_id) == []
