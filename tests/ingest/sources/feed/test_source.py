"""Published calendars at a real web server, through the contract and beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.raw import RawItem
from ingest.errors import Busy, CredentialsRejected, CursorExpired, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard, RefusedHost, allowed_networks
from ingest.https import Asker, url_of
from ingest.protocol import BatchLimits, Cursor, Versions
from ingest.sources.feed.source import FEED, FeedSource, Position
from tests.ingest.calendar_contract import CalendarContract, CalendarMirror, CalendarPlace, event
from tests.ingest.source_contract import Place, expected
from tests.peers import certificates
from tests.peers.publishing import Reply, Request, Server, serving

CLOSED_PORT = 9
PATH = "/calendars/private-5f2c/basic.ics"


class FeedPlace(CalendarPlace):
    """The contract's place: one published calendar."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self.server = server
        self.address = server.url(PATH)
        self.events: dict[int, bytes] = {}
        self._sources: list[FeedSource] = []
        self.publish()

    def publish(self) -> None:
        lines = [line for each in self.events.values() for line in each.splitlines(keepends=True)[3:-1]]
        head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Nordlicht//EN\r\nMETHOD:PUBLISH\r\n"
        self.server.pages[PATH] = head + b"".join(lines) + b"END:VCALENDAR\r\n"

    def open(self, limits: BatchLimits | None = None, known: Versions | None = None) -> FeedSource:
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={self.server.port},{CLOSED_PORT}"), refusing_seconds=0.2)
        asker = Asker(guard, self.server.trust(), 10.0)
        made = FeedSource(url_of(self.address), "Team", asker, known or self.memory, limits)
        self._sources.append(made)
        return made

    def close(self) -> None:
        for source in self._sources:
            source.close()

    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        self.events |= {number: event(number, body, size) for number in numbers}
        self.publish()

    def take(self, number: int) -> None:
        del self.events[number]
        self.publish()

    def hide(self) -> None:
        self.address = f"https://localhost:{CLOSED_PORT}{PATH}"

    def fingerprint(self) -> str:
        assert {request.method for request in self.server.asked} <= {"GET"}
        return repr(self.server.pages)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(certificates.write(tmp_path)) as running:
        yield running


@pytest.fixture
def feed(server: Server) -> Iterator[FeedPlace]:
    made = FeedPlace(server)
    yield made
    made.close()


class TestFeed(CalendarContract):
    many = 2_000
    several = 450

    @pytest.fixture
    def place(self, feed: FeedPlace) -> Place:
        self.memory = feed.memory
        return feed


class TestFeedWithDatesAlone(CalendarContract):
    """A server without ETags."""

    several = 250

    @pytest.fixture
    def place(self, feed: FeedPlace) -> Place:
        self.memory, feed.server.tags = feed.memory, False
        return feed


def mirror_of(feed: FeedPlace) -> CalendarMirror:
    source = feed.open()
    return CalendarMirror(source, next(iter(source.collections())), memory=feed.memory)


def follow(mirror: CalendarMirror, feed: FeedPlace) -> list[RawItem]:
    """A pass of its own; what it handed over."""
    mirror.source = feed.open()
    list(mirror.source.collections())
    return [item for batch in mirror.follow() for item in batch.items]


def test_a_calendar_that_did_not_change_is_not_sent_again(feed: FeedPlace) -> None:
    feed.put(1, 2)
    mirror = mirror_of(feed)
    mirror.follow()
    feed.server.asked.clear()
    assert follow(mirror, feed) == []
    (asked,) = feed.server.asked
    assert asked.headers["If-None-Match"]
    feed.put(3)
    assert len(follow(mirror, feed)) == 1


def test_a_calendar_written_anew_each_time_is_the_same_calendar(feed: FeedPlace) -> None:
    feed.put(1, 2)
    mirror = mirror_of(feed)
    mirror.follow()
    feed.server.pages[PATH] = feed.server.pages[PATH].replace(b"DTSTAMP:20260301", b"DTSTAMP:20260302")
    assert follow(mirror, feed) == []
    assert follow(mirror, feed) == []
    assert feed.server.asked[-1].headers["If-None-Match"]


