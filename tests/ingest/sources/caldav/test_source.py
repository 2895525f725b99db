"""Calendars through the contract on a real server, and beyond it on one that lies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest

from extract.raw import RawItem
from ingest.calendar_reading import Reading
from ingest.errors import Busy, CollectionUnavailable, CredentialsRejected, CursorExpired, SourceError, Unavailable
from ingest.protocol import BatchLimits, NoVersions, Source, Surveys
from ingest.sources.caldav.source import CalDavSource, word_of
from tests.ingest.calendar_contract import CalendarContract, CalendarMirror, event
from tests.ingest.source_contract import Place, expected
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.ingest.sources.caldav.lying import LyingServer, told
from tests.peers.publishing import Reply, Request

SMALL = Reading(limits=BatchLimits(items=4))


class TestCalendar(CalendarContract):
    @pytest.fixture
    def place(self, calendars: CalendarAccount) -> Place:
        self.memory = calendars.memory
        return calendars

    def test_batches_are_bounded_in_bytes(self, place: Place, source: Source) -> None:
        """With less to hold than elsewhere: the server takes seconds to write a megabyte."""
        assert isinstance(place, CalendarAccount)
        place.put(*range(4), size=30_000)
        source = place.open(Reading(limits=BatchLimits(size=100_000)))
        batches = list(source.changes(self.collection(source), None))
        sizes = [sum(len(item.payload) for item in batch.items) for batch in batches]
        assert max(sizes) <= 100_000
        assert len(sizes) == 2


def mirror_of(liar: LyingServer, reading: Reading | None = None) -> CalendarMirror:
    source = liar.source(reading)
    return CalendarMirror(source, next(iter(source.collections())), memory=liar.memory)


def follow(mirror: CalendarMirror, liar: LyingServer, reading: Reading | None = None) -> list[str]:
    """A pass of its own; what it handed over."""
    mirror.source = liar.source(reading)
    list(mirror.source.collections())
    return [item.remote_id for batch in mirror.follow() for item in batch.items]


def fill(liar: LyingServer, *numbers: int) -> None:
    for number in numbers:
        liar.put(str(number), event(number))


def test_a_token_refused_by_the_real_server_costs_what_differs_and_no_more(calendars: CalendarAccount) -> None:
    calendars.put(*range(6))
    source = calendars.open()
    mirror = CalendarMirror(source, next(iter(source.collections())), memory=calendars.memory)
    mirror.follow()
    calendars.radicale.forget_tokens(calendars.user)
    calendars.take(2)
    calendars.put(3, body="Friday suits me better.")
    calendars.put(7)
    mirror.order.clear()
    mirror.source = calendars.open()
    mirror.follow()
    assert sorted(mirror.order) == ["3.ics", "7.ics"]
    assert {item.remote_id for item in mirror.items.values()} == {f"{n}.ics" for n in (0, 1, 3, 4, 5, 7)}
    assert calendars.open().changes(mirror.collection, mirror.cursor) is not None
    assert follow_again(calendars, mirror) == []


def follow_again(calendars: CalendarAccount, mirror: CalendarMirror) -> list[RawItem]:
    mirror.source = calendars.open()
    return [item for batch in mirror.follow() for item in batch.items]


def test_a_calendar_whose_state_is_known_is_not_opened(liar: LyingServer) -> None:
    fill(liar, 1)
    mirror = mirror_of(liar)
    mirror.follow()
    liar.server.asked.clear()
    assert follow(mirror, liar) == []
    assert [request.method for request in liar.server.asked] == ["PROPFIND", "PROPFIND"]


@pytest.mark.parametrize("tokens", [True, False])
def test_what_changed_is_found_with_tokens_and_without(liar: LyingServer, *, tokens: bool) -> None:
    liar.first_token = 0 if tokens else None
    fill(liar, *range(5))
    mirror = mirror_of(liar)
    mirror.follow()
    liar.remove("4")
    fill(liar, 5)
    liar.put("1", event(1, "Friday suits me better."))
    assert sorted(follow(mirror, liar)) == ["1.ics", "5.ics"]
    assert sorted(mirror.items) == ["0.ics", "1.ics", "2.ics", "3.ics", "5.ics"]
    assert follow(mirror, liar) == []


def test_without_what_is_kept_a_refused_token_means_to_list_again(liar: LyingServer) -> None:
    fill(liar, 1)
    mirror = mirror_of(liar)
    mirror.follow()
    fill(liar, 2)
    liar.first_token = 2
    source = CalDavSource(liar.account(), liar.asker(), NoVersions())
    with pytest.raises(CursorExpired):
        list(source.changes(mirror.collection, mirror.cursor))


def test_a_refused_token_in_the_middle_of_a_first_listing_loses_nothing(liar: LyingServer) -> None:
    fill(liar, *range(10))
    mirror = mirror_of(liar, SMALL)
    mirror.apply(next(mirror.source.changes(mirror.collection, None)))
    liar.remove("0")
    fill(liar, 10)
    liar.first_token = 12
    follow(mirror, liar, SMALL)
    assert mirror.payloads() == expected(*range(1, 11))
    assert len(mirror.order) == len(set(mirror.order))


def test_cursors_do_not_move_before_all_that_they_say_was_handed_over(liar: LyingServer) -> None:
    fill(liar, 0)
    mirror = mirror_of(liar)
    mirror.follow()
    before = mirror.cursor
    fill(liar, *range(1, 10))
    batches = list(liar.source(SMALL).changes(mirror.collection, before))
    assert [batch.cursor == before for batch in batches] == [True, True, False]
    mirror.apply(batches[0])  # and then the line breaks
    follow(mirror, liar)
    assert mirror.payloads() == expected(*range(10))


def test_a_history_comes_in_stretches(liar: LyingServer) -> None:
    fill(liar, *range(9))
    reading = Reading(limits=BatchLimits(items=2, history=4))
    mirror = mirror_of(liar, reading)
    left = [[batch.left for batch in mirror.follow()] for _ in range(3)]
    assert left == [[7, 5], [3, 1], [0]]
    assert mirror.payloads() == expected(*range(9))


def test_a_window_leaves_out_what_is_over_and_is_widened(liar: LyingServer) -> None:
    liar.put("old", event(1).replace(b"DTSTART:2026", b"DTSTART:2016"))
    fill(liar, 2)
    reading = Reading(since=date(2026, 1, 1))
    mirror = mirror_of(liar, reading)
    mirror.follow()
    assert sorted(mirror.items) == ["2.ics"]
    assert liar.source(reading).survey(mirror.collection, mirror.cursor).older == 1
    assert follow(mirror, liar) == ["old.ics"]
    assert follow(mirror, liar, reading) == []
    assert sorted(mirror.items) == ["2.ics", "old.ics"]


def test_a_survey_says_what_is_there_and_what_a_cursor_claims(liar: LyingServer) -> None:
    fill(liar, *range(6))
    mirror = mirror_of(liar, SMALL)
    first = next(mirror.source.changes(mirror.collection, None))
    source = liar.source(SMALL)
    assert isinstance(source, Surveys)
    survey = source.survey(mirror.collection, first.cursor)
    assert survey.there == {f"{number}.ics" for number in range(6)}
    assert survey.claimed == {item.remote_id for item in first.items}
    assert source.survey(mirror.collection, None).claimed == frozenset()
    asked = [item.remote_id for batch in source.items(mirror.collection, ["1.ics", "9.ics"]) for item in batch.items]
    assert asked == ["1.ics"]
    assert list(source.items(mirror.collection, [])) == []
    assert len(list(source.slow_items(mirror.collection, ["1.ics"], first_part=False))) == 1
    assert list(source.slow_items(mirror.collection, ["1.ics"], first_part=True)) == []


def test_an_unnamed_version_is_loaded_each_time_it_is_compared(liar: LyingServer) -> None:
    liar.first_token = None
    liar.lie = lambda request: _without_tags(liar, request)
    fill(liar, 1)
    mirror = mirror_of(liar)
    mirror.follow()
    fill(liar, 2)
    assert sorted(follow(mirror, liar)) == ["1.ics", "2.ics"]
    assert word_of('"a"') != '"a"'


def _without_tags(liar: LyingServer, request: Request) -> Reply | None:
    if request.method == "GET":
        return None
    lie, liar.lie = liar.lie, lambda _: None
    reply = liar.answer(request)
    liar.lie = lie
    return Reply(reply.status, reply.body.replace(b"getetag", b"no-tag"))


LIES: dict[str, tuple[Reply, type[SourceError]]] = {
    "not let in": (Reply(401), CredentialsRejected),
    "one calendar closed": (Reply(403), CollectionUnavailable),
    "too many questions": (Reply(429, headers={"Retry-After": "60"}), Busy),
    "down": (Reply(503), Busy),
    "broken": (Reply(500), Unavailable),
    "a page that breaks off": (Reply(207, b"<multistatus xmlns='DAV:'>"), SourceError),
    "a page of another kind": (Reply(207, b"<html/>"), SourceError),
    "no token": (told(), SourceError),
    "a circle": (Reply(302, headers={"Location": "/dav/jo/work/"}), SourceError),
    "another house": (Reply(302, headers={"Location": "https://127.0.0.1/"}), SourceError),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_while_changes_are_told_loses_and_doubles_nothing(liar: LyingServer, lie: str) -> None:
    fill(liar, *range(5))
    mirror = mirror_of(liar)
    mirror.follow()
    reached, (reply, error) = mirror.cursor, LIES[lie]
    liar.remove("3")
    fill(liar, 5, 6)
    liar.lie = lambda request: reply if b"sync-collection" in request.body else None
    with pytest.raises(error):
        follow(mirror, liar)
    assert (mirror.cursor, mirror.payloads()) == (reached, expected(*range(5)))
    liar.lie = lambda _: None
    follow(mirror, liar)
    assert mirror.payloads() == expected(0, 1, 2, 4, 5, 6)
    assert len(mirror.order) == len(set(mirror.order))


def test_a_line_cut_anywhere_in_a_first_listing_is_taken_up_there(liar: LyingServer) -> None:
    fill(liar, *range(12))
    mirror = mirror_of(liar, SMALL)

    def cut(after: int) -> Iterator[Reply | None]:
        yield from [None] * after
        while True:
            yield Reply(503)

    for after in range(40):
        liar.lie = partial(_instead, cut(after))
        try:
            follow(mirror, liar, SMALL)
        except Unavailable:
            continue
        break
    assert mirror.payloads() == expected(*range(12))
    assert len(mirror.order) == len(set(mirror.order))


def _instead(replies: Iterator[Reply | None], request: Request) -> Reply | None:
    return next(replies) if b"multiget" in request.body else None


def test_a_calendar_that_is_not_there_any_more_is_an_error_and_not_empty(liar: LyingServer) -> None:
    fill(liar, 1)
    mirror = mirror_of(liar)
    liar.lie = lambda request: told() if request.headers.get("Depth") == "1" else None
    with pytest.raises(Unavailable):
        list(liar.source().changes(mirror.collection, None))
