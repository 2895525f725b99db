"""Promises in words, both sides named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from api.web.promises import GROUPS, With, by_standing, grouped, promised_with, said
from store.judgement.promises import Later
from store.people import SignedIn
from store.queries.promises import Promised
from store.viewings import looks_at
from tests.builders import MONDAY, ONE
from tests.firm import Person
from tests.readings import mail, promising

INES, GRETA = "ines@alder.example", "greta@halden.example"
TODAY = date(2026, 3, 2)
OPEN = Promised(
    "k", asked=False, ours=True, doer=INES, doer_name="Ines", other=GRETA, other_name="Greta Becker",
    words="send the form", due_on=TODAY, done_at=None,
)  # fmt: skip
ME = SignedIn(b"", "", ONE, INES, "Ines", frozenset({"rep"}), "Europe/Berlin", "en", 30)


@pytest.mark.parametrize(
    ("changes", "who"),
    [
        ({}, "You promised Greta Becker"),
        ({"asked": True}, "Greta Becker asked you"),
        ({"doer": GRETA, "doer_name": "Greta Becker", "other": INES}, "Greta Becker promised you"),
        ({"doer": GRETA, "doer_name": "Greta Becker", "other": INES, "asked": True}, "You asked Greta Becker"),
        ({"doer": "jonas@alder.example", "doer_name": "Jonas"}, "Jonas promised Greta Becker"),
    ],
)
def test_both_sides_are_named(changes: dict[str, object], who: str) -> None:
    assert said(replace(OPEN, **changes), {INES}).who == who  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "due", "late"),
    [
        (-8, "was due Sun 22 Feb", True),
        (-1, "was due yesterday", True),
        (0, "by today", False),
        (1, "by tomorrow", False),
    ],
)
def test_the_day_is_told_as_people_do(days: int, due: str, *, late: bool) -> None:
    told = said(replace(OPEN, due_on=TODAY + timedelta(days=days)), {INES}, TODAY)
    assert (told.due, told.late, told.only_you) == (due, late, True)


def test_what_seems_to_have_done_it_is_a_sentence() -> None:
    sent = replace(OPEN, seems_done=Later(ONE, MONDAY, ("Form.pdf",), ""))
    assert said(sent, {INES}, TODAY).seems == "Done, it seems: you sent “Form.pdf” today."
    wrote = replace(OPEN, doer=GRETA, doer_name="Greta", seems_done=Later(ONE, MONDAY - timedelta(days=9), (), ""))
    told = said(wrote, {INES}, TODAY)
    assert (told.seems, told.seems_by) == ("Done, it seems: Greta wrote about it on Sat 21 Feb.", str(ONE))


def test_groups_are_in_order_and_none_is_empty() -> None:
    late, done = replace(OPEN, due_on=TODAY - timedelta(days=1)), replace(OPEN, done_at=MONDAY)
    groups = grouped([done, OPEN, late], {INES}, ME, MONDAY)
    assert list(groups) == ["Overdue", "This week", "Done"]
    assert set(groups) < set(GROUPS.values())
    assert groups["Done"][0].done


def test_who_looks_at_what_is_next_is_told_to_who_shared_it(ines: Person, jonas: Person) -> None:
    ines.feed(promising(mail(1, GRETA, INES), "I will send it", TODAY), mail(2, INES, GRETA, answers=1))
    ines.approve_all()
    with jonas.app.transaction(jonas.acting) as session:
        me = replace(ME, user_id=jonas.user_id, address=jonas.address)
        (found,) = promised_with(session, me, With(f"people/{UUID(int=5)}", [GRETA]), MONDAY)
    (told,) = by_standing([found], me, TODAY)["Open"]
    assert (told.who, told.note) == ("Greta promised Ines", str(found.note_id))
    with ines.app.transaction(ines.acting) as session:
        assert [look.page for look in looks_at(session, ines.user_id)] == [f"people/{UUID(int=5)}"]


def test_a_page_about_somebody_tells_how_promises_stand_without_blame() -> None:
    late, done = replace(OPEN, due_on=TODAY - timedelta(days=1)), replace(OPEN, done_at=MONDAY)
    groups = by_standing([done, OPEN, late], ME, TODAY)
    assert [(name, len(listed)) for name, listed in groups.items()] == [("Open", 1), ("Past their day", 1), ("Kept", 1)]
    assert by_standing([OPEN], ME, TODAY) == {"Open": [said(OPEN, [ME.address], TODAY, ME.timezone)]}
