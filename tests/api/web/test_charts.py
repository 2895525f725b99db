"""The drawing of contact per week: what it shows is what was counted; gaps are explained where somebody knows why."""

from __future__ import annotations

from datetime import date, timedelta

from api.web.charts import AXIS, TALLEST, TITLES, chart, says, title
from store.judgement.weeks import SHOWN, Exchanged, Week, weeks
from store.queries.absences import Away

TODAY = date(2026, 3, 5)


def of(*exchanged: Exchanged) -> tuple[Week, ...]:
    return weeks(exchanged, TODAY)


def test_bars_of_them_stand_on_the_line_and_ours_hang_from_it() -> None:
    found = of(*[Exchanged(TODAY, "theirs")] * 2, Exchanged(TODAY, "ours"), Exchanged(TODAY, "met"))
    drawn = chart(found, [])
    up, down = drawn.bars
    assert (up.side, up.y + up.height, up.height) == ("theirs", AXIS - 2, TALLEST)
    assert (down.side, down.y, down.height) == ("ours", AXIS + 2, TALLEST / 2)
    assert up.says == "Week of Mon 2 Mar: 2 from them"
    assert [(mark.x, mark.says) for mark in drawn.meetings] == [(f"{(SHOWN - 0.5) / SHOWN * 100:.2f}%", "1 meeting")]
    assert [mark.says for mark in drawn.months] == ["Sept", "Oct", "Nov", "Dec", "Jan", "Feb"]
    assert drawn.says == says(found) == "Contact per week, 26 weeks: from them 2, from us 1, meetings 1."


def test_a_gap_has_a_reason_only_where_a_mailbox_gave_one() -> None:
    day = TODAY - timedelta(weeks=6)
    found = of(Exchanged(day, "theirs"), Exchanged(TODAY, "ours"))
    away = Away("Greta Becker", day + timedelta(days=4))
    assert [quiet.reason for quiet in chart(found, [away]).quiet] == ["quiet: Greta was away"]
    for unknown in ([], [Away("Kim", day - timedelta(days=30))], [Away("Kim", TODAY)]):
        assert [quiet.reason for quiet in chart(found, unknown).quiet] == [""]
    assert chart(of(Exchanged(TODAY, "ours")), [away]).quiet == ()


def test_the_title_is_the_finding() -> None:
    assert title(of()) == TITLES["nothing"]
    assert title(of(Exchanged(TODAY - timedelta(weeks=7), "ours"))) == "Nothing for 6 weeks"