def test_without_what_is_kept_a_change_means_to_list_again(feed: FeedPlace) -> None:
    feed.put(1)
    source = feed.open(known=None)
    (batch,) = source.changes(next(iter(source.collections())), None)
    feed.put(2)
    feed.memory.words.clear()
    with pytest.raises(CursorExpired):
        list(feed.open().changes(next(iter(source.collections())), batch.cursor))
    with pytest.raises(CursorExpired):
        Position.of(Cursor("[1]"))


def test_a_first_listing_that_was_broken_off_goes_on_where_it_was(feed: FeedPlace) -> None:
    feed.put(*range(10))
    source = feed.open(BatchLimits(items=4))
    mirror = CalendarMirror(source, next(iter(source.collections())), memory=feed.memory)
    mirror.apply(next(source.changes(mirror.collection, None)))
    assert len(follow(mirror, feed)) == 6
    assert mirror.payloads() == expected(*range(10))


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(401), CredentialsRejected),
        (Reply(410), CredentialsRejected),
        (Reply(404), SourceError),
        (Reply(429, headers={"Retry-After": "120"}), Busy),
        (Reply(503, headers={"Retry-After": "Thu, 01 Jan 2099 00:00:00 GMT"}), Busy),
        (Reply(500), Unavailable),
        (Reply(200, b"<html>Sign in</html>"), Malformed),
        (Reply(200, b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n"), Malformed),
        (Reply(200, b""), Malformed),
        (Reply(304), Malformed),
        (Reply(302, headers={"Location": PATH}), SourceError),
        (Reply(302), SourceError),
        (Reply(302, headers={"Location": "http://localhost/"}), SourceError),
        (Reply(302, headers={"Location": "https://169.254.169.254/latest/"}), RefusedHost),
        (Reply(302, headers={"Location": "https://localhost:22/"}), RefusedHost),
        (Reply(200, b"BEGIN:VC", {"Content-Length": "9000"}), Unavailable),
        (Reply(200, b"", {"Content-Length": "99000000"}), Malformed),
        (Reply(200, b"\x1f\x8b", {"Content-Encoding": "gzip"}), Malformed),
    ],
)
def test_an_answer_that_is_no_calendar_is_an_error_and_loses_nothing(
    feed: FeedPlace, reply: Reply, error: type[SourceError]
) -> None:
    feed.put(1, 2)
    mirror = mirror_of(feed)
    mirror.follow()
    reached = mirror.cursor
    feed.server.answering = lambda _: reply
    source = feed.open()
    with pytest.raises(error):
        list(source.changes(mirror.collection, None if reply.status == 304 else reached))
    with pytest.raises(error):
        list(feed.open().changes(mirror.collection, None))
    assert mirror.cursor == reached
    feed.server.answering = lambda _: None
    feed.put(3)
    assert [len(item.payload) > 0 for item in follow(mirror, feed)] == [True]
    assert mirror.payloads() == expected(1, 2, 3)


def test_redirects_are_followed_to_where_the_calendar_is_now(feed: FeedPlace) -> None:
    feed.put(1)
    moved = {"/old": "/older", "/older": PATH}

    def answer(request: Request) -> Reply | None:
        return Reply(301, headers={"Location": moved[request.path]}) if request.path in moved else None

    feed.server.answering = answer
    feed.address = f"webcal://localhost:{feed.server.port}/old"
    mirror = mirror_of(feed)
    mirror.follow()
    assert mirror.payloads() == expected(1)


def test_an_event_too_large_to_read_is_told_each_time_it_may_have_changed(feed: FeedPlace) -> None:
    feed.put(1, size=1_200_000)
    mirror = mirror_of(feed)
    mirror.follow()
    feed.put(2)
    follow(mirror, feed)
    assert (mirror.payloads(), len(mirror.refused)) == (expected(2), 1)


def test_a_calendar_of_too_many_events_is_refused(feed: FeedPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.calendars.EVENTS", 2)
    feed.put(1, 2, 3)
    with pytest.raises(SourceError, match="more than"):
        list(feed.open().collections())


def test_the_cursor_keeps_no_word_that_is_too_long(feed: FeedPlace) -> None:
    feed.put(1)
    feed.server.answering = lambda _: Reply(200, feed.server.pages[PATH], {"ETag": '"' + "x" * 900 + '"'})
    mirror = mirror_of(feed)
    mirror.follow()
    assert Position(digest=Position.of(mirror.cursor or Cursor("")).digest).cursor() == mirror.cursor
    assert mirror.collection.remote_id == FEED
