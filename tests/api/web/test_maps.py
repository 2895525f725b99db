"""Who knows whom as a drawing: a line for each relationship that the table has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from api.web.maps import MOST, WIDTHS, drawn
from api.web.ties import Tie

WHY = "6 meetings and 31 mails in 90 days, last today, both write"
TIE = Tie(
    UUID(int=1), "Ines Duarte", UUID(int=11), "Tomás Ferreira", "close", "close", "ok", WHY, "6 meetings and 31 mails",
    "/people/x", "today", date(2026, 3, 2), mine=False, role="Operations lead",
)  # fmt: skip


def tie(user: int, contact: int, **more: object) -> Tie:
    return replace(TIE, user_id=UUID(int=user), contact_id=UUID(int=10 + contact), **more)  # type: ignore[arg-type]


def test_a_line_is_as_broad_as_its_word_and_dashed_when_it_fades() -> None:
    found = drawn([tie(1, 1), tie(1, 2, strength="fading", theirs="A name that is far too long for it", role="")])
    assert found
    assert [(line.width, line.fading) for line in found.lines] == [(WIDTHS["close"], False), (WIDTHS["fading"], True)]
    assert [(node.name, node.role) for node in found.theirs] == [
        ("Tomás Ferreira", "Operations lead"), ("A name that is far…", ""),
    ]  # fmt: skip
    first = found.lines[0]
    assert first.label == f"Ines Duarte and Tomás Ferreira: close. {TIE.why}"
    assert (first.why[0], " ".join(first.why[1:])) == ("Ines Duarte and Tomás Ferreira: close", TIE.why)
    assert first.path == f"M0 {found.ours[0].y} C50 {found.ours[0].y} 50 {found.theirs[0].y} 100 {found.theirs[0].y}"
    assert not found.more


def test_one_line_is_no_map_and_a_large_one_says_that_there_are_more() -> None:
    assert drawn([]) is drawn([TIE]) is None
    large = drawn([tie(1, number) for number in range(MOST + 2)])
    assert large
    assert (len(large.lines), large.more, len({node.y for node in large.theirs})) == (MOST, True, MOST)
    assert all(0 < node.y < large.height for node in (*large.ours, *large.theirs))
