from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.raw import CALENDAR, RawItem
from ingest import calendars
from ingest.calendars import EVENTS_OF_ONE, TOO_MANY, Event, TooMany, calendar_of, events_of
from ingest.errors import Unavailable
from ingest.sources.files import FilesSource, items_at, loose
from ingest.sources.files.items import READ_TOGETHER

ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


def event(uid: str, *rows: str, day: int = 4) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", f"DTSTART:202611{day:02}T090000Z", *rows, "END:VEVENT")


def calendar(*events: Sequence[str], head: Sequence[str] = (), end: str = "\r\n") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *head, *(row for rows in events for row in rows), "END:VCALENDAR"]
    return "".join(line + end for line in lines).encode()


def parted(path: Path, data: bytes) -> dict[str, bytes]:
    """Every event of a file as its own calendar, by token."""
    path.write_bytes(data)
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return {each.token: calendar_of(descriptor, each) for each in events_of(descriptor, len(data))}
    finally:
        os.close(descriptor)


def uids(found: dict[str, bytes]) -> list[list[bytes]]:
    return [
        [line.partition(b":")[2] for line in each.splitlines() if line.startswith(b"UID")] for each in found.values()
    ]


def items(path: Path) -> list[RawItem]:
    source = FilesSource(path)
    (ref,) = source.collections()
    return [item for batch in source.changes(ref, None) for item in batch.items]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_an_event_and_its_changed_instances_are_one_wherever_they_stand(tmp_path: Path, end: str) -> None:
    moved = event("a", "RECURRENCE-ID:20261111T090000Z", day=12)
    found = parted(tmp_path / "c", calendar(ZONE, event("a"), event("b"), ZONE, moved, end=end))
    assert uids(found) == [[b"a", b"a"], [b"b"]]
    first = next(iter(found.values()))
    assert b"RECURRENCE-ID" in first
    assert b"VTIMEZONE" not in first
    assert (first.count(b"BEGIN:VCALENDAR"), first.count(b"END:VEVENT")) == (1, 2)


def test_line_ends_may_change_within_a_file(tmp_path: Path) -> None:
    data = calendar(event("a")).replace(b"END:VEVENT\r\n", b"END:VEVENT\n") + calendar(event("b"), end="\n")
    assert uids(parted(tmp_path / "c", data)) == [[b"a"], [b"b"]]


def test_folded_lines_are_read_as_one(tmp_path: Path) -> None:
    data = calendar(event("x" * 60 + "\r\n " + "y" * 30), event("x" * 60), event("x" * 60 + "\r\n\t" + "y" * 30, day=5))
    found = parted(tmp_path / "c", data)
    assert [each.count(b"BEGIN:VEVENT") for each in found.values()] == [2, 1]


def test_what_is_inside_an_event_does_not_name_it(tmp_path: Path) -> None:
    alarm = ("BEGIN:VALARM", "UID:alarm", "DTSTART:20991231T000000Z", "END:VALARM")
    late = ("BEGIN:VEVENT", *alarm, 'UID;X-SIGN="a:b":late', "END:VEVENT")
    shut = parted(tmp_path / "c", calendar(event("a", *alarm), late))
    same = parted(tmp_path / "c", calendar(event("a"), event("late")))
    assert list(shut) == list(same)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (calendar(event("a")[:-1], event("b")), [[b"a"], [b"b"]]),
        (calendar(event("a"), event("b")[:-1])[: -len("END:VCALENDAR\r\n")], [[b"a"], [b"b"]]),
        (calendar(event("a", "BEGIN:VALARM"), event("b")), [[b"a"], [b"b"]]),
        (calendar(event("a", "END:VALARM", "END:VTODO"), event("b")), [[b"a"], [b"b"]]),
        (calendar(("BEGIN:VTODO", "UID:todo", "END:VTODO"), event("a")), [[b"a"]]),
        (calendar(event("a")) + b"BEGIN:VEVENT\r\nUID:b", [[b"a"], [b"b"]]),
        (b"BEGIN:VCALENDAR\r\n" * 500 + calendar(event("a")), [[b"a"]]),
        (calendar(("BEGIN:VEVENT", "SUMMARY:x", "END:VEVENT"), ("BEGIN:VEVENT",), event("c")), [[], [b"c"]]),
        (calendar(("begin:vevent", "UID :a", "end : vevent"), event("b")), [[b"a"], [b"b"]]),
    ],
    ids=["no end", "cut off", "open alarm", "stray ends", "to-do", "after the end", "nested", "no uid", "lower case"],
)  # fmt: skip
def test_broken_nesting_loses_no_event(tmp_path: Path, data: bytes, expected: list[list[bytes]]) -> None:
    found = parted(tmp_path / "c", data)
    assert uids(found) == expected
    assert all(each.endswith(b"END:VCALENDAR\r\n") for each in found.values())


