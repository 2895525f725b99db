"""Connected calendars followed by the worker: states, back-off, refused tokens, and nothing lost or doubled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from ingest.calendar_accounts import CALDAV, FEED, CalDavRoom, CalendarServer, FeedRoom, Publisher, turn
from ingest.connect_calendars import NewCalendar, begin
from ingest.errors import Busy, Unavailable
from ingest.gate import Gate, NotYet
from store.errors import NotFound
from tests.firm import LATER, Person
from tests.ingest.calendar_contract import event
from tests.ingest.calendars_connected import followed, of_account, of_feed, opener_of_account
from tests.ingest.connected import SEALER
from tests.ingest.letters import keyed_hash
from tests.ingest.sources.caldav.account import CLOSED_PORT, CalendarAccount
from tests.peers import certificates
from tests.peers.publishing import Reply, Request, Server, serving

HOUR = timedelta(hours=1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(certificates.write(tmp_path)) as running:
        yield running


def test_calendars_are_read_followed_and_compared(ines: Person, calendars: CalendarAccount) -> None:
    calendars.put(1, 2, 3)
    before = calendars.fingerprint()
    following = of_account(ines, calendars)
    following.look()
    assert following.here() == {"1.ics": "waiting", "2.ics": "waiting", "3.ics": "waiting"}
    assert (following.state(), following.asked) == (("up to date", ""), 1)
    assert calendars.fingerprint() == before
    calendars.take(2)
    calendars.put(4)
    calendars.radicale.forget_tokens(calendars.user)
    following.again(LATER + HOUR)
    assert set(following.here()) == {"1.ics", "3.ics", "4.ics"}
    following.again(LATER + 2 * HOUR)
    assert following.asked == 2


def test_a_password_that_is_not_taken_stops_it_and_is_not_tried_again(ines: Person, calendars: CalendarAccount) -> None:
    calendars.put(1)
    following = of_account(ines, calendars, "wrong")
    following.look()
    assert following.state() == ("sign-in needed", "credential")
    assert not followed(ines, following.connection_id)


def test_a_server_that_is_away_is_asked_again_later(ines: Person, calendars: CalendarAccount) -> None:
    calendars.url = f"https://localhost:{CLOSED_PORT}/"
    following = of_account(ines, calendars)
    following.look()
    assert following.state() == ("not reachable", "refused host")
    assert followed(ines, following.connection_id)


def test_a_published_calendar_is_followed_through_everything_that_servers_do(ines: Person, server: Server) -> None:
    def publish(*numbers: int) -> None:
        lines = [line for n in numbers for line in event(n).splitlines(keepends=True)[3:-1]]
        server.pages["/a.ics"] = b"BEGIN:VCALENDAR\r\n" + b"".join(lines) + b"END:VCALENDAR\r\n"

    publish(1, 2)
    following = of_feed(ines, server, "/a.ics")
    following.look()
    here = following.here()
    assert (len(here), following.state()) == (2, ("up to date", ""))
    troubles = [
        (Reply(503, headers={"Retry-After": "30"}), "busy"),
        (Reply(200, b"<html>"), "malformed"),
        (Reply(404), "declined"),
    ]
    for number, (reply, reason) in enumerate(troubles, start=1):
        server.answering = partial(_always, reply)
        following.again(LATER + number * HOUR)
        assert (following.state(), following.here()) == (("not reachable", reason), here)
    server.answering = lambda _: None
    publish(2, 3)
    following.again(LATER + 5 * HOUR)
    assert (len(following.here()), following.asked, following.state()) == (2, 2, ("up to date", ""))
    server.answering = lambda _: Reply(410)
    following.again(LATER + 6 * HOUR)
    assert following.state() == ("sign-in needed", "credential")


def _always(reply: Reply, _: Request) -> Reply:
    return reply


def test_a_room_opens_its_own_kind_for_its_owner_alone(ines: Person, jonas: Person, calendars: CalendarAccount) -> None:
    following = of_account(ines, calendars)
    rooms = [CalDavRoom(SEALER, opener_of_account(calendars)), FeedRoom(SEALER, opener_of_account(calendars))]
    assert [room.provider for room in rooms] == [CALDAV, FEED]
    for room, who in ((rooms[1], ines), (rooms[0], jonas)):
        with pytest.raises(NotFound), room.visit(who.worker, who.user_id, following.connection_id):
            pass


def test_settings_come_back_as_they_were() -> None:
    at = CalendarServer("https://dav.example:8443/x/", "jo", ("Home",), ("Team",))
    assert CalendarServer.of(at.as_settings()) == at
    assert (at.host, at.oauth, "secret" in repr(at.account("secret"))) == ("dav.example", "", False)
    feed = Publisher("calendars.example")
    assert Publisher.of(feed.as_settings()) == feed
    assert (feed.user, feed.oauth) == ("", "")


def test_the_gate_learns_whether_a_server_answers(ines: Person, server: Server) -> None:
    gate = Gate(ines.worker, keyed_hash, lambda: LATER, chance=lambda: 1.0)
    with turn(gate, "dav.example", "jo"):
        pass
    with pytest.raises(Busy), turn(gate, "dav.example", "jo"):
        raise Busy("too many", whole=False)
    with pytest.raises(Unavailable), turn(gate, "dav.example", "jo"):
        raise Unavailable("away", 60)
    with pytest.raises(NotYet), turn(gate, "dav.example", "ada"):
        pass
    room = FeedRoom(SEALER, of_feed(ines, server, "/none.ics").follower.mailroom.of["feed"].opener, gate)  # type: ignore[attr-defined]
    new = NewCalendar("Board", Publisher("localhost"), server.url("/b.ics"))
    with ines.app.transaction(ines.acting) as session:
        connection_id = begin(session, SEALER, ines.user_id, new, LATER)
    server.pages["/b.ics"] = event(1)
    with room.visit(ines.worker, ines.user_id, connection_id) as source:
        assert [ref.name for ref in source.collections()] == ["Board"]
