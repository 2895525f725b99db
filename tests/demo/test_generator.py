from __future__ import annotations

from datetime import date, timedelta

import pytest

from demo.clock import OFFICE
from demo.generator import generate
from demo.phrases import PLANS
from demo.world import Size, World
from tests.demo.conftest import TODAY


def bytes_of(world: World) -> list[tuple[str, bytes]]:
    return [(one.path, one.payload) for one in world.files]


def test_the_same_arguments_give_the_same_bytes(world: World) -> None:
    again = generate(1, TODAY)
    assert bytes_of(again) == bytes_of(world)
    assert [one.event for one in again.meetings] == [one.event for one in world.meetings]
    assert bytes_of(generate(2, TODAY)) != bytes_of(world)


@pytest.mark.parametrize("today", [date(2026, 3, 30), date(2026, 11, 2), date(2027, 1, 1), date(2028, 2, 29)])
def test_everything_lies_inside_the_window_and_ends_the_working_day_before(today: date) -> None:
    made = generate(3, today)
    assert made.last_day < today
    assert made.last_day.weekday() < 5
    days = {mail.at.astimezone(OFFICE).date() for mail in made.mails}
    assert max(days) == made.last_day
    assert min(days) >= made.first_day
    assert all(day.weekday() < 5 for day in days)
    assert today - made.last_day <= timedelta(days=3)


def test_message_ids_are_unique_and_every_answer_has_its_question(any_world: World) -> None:
    ids = [mail.message_id for mail in any_world.mails]
    assert len(ids) == len(set(ids))
    known: set[str] = set()
    for mail in any_world.mails:  # oldest first
        if mail.in_reply_to and not mail.mark.orphan:
            assert mail.in_reply_to in known
        known.add(mail.message_id)


def test_every_story_is_told(any_world: World) -> None:
    told = {mail.mark.story for mail in any_world.mails} | {one.summary for one in any_world.meetings}
    assert {plan.name for plan in PLANS if plan.beats} <= told


def test_no_word_was_left_open(any_world: World) -> None:
    for mail in any_world.mails:
        if mail.mark.kind == "person":
            header = mail.payload.partition(b"\n\n")[0]
            assert b"{" not in header
    assert not any("{" in one.summary or "[" in one.summary for one in any_world.meetings)


def test_the_size_says_how_much_noise() -> None:
    def noise(size: Size) -> int:
        return sum(mail.mark.kind in {"automated", "newsletter"} for mail in generate(1, TODAY, size).mails)

    assert noise(Size(weeks=9, noise=0)) < noise(Size(weeks=9, noise=20)) < noise(Size(weeks=12, noise=200))
