"""Day by day through the product's own doors, and through no others."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bench.touchless.calendars import Calendar, Event
from bench.touchless.company import BadWorld
from bench.touchless.post import Growing, Letter
from bench.touchless.replay import next_working_day, working_days
from tests.bench.touchless.conftest import Played
from tests.bench.touchless.foreign import NOA, SISTER
from tests.source_tree import ROOT, python_files

FRIDAY, NEXT_MONDAY = date(2026, 3, 6), date(2026, 3, 9)


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("room", ["bench/touchless", "bench/worlds"])
def test_the_replay_does_not_know_how_it_is_judged(room: str) -> None:
    paths = [path for path in python_files() if path.is_relative_to(room)]
    assert paths
    assert not {name for path in paths for name in imported(path) if name.startswith("store.judgement")}


def test_every_rep_reviews_every_working_day(played: Played) -> None:
    days = {day for rep, day in played.journal.reviewed if rep == NOA}
    assert days == {date(2026, 3, day) for day in (2, 3, 4, 5, 6, 9, 10)}  # on the tenth nobody waits any more
    assert len(played.journal.reviewed) == 2 * len(days)


def test_nothing_is_settled_before_it_arrived(played: Played) -> None:
    first = min(entry.day for entry in played.journal.entries if SISTER in entry.addresses)
    assert first == date(2026, 3, 10)  # who is new since the third is asked about on the fifth working day after
    meeting = min(entry.day for entry in played.journal.entries if entry.kind == "meeting")
    assert meeting == date(2026, 3, 5)


def test_the_oracle_refuses_what_is_not_worth_it(played: Played) -> None:
    answers = {entry.yes for entry in played.journal.of("asked") if SISTER in entry.addresses}
    assert answers == {False}
    assert not any(SISTER in row["contacts"] for row in played.document["interactions"])


def mailbox(tmp_path: Path, *arrivals: datetime, starts: datetime | None = None) -> Growing:
    events = (Event("a", starts, starts, ""),) if starts else ()
    return Growing(tmp_path, tmp_path, [Letter(Path("x"), at) for at in arrivals], Calendar("", events))


def test_a_replay_ends_on_the_working_day_after_the_last_mail(tmp_path: Path) -> None:
    friday = datetime(2026, 3, 6, 12, tzinfo=UTC)
    assert working_days([mailbox(tmp_path, friday)]) == [FRIDAY, NEXT_MONDAY]
    meeting = datetime(2026, 3, 10, 9, tzinfo=UTC)
    assert working_days([mailbox(tmp_path, friday, starts=meeting)])[-1] == date(2026, 3, 11)
    far = datetime(2027, 3, 10, 9, tzinfo=UTC)
    assert working_days([mailbox(tmp_path, friday, starts=far)])[-1] == NEXT_MONDAY


def test_a_world_without_mail_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadWorld, match="no mail"):
        working_days([mailbox(tmp_path)])


def test_after_the_last_day_comes_the_next_working_day() -> None:
    assert (next_working_day(FRIDAY), next_working_day(NEXT_MONDAY)) == (NEXT_MONDAY, date(2026, 3, 10))
