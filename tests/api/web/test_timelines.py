"""Notes by day; sending them tells those who approved them."""

from __future__ import annotations

from uuid import UUID

import pytest

from api.deps import now
from api.web.timelines import found, page_end, position, timeline
from store.people import SignedIn
from store.queries.notes import Narrowed, Position
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"


def reader(person: Person, role: str) -> SignedIn:
    return SignedIn(b"x", "x", person.user_id, person.address, "Petra", frozenset({role}), "Europe/Berlin", "en", 0)


def test_a_look_is_noted_once_and_ones_own_is_not(firm: Firm, ines: Person) -> None:
    petra = firm.person("Petra", "manager")
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    for person, role in ((petra, "manager"), (petra, "manager"), (ines, "rep")):
        with firm.app.transaction(person.acting) as session:
            (day,) = timeline(session, reader(person, role), Narrowed(), "timeline", now()).days
            (entry,) = day.entries
            assert entry.says.bold == "Greta"
            assert entry.by == ("you" if person is ines else "Ines")
    assert ines.count("viewing") == 1


def test_pages_follow_one_another_without_a_gap_and_the_last_one_says_so(
    ines: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 6):
        ines.feed(meeting(f"m{number}", ines.address, GRETA))
    ines.rule("keep_private", ines.suggestions("waiting", kind="interaction")[:2])
    ines.approve_all()
    for module in ("store.queries.directory", "store.queries.kept", "api.web.timelines"):
        monkeypatch.setattr(f"{module}.SHOWN", 2)
    seen, before, pages = [], None, 0
    with ines.app.transaction(ines.acting) as session:
        while pages == 0 or before:
            page = timeline(session, reader(ines, "rep"), Narrowed(before=before), "timeline", now())
            seen += [entry.place.id for day in page.days for entry in day.entries]
            before, pages = page_end({"before": page.older}), pages + 1
    assert (len(seen), len(set(seen)), pages) == (5, 5, 3)


def test_the_end_of_a_page_in_an_address() -> None:
    place = Position(MONDAY, UUID(int=7))
    assert page_end({"before": position(place)}) == place
    for broken in ("", "x", "2026-01-01_x", f"2026-01-01T10:00:00_{UUID(int=7)}", f"_{UUID(int=7)}"):
        assert page_end({"before": broken}) is None


def test_what_is_looked_for_is_found_among_what_is_shared_and_ones_own(firm: Firm, ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    ines.feed(mail(11, GRETA, ines.address), mail(12, ines.address, GRETA, answers=11))
    ines.rule("keep_private", ines.suggestions("waiting"))
    petra = firm.person("Petra", "manager")
    for person, role, titles in ((ines, "rep", ["Matter 11", "Matter 1"]), (petra, "manager", ["Matter 1"])):
        with firm.app.transaction(person.acting) as session:
            page = found(session, reader(person, role), "MATT gre", now())
            assert [entry.says.about for day in page.days for entry in day.entries] == titles
            assert found(session, reader(person, role), " ", now()).days == ()
    assert ines.count("viewing") == 1