def test_an_event_that_was_cut_off_gets_its_end(tmp_path: Path) -> None:
    (first,) = parted(tmp_path / "c", calendar(event("a")).partition(b"END:VEVENT")[0].rstrip()).values()
    assert first.endswith(b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


def test_the_same_event_is_the_same_bytes_in_every_export(tmp_path: Path) -> None:
    exports = []
    for time in ("20261101T080000Z", "20261201T080000Z"):
        stamped = event("a", f"DTSTAMP:{time}", "LAST-MODIFIED:20261001T080000Z")
        folded = event("b", f"DTSTAMP;X-WRITTEN=1:\r\n {time}")
        exports.append(parted(tmp_path / "c", calendar(stamped, folded, head=[f"PRODID:{time}"])))
    assert exports[0] == exports[1]
    assert b"LAST-MODIFIED" in next(iter(exports[0].values()))


def test_a_method_stays_with_its_calendar_and_so_does_the_time_it_was_sent(tmp_path: Path) -> None:
    stamped = event("a", "DTSTAMP:20261101T080000Z")
    asked = calendar(stamped, head=["METHOD:REQUEST", "X-WR-TIMEZONE:Europe/Berlin"])
    found = list(parted(tmp_path / "c", asked + calendar(stamped, head=["METHOD:CANCEL"]) + calendar(stamped)).values())
    assert [each.count(b"DTSTAMP") for each in found] == [1, 1, 0]
    published = parted(tmp_path / "d", calendar(stamped, head=["METHOD:Publish"]))
    assert [each.count(b"DTSTAMP") for each in published.values()] == [0]
    assert found[0].startswith(b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT")
    assert b"METHOD:CANCEL" in found[1]
    assert b"METHOD" not in found[2]


def test_more_instances_than_the_reader_takes_come_in_parts(tmp_path: Path) -> None:
    many = [event("a", f"RECURRENCE-ID:2026{number:04}", day=number % 28 + 1) for number in range(EVENTS_OF_ONE + 1)]
    large = [event("b", "X-NOTE:" + "x" * 500_000) for _ in range(3)]
    found = list(parted(tmp_path / "c", calendar(*many, *large)).values())
    assert [each.count(b"BEGIN:VEVENT") for each in found] == [EVENTS_OF_ONE, 1, 1, 1, 1]
    assert max(len(each) for each in found) < 1024 * 1024


def test_signs_are_found_across_the_edges_of_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = calendar(*(event(str(number)) for number in range(20)))
    whole = parted(tmp_path / "c", data)
    for size in (1, 7, 64, 65):
        monkeypatch.setattr(calendars, "CHUNK", size)
        assert parted(tmp_path / "c", data) == whole


def test_a_file_of_too_many_events_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "EVENTS", 3)
    path = tmp_path / "c.ics"
    path.write_bytes(calendar(*(event("a") for _ in range(4))))
    with pytest.raises(TooMany):
        parted(path, path.read_bytes())
    source = FilesSource(path)
    (ref,) = source.collections()
    (batch,) = source.changes(ref, None)
    assert [(each.remote_id, each.reason) for each in batch.refused] == [("c.ics", TOO_MANY)]


def test_days_that_do_not_exist_are_old(tmp_path: Path) -> None:
    data = calendar(event("a", day=31), event("b", day=30), ("BEGIN:VEVENT", "UID:c", "DTSTART:soon", "END:VEVENT"))
    (tmp_path / "c").write_bytes(data)
    with (tmp_path / "c").open("rb") as file:
        found = events_of(file.fileno(), len(data))
    assert [bool(each.day) for each in found] == [False, True, False]
    assert [each.size for each in found][:2] == [len("".join(f"{row}\r\n" for row in event("a")))] * 2


def test_a_source_gives_one_item_an_event_the_newest_first(tmp_path: Path) -> None:
    (tmp_path / "team.ics").write_bytes(calendar(event("b", day=5), event("c", day=9), event("a", day=1)))
    found = items(tmp_path / "team.ics")
    assert [item.payload.count(b"UID:" + uid) for item, uid in zip(found, (b"c", b"b", b"a"), strict=True)] == [1, 1, 1]
    assert {item.media_type for item in found} == {CALENDAR}
    assert all(item.remote_id.startswith("team.ics#") for item in found)


def test_a_grown_export_keeps_the_ids_and_bytes_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "team.ics"
    path.write_bytes(calendar(event("a"), event("b"), head=["PRODID:-//Old//EN"]))
    before = {item.remote_id: item for item in items(path)}
    path.write_bytes(calendar(event("c"), event("b"), ZONE, event("a"), head=["PRODID:-//New//EN"]))
    after = {item.remote_id: item for item in items(path)}
    assert {remote_id: after[remote_id] for remote_id in before} == before
    assert len(after) == 3


def test_a_calendar_of_one_event_or_of_none_comes_as_it_is(tmp_path: Path) -> None:
    for data in (calendar(event("a", "DTSTAMP:20261101T080000Z"), event("a", day=5)), calendar()):
        (tmp_path / "one.ics").write_bytes(data)
        assert [(item.remote_id, item.payload) for item in items(tmp_path)] == [("one.ics", data)]


def test_looking_takes_a_calendar_whole_while_the_reader_can(tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    path.write_bytes(calendar(*(event(str(number)) for number in range(READ_TOGETHER))))
    assert [item.payload for _, item in items_at(path) if isinstance(item, RawItem)] == [path.read_bytes()]
    path.write_bytes(calendar(*(event(str(number)) for number in range(READ_TOGETHER + 1))))
    assert [where for where, _ in items_at(path)] == [str(path)] * (READ_TOGETHER + 1)


def test_a_calendar_that_changes_while_it_is_read_is_not_mixed_up(tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    path.write_bytes(calendar(event("a"), event("b")))
    shelf = loose.FolderShelf(tmp_path, [loose.Found(path, path.stat(), calendar=True)])
    entries = shelf.entries()
    os.utime(path, (1, 1))
    path.write_bytes(calendar(event("c"), event("a")))
    with pytest.raises(Unavailable, match="changed while it was read"):
        shelf.load(entries[0], 1024)


def test_a_calendar_that_went_or_was_shut_after_it_was_seen(tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    path.write_bytes(calendar(event("a"), event("b")))
    shelf = loose.FolderShelf(tmp_path, [loose.Found(path, path.stat(), calendar=True)])
    path.unlink()
    assert shelf.entries() == []
    path.symlink_to("/etc/hostname")
    assert [entry.refused for entry in shelf.entries()] == ["The disk could not read it."]


def test_an_event_knows_its_size() -> None:
    assert Event("t", b"", 0, ((0, 10), (20, 25))).size == 15
