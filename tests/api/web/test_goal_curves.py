from __future__ import annotations

from dataclasses import replace

from api.web.goal_curves import PIECES, bar, curve
from store.judgement.goals.progress import weeks
from store.judgement.goals.terms import Marker
from store.judgement.trends.expected import Range
from tests.store.judgement.goals.setting import BEGIN, on, row, terms


def test_a_bar_has_a_piece_for_each_that_is_wanted() -> None:
    assert [piece.filled for piece in bar(2, 4)] == [bar(2, 4)[0].width] * 2 + ["0.00%"] * 2
    assert len(bar(1, PIECES)) == PIECES
    (whole,) = bar(30, 40)
    assert (whole.x, whole.width, whole.filled) == ("0.00%", "100.00%", "75.00%")
    assert bar(50, 40)[0].filled == "100.00%"
    assert bar(0, 1)[0].filled == "0.00%"


def test_weeks_path_markers_and_a_fan() -> None:
    some = replace(terms(), markers=(Marker(on(4), 2),))
    rows = [row(1, on(1)), row(2, on(2))]
    found = curve("list", some, weeks("list", some, rows, on(6)), Range(2, 5))
    assert (len(found.lines[0]), len(found.lines[1]), len(found.changes), len(found.band)) == (1, 1, 1, 1)
    assert len(found.lines[1][0].split()) == 3
    assert len(found.band[0].split()) == 3
    assert found.across[-1].says == "5"


def test_nothing_yet_is_drawn_as_its_path_alone() -> None:
    share = terms("promises_kept", target=90)
    found = curve("share", share, weeks("share", share, [], on(2)), None)
    assert (found.lines[0], found.band) == ((), ())
    assert len(found.lines[1][0].split()) > 10
    one = curve("list", terms(), weeks("list", terms(), [], BEGIN), None)
    assert len(one.lines[0][0].split()) == 2
