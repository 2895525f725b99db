from __future__ import annotations

import pytest

from demo.phrases import PLANS
from demo.plans import Beat, Gathering, Plan
from tests.demo.playing import cast

CAST = cast()
STORIES = [plan for plan in PLANS if plan.beats]


def test_paragraphs_are_parted_by_empty_lines_alone() -> None:
    beat = Beat(1, 900, "lead", "rep", "\n   One\n   line.\n\n   Another.\n")
    assert beat.paragraphs == ("One line.", "Another.")
    assert Beat(1, 900, "lead", "rep", "").paragraphs == ("",)


def test_what_nobody_says_is_left_plain() -> None:
    beat, meeting, plan = Beat(1, 900, "lead", "rep", "x"), Gathering(1, 900, 30, "x", "rep"), Plan("a", "b", "en", "c")
    assert (beat.quote, beat.cc, beat.promise, beat.change, beat.orphan) == ("top", "", None, None, False)
    assert (meeting.weeks, meeting.moved, meeting.cancelled, meeting.private) == (1, False, False, False)
    assert (plan.sort, plan.end, plan.slack) == ("business", 0, 0)


@pytest.mark.parametrize("plan", STORIES, ids=lambda plan: plan.name)
def test_a_story_goes_forward_in_office_hours(plan: Plan) -> None:
    moments = [(-beat.day, beat.clock) for beat in plan.beats]
    assert moments == sorted(moments)
    assert all(0 <= beat.clock % 100 < 60 and 600 <= beat.clock <= 2200 for beat in plan.beats)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_part_of_a_story_can_be_cast(plan: Plan) -> None:
    keys = {key for beat in plan.beats for key in f"{beat.sender} {beat.to} {beat.cc}".split()}
    keys |= {key for meeting in plan.meetings for key in f"{meeting.people} {meeting.declined}".split()}
    for key in keys:
        plain = "." in key or plan.sort == "private" or key in {"rep", "colleague", "manager", "admin"}
        full = key if plain else f"{plan.account}.{key}"
        assert CAST.person(full).key == full


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_brackets_and_slots_close(plan: Plan) -> None:
    for text in (plan.subject, *(beat.text for beat in plan.beats), *(meeting.summary for meeting in plan.meetings)):
        assert text.count("[") == text.count("]")
        assert text.count("{") == text.count("}")


def test_stories_have_names_of_their_own() -> None:
    names = [plan.name for plan in PLANS]
    assert len(names) == len(set(names))
