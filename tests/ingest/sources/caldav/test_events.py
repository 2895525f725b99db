"""The events of a calendar: listed, changed and loaded, whatever the server leaves out or makes up."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extract.raw import CALENDAR, UNKNOWN, RawItem
from ingest.errors import CursorExpired, Malformed
from ingest.protocol import Refused
from ingest.sources.caldav.calendars import calendars_of
from ingest.sources.caldav.events import NOT_GIVEN, TOO_LARGE, Entry, Events
from tests.ingest.calendar_contract import event
from tests.ingest.sources.caldav.lying import WORK, LyingServer, gone, has, told
from tests.peers.publishing import Reply, Request


def events_of(liar: LyingServer) -> Events:
    conversation = liar.conversation()
    (calendar,) = calendars_of(conversation, liar.account().url)
    return Events(conversation, calendar)


def entry(name: str, size: int | None = None) -> Entry:
    return Entry(name, None, '"1"', size)


def test_a_listing_is_in_the_order_of_the_changes(liar: LyingServer) -> None:
    when = "<getlastmodified>Mon, 02 Mar 2026 08:0{}:00 GMT</getlastmodified><getcontentlength>12</getcontentlength>"
    task = "<getcontenttype>text/calendar; charset=utf-8; component=VTODO</getcontenttype>"
    listing = told(
        has(WORK, ""),
        has(f"{WORK}1.ics", when.format(1)),
        has(f"https://localhost:{liar.server.port}{WORK}2.ics", when.format(2)),
        has(f"{WORK}3.ics", when.format(3) + task),
        has("/dav/ada/4.ics", ""),
        has("https://elsewhere.example/5.ics", ""),
        has(f"{WORK}{'x' * 600}.ics", ""),
        has(f"{WORK}a%20b.ics", "<getlastmodified>soon</getlastmodified>"),
    )
    events = events_of(liar)
    liar.lie = lambda _: listing
    listed = events.listed()
    assert [each.remote_id for each in listed] == ["2.ics", "1.ics", "a%20b.ics"]
    assert (listed[0].changed, listed[0].size) == (datetime(2026, 3, 2, 8, 2, tzinfo=UTC), 12)
    assert listed[2].place[0] == 0


def test_a_window_is_the_servers_to_say(liar: LyingServer) -> None:
    liar.put("old", event(1).replace(b"DTSTART:2026", b"DTSTART:2016"))
    liar.put("new", event(2))
    events = events_of(liar)
    listed = events.listed()
    assert events.wanted(listed, None) == listed
    assert [each.remote_id for each in events.wanted(listed, date(2026, 1, 1))] == ["new.ics"]


def test_changes_come_in_parts_to_their_end(liar: LyingServer) -> None:
    events = events_of(liar)
    parts = {
        "0": told(has(f"{WORK}1.ics", ""), has(f"{WORK}2.ics", ""), _more(WORK), token="1"),
        "1": told(gone(f"{WORK}1.ics"), has(WORK, ""), gone("/elsewhere/"), _more(WORK), token="2"),
        "2": told(gone(f"{WORK}3.ics"), has(f"{WORK}3.ics", ""), token="3"),
    }
    liar.lie = lambda request: parts[request.body.split(b"<D:sync-token>")[1].split(b"<")[0].decode()]
    changes = events.changes("0")
    assert [each.remote_id for each in changes.entries] == ["2.ics", "3.ics"]
    assert (changes.gone, changes.token) == (("1.ics",), "3")


def _more(href: str) -> str:
    return f"<response><href>{href}</href><status>HTTP/1.1 507 Insufficient Storage</status></response>"


def test_an_answer_without_end_or_token_is_refused(liar: LyingServer, monkeypatch: pytest.MonkeyPatch) -> None:
    events, tokens = events_of(liar), iter(range(1, 100))
    liar.lie = lambda _: told(has(f"{WORK}1.ics", ""))
    with pytest.raises(Malformed):
        events.changes("0")
    monkeypatch.setattr("ingest.sources.caldav.events.ROUNDS", 3)
    liar.lie = lambda _: told(_more(WORK), token=str(next(tokens)))
    with pytest.raises(Malformed):
        events.changes("0")


def test_a_token_that_is_not_known_any_more_has_expired(liar: LyingServer) -> None:
    liar.put("1", event(1))
    liar.first_token = 1
    with pytest.raises(CursorExpired):
        events_of(liar).changes("0")


def test_contents_come_in_order_and_what_is_left_out_is_asked_for_alone(liar: LyingServer) -> None:
    for number in range(3):
        liar.put(str(number), event(number).replace(b"\r\n", b"\n"))
    liar.put("task", b"BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n")
    events = events_of(liar)
    honest = liar.answer

    def lie(request: Request) -> Reply | None:
        if b"multiget" not in request.body:
            return None
        liar.lie = lambda _: None
        body = honest(request).body
        cut = body.index(b"<response><href>/dav/jo/work/1.ics"), body.index(b"<response><href>/dav/jo/work/2.ics")
        return Reply(207, body[: cut[0]] + body[cut[1] :])

    liar.lie = lie
    names = ["2.ics", "1.ics", "none.ics", "0.ics", "task.ics"]
    found = list(events.contents([entry(name) for name in names]))
    assert [each if isinstance(each, str) else each.remote_id for each in found] == names
    assert [each.payload for each in found if isinstance(each, RawItem)][:2] == [event(2), event(1)]
    assert [each.media_type for each in found if isinstance(each, RawItem)] == [CALENDAR, CALENDAR, CALENDAR, UNKNOWN]
    assert found[2] == "none.ics"


def test_what_is_too_large_is_refused_before_it_is_loaded_or_after(liar: LyingServer) -> None:
    liar.put("1", event(1, size=1_200_000))
    events = events_of(liar)
    assert list(events.contents([entry("0.ics", 2_000_000)])) == [Refused("0.ics", TOO_LARGE)]
    assert liar.asked("multiget") == 0
    assert list(events.contents([entry("1.ics")])) == [Refused("1.ics", TOO_LARGE)]


def test_an_answer_that_is_too_much_is_asked_for_in_halves(liar: LyingServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.sources.caldav.events.ANSWER", 20_000)
    for number in range(8):
        liar.put(str(number), event(number, size=3_000))
    events = events_of(liar)
    found = list(events.contents([entry(f"{number}.ics") for number in range(8)]))
    assert [each.remote_id for each in found if isinstance(each, RawItem)] == [f"{number}.ics" for number in range(8)]
    assert liar.asked("multiget") > 1


def test_what_is_listed_and_never_handed_over_is_asked_for_another_time(
    liar: LyingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.sources.caldav.events.ANSWER", 5_000)
    liar.put("1", event(1, size=9_000))
    liar.lie = lambda request: told() if b"multiget" in request.body else None
    assert list(events_of(liar).contents([entry("1.ics")])) == [Refused("1.ics", NOT_GIVEN, again=True)]
