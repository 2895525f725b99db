from __future__ import annotations

from io import StringIO

import pytest

from api.cli import progress
from api.cli.progress import EVERY_IN_A_FILE, EVERY_ON_A_SCREEN, MISSED, Meter, line, span, told
from ingest.importing import Progress, Summary
from store.inbound import Accounts, Quarantine


class Screen(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock of one's own: its only entry is the time."""
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        (Progress(1_234), "Looked at 1,234"),
        (Progress(1_200, 300, 1_200, 1.0), "Read 300 of 1,200 · 300 a second · about 3 s left"),
        (Progress(1_200, 1_200, 1_200, 4.0), "Read 1,200 of 1,200 · 300 a second"),
        (Progress(10_000, 10, 10_000, 1.0), "Read 10 of 10,000 · 10 a second · about 17 min left"),
    ],
)
def test_how_far_it_is(seen: Progress, text: str) -> None:
    assert line(seen) == text


def test_seconds_and_minutes() -> None:
    assert [span(seconds) for seconds in (0.4, 119, 120, 600)] == ["0 s", "119 s", "2 min", "10 min"]


def test_on_a_screen_one_line_is_written_over(clock: list[float]) -> None:
    out = Screen()
    with Meter(out) as meter:
        meter.show(Progress(1))
        clock[0] = EVERY_ON_A_SCREEN
        meter.show(Progress(2))
        meter.show(Progress(2, 1, 2, 1.0))
        meter.show(Progress(2, 2, 2, 1.0))
    assert out.getvalue() == "\r\x1b[KLooked at 2\r\x1b[KRead 2 of 2 · 2 a second\n"


def test_in_a_file_a_line_is_written_now_and_then(clock: list[float]) -> None:
    out = StringIO()
    with Meter(out) as meter:
        meter.show(Progress(1))
        clock[0] = EVERY_IN_A_FILE
        meter.show(Progress(2))
        meter.show(Progress(2, 2, 2, 1.0))
    assert out.getvalue() == "Looked at 2\n"


def test_a_screen_on_which_nothing_was_said_stays_as_it_is(clock: list[float]) -> None:
    out = Screen()
    with Meter(out) as meter:
        meter.show(Progress(1))
    assert out.getvalue() == ""


def test_what_an_import_came_to() -> None:
    aside = tuple(Quarantine(f"{number}.eml", "Broken.") for number in range(5))
    summary = Summary(1, 61.0, Accounts(2, 1_000, {"a draft": 3}, {"Broken.": 5, "Empty.": 1}), aside)
    assert told(summary, "Ines").splitlines() == [
        "1,011 items for Ines: 1 new one, in 61 s.",
        "  1,000 read",
        "  2 waiting: a worker is reading them",
        "  3 left out",
        "    3 a draft",
        "  6 kept unread",
        "    5 · Broken.",
        "        0.eml",
        "        1.eml",
        "        2.eml",
        "        and 2 more; --json names all",
        "    1 · Empty.",
    ]


def test_an_import_of_nothing_new() -> None:
    assert told(Summary(0, 1.0, Accounts(0, 1, {}, {}), ()), "Ines").splitlines() == [
        "1 item for Ines: nothing new, in 1 s.",
        "  1 read",
        "  0 left out",
        "  0 kept unread",
    ]


def test_what_is_missed_is_said_with_what_to_do() -> None:
    found = Summary(0, 1.0, Accounts(0, 12, {}, {}), (), missed=8)
    assert told(found, "Ines").endswith(MISSED.format(count="8 items"))
    assert "--accept-gone" in MISSED
