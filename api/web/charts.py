"""Contact per week as a drawing: bars of them above a line, of us below, meetings on it. Geometry only, no script.

Widths are percent of the drawing and heights are pixels, so that bars stretch with the page and letters do not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from i18n.formats import calendar_day, month
from i18n.phrases import counted
from i18n.texts import N_, _
from store.judgement.weeks import WEEK, Finding, Gap, Week, finding, gaps, silent_weeks
from store.queries.absences import Away

HEIGHT, AXIS, LABELS = 160, 78, 156  # pixels from the top
TALLEST = 60
FILLED = 0.78  # of the room of a week
APART = 3  # weeks between two names of months
TITLES: dict[Finding, str] = {
    "nothing": N_("No contact in half a year"),
    "few": N_("A few exchanges in half a year"),
    "now they": N_("They now write more than we do"),
    "now we": N_("We now write more than they do"),
    "they": N_("They write more than we do"),
    "we": N_("We write more than they do"),
    "more": N_("More contact than in the two months before"),
    "less": N_("Less contact than in the two months before"),
    "even": N_("As much contact as before, from both sides"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in percent across and pixels down; ``side`` is theirs or ours, ``says`` what it counts."""

    x: str
    width: str
    y: float
    height: float
    side: str
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at one place across: the meetings of a week, the name of a month."""

    x: str
    says: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Weeks without contact; ``reason`` is empty where nobody knows it."""

    x: str
    width: str
    middle: str
    reason: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing, its finding as the title, and the same in words."""

    title: str
    says: str
    weeks: tuple[Week, ...]
    bars: tuple[Bar, ...]
    meetings: tuple[Mark, ...]
    months: tuple[Mark, ...]
    quiet: tuple[Quiet, ...]


def chart(found: Sequence[Week], away: Collection[Away]) -> Chart:
    """The drawing of some weeks. ``away``: automatic replies, which explain the weeks after them."""
    number = len(found)
    unit = TALLEST / max([1, *(max(week.theirs, week.ours) for week in found)])
    bars = [bar for at, week in enumerate(found) for bar in _bars(at, number, week, unit)]
    met = [
        Mark(_across(at + 0.5, number), counted("{n} meeting", "{n} meetings", week.met))
        for at, week in enumerate(found)
        if week.met
    ]
    quiet = [_quiet(gap, found, away) for gap in gaps(found)]
    return Chart(title(found), says(found), tuple(found), tuple(bars), tuple(met), _months(found), tuple(quiet))


def title(found: Sequence[Week]) -> str:
    """The finding as a sentence."""
    what = finding(found)
    if what == "quiet":
        return counted("Nothing for {n} week", "Nothing for {n} weeks", silent_weeks(found))
    return _(TITLES[what])


def says(found: Sequence[Week]) -> str:
    """The whole drawing in words."""
    theirs, ours, met = (sum(getattr(week, side) for week in found) for side in ("theirs", "ours", "met"))
    text = _("Contact per week, {weeks} weeks: from them {theirs}, from us {ours}, meetings {met}.")
    return text.format(weeks=len(found), theirs=theirs, ours=ours, met=met)


def _bars(at: int, number: int, week: Week, unit: float) -> list[Bar]:
    x, width = _across(at + (1 - FILLED) / 2, number), _across(FILLED, number)
    begins = calendar_day(week.monday, week.monday)
    up, down = round(week.theirs * unit, 1), round(week.ours * unit, 1)
    both = (
        Bar(x, width, AXIS - 2 - up, up, "theirs", _("Week of {day}: {n} from them").format(day=begins, n=week.theirs)),
        Bar(x, width, AXIS + 2, down, "ours", _("Week of {day}: {n} from us").format(day=begins, n=week.ours)),
    )
    return [bar for bar in both if bar.height]


def _quiet(gap: Gap, found: Sequence[Week], away: Collection[Away]) -> Quiet:
    number = len(found)
    first, end = found[gap.first].monday, found[gap.end - 1].monday + WEEK
    return Quiet(
        _across(gap.first, number), _across(gap.end - gap.first, number), _across((gap.first + gap.end) / 2, number),
        _reason(first, end, away),
    )  # fmt: skip


def _reason(first: date, end: date, away: Collection[Away]) -> str:
    """Who was away when it began, as their own mailbox said; nobody is guessed at."""
    names = [each.name for each in away if first - timedelta(days=7) <= each.day < end]
    return _("quiet: {who} was away").format(who=names[0].split()[0]) if names else ""


def _months(found: Sequence[Week]) -> tuple[Mark, ...]:
    marks, last = [], -APART
    for at, week in enumerate(found):
        new = at == 0 or week.monday.month != found[at - 1].monday.month
        if new and at - last >= APART and at < len(found) - APART:
            marks.append(Mark(_across(at, len(found)), month(week.monday)))
            last = at
    return tuple(marks)


def _across(weeks: float, number: int) -> str:
    return f"{weeks / number * 100:.2f}%"
