"""What the trends page says of a market: findings first, each a sentence with the notes behind it.

A series is shown when at least three of us have a part in it; nothing here tells one of us from another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from urllib.parse import urlencode

from api.web.curves import Curve, curve
from i18n.formats import level
from i18n.phrases import counted, day, on_day, took
from i18n.texts import N_, NN_, _
from store.judgement.trends.expected import Range
from store.judgement.trends.series import Change, Trend, of_counts, of_hours
from store.judgement.trends.turns import WEEK
from store.queries.markets import FLOOR, YEAR, Market
from store.queries.trends import Span, Weekly

LOOKED_AT = 156  # weeks, three years
LATELY = 26  # weeks in which a change is a finding, ``YEAR`` in which it is a surprise
SHOWN = 4
QUARTER = 13
Value = Callable[[Weekly], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """One series: what it counts, what is behind it, and the sentences that it may say.

    Attributes:
        behind: the page of what is counted, and its parameters beside weeks and market.
        lines: further lines of the drawing, with the names of all of them.
        hours: whether it is of hours rather than of numbers.
    """

    name: str
    label: str
    value: Value
    rose: str
    fell: str
    holds: str
    behind: tuple[str, Mapping[str, str]]
    lines: tuple[tuple[str, Value], ...] = ()
    hours: bool = False


NOTES, TURNED = "/trends/notes", "/trends/companies"
MEASURES = (
    Measure(
        "contact", N_("Contact"), attrgetter("notes"),
        N_("Contact rose from about {before} to {after} notes a week"),
        N_("Contact fell from about {before} to {after} notes a week"),
        N_("Contact holds at about {level} notes a week"), (NOTES, {}),
        ((N_("they wrote"), attrgetter("from_them")), (N_("we wrote"), attrgetter("from_us"))),
    ),
    Measure(
        "companies", N_("Companies in touch"), attrgetter("companies"),
        N_("More companies in touch with us: from about {before} to {after} a week"),
        N_("Fewer companies in touch with us: from about {before} to {after} a week"),
        N_("Companies in touch with us: about {level} a week"), (TURNED, {"kind": "touch"}),
    ),
    Measure(
        "met", N_("New people"), attrgetter("met"),
        N_("More new people: from about {before} to {after} a week"),
        N_("Fewer new people: from about {before} to {after} a week"),
        N_("New people: about {level} a week"), ("/trends/people", {"kind": "met"}),
    ),
    Measure(
        "won", N_("New companies"), attrgetter("won"),
        N_("More new companies: from about {before} to {after} a week"),
        N_("Fewer new companies: from about {before} to {after} a week"),
        N_("New companies: about {level} a week"), (TURNED, {"kind": "won"}),
    ),
    Measure(
        "quiet", N_("Companies gone quiet"), attrgetter("quiet"),
        N_("More companies go quiet: from about {before} to {after} a week"),
        N_("Fewer companies go quiet: from about {before} to {after} a week"),
        N_("Companies that go quiet: about {level} a week"), (TURNED, {"kind": "quiet"}),
    ),
    Measure(
        "ours", N_("Our answers, in hours"), attrgetter("our_hours"),
        N_("Our answers take longer: half of them {after} or less, {before} before"),
        N_("Our answers come sooner: half of them within {after}, {before} before"),
        N_("Half of our answers come within about {level}"), (NOTES, {"side": "from_us"}), hours=True,
    ),
    Measure(
        "theirs", N_("Their answers, in hours"), attrgetter("their_hours"),
        N_("Their answers take longer: half of them {after} or less, {before} before"),
        N_("Their answers come sooner: half of them within {after}, {before} before"),
        N_("Half of their answers come within about {level}"), (NOTES, {"side": "from_them"}), hours=True,
    ),
    Measure(
        "kept", N_("Promises kept"), attrgetter("kept"),
        N_("More promises kept: from about {before} to {after} a week"),
        N_("Fewer promises kept: from about {before} to {after} a week"),
        N_("Promises kept: about {level} a week"), ("/trends/promises", {"kind": "kept"}),
    ),
)  # fmt: skip
BY_NAME = {measure.name: measure for measure in MEASURES}


@dataclass(frozen=True, slots=True)
class Row:
    """A week of a series in words; ``link`` leads to what it counts."""

    week: str
    said: str
    expected: str
    link: str
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A series as the page shows it; without a drawing where there is too little to say."""

    name: str
    label: str
    title: str
    drawn: Curve | None
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Surprise:
    """A change, and the page of what is behind it."""

    says: str
    week: date
    link: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its words, and the page that it opens."""

    says: str
    link: str


def enough_of_us(weeks: Sequence[Weekly]) -> bool:
    """Whether at least three of us had a part in the last year."""
    return len(frozenset().union(*(each.people for each in weeks[-YEAR:]))) >= FLOOR


def address(path: str, span: Span, **more: str) -> str:
    """A page of what is counted in a span."""
    of = {"of": str(span.market)} if span.market.kind else {}
    return f"{path}?{urlencode({'first': span.first, 'last': span.last} | of | more, safe=':')}"


def begun(weeks: Sequence[Weekly]) -> list[Weekly]:
    """The weeks that are over, from the first that has anything."""
    past = weeks[:-1]
    first = next((at for at, each in enumerate(past) if each.notes or each.due), len(past))
    return list(past[first:])


def series(measure: Measure, market: Market, weeks: Sequence[Weekly], today: date, most: int = QUARTER) -> Series:
    """One series over weeks that are over, with the last of them as a table."""
    trend, values = trend_of(measure, weeks), values_of(measure, weeks)
    drawn = None
    if trend.level is not None:
        others = [[value(week) for week in weeks] for _name, value in measure.lines]
        drawn = curve([each.week for each in weeks], trend, values, *others)
    every = list(zip(weeks, values, trend.ranges, strict=True))
    rows = [_row(measure, market, told, today) for told in every[: -most - 1 : -1]]
    names = [_(measure.label), *(_(name) for name, _value in measure.lines)]
    recent = bool(trend.changes) and trend.changes[-1].at >= len(weeks) - LATELY
    return Series(measure.name, _(measure.label), title(measure, trend), drawn, tuple(names), tuple(rows), recent)


def values_of(measure: Measure, weeks: Sequence[Weekly]) -> list[float | None]:
    """The values of a series. A median of hours is of three of us, or is not told."""
    if not measure.hours:
        return [measure.value(each) for each in weeks]
    return [measure.value(each) if len(each.people) >= FLOOR else None for each in weeks]


def trend_of(measure: Measure, weeks: Sequence[Weekly]) -> Trend:
    """What the series says."""
    return _trend(tuple(values_of(measure, weeks)), hours=measure.hours)


@lru_cache(maxsize=512)
def _trend(values: tuple[float | None, ...], *, hours: bool) -> Trend:
    """The same weeks say the same: only a week that ended, or was counted anew, is looked at again."""
    return of_hours(values) if hours else of_counts(values)  # type: ignore[arg-type]  # counts are whole numbers


def title(measure: Measure, trend: Trend) -> str:
    """The sentence on top of a drawing."""
    if trend.level is None:
        return _("Too few to say")
    if trend.changes:
        return change_said(measure, trend.changes[-1])
    return _(measure.holds).format(level=_size(measure, trend.level))


def change_said(measure: Measure, change: Change) -> str:
    """A change as a sentence."""
    said = measure.rose if change.after > change.before else measure.fell
    return _(said).format(before=_size(measure, change.before), after=_size(measure, change.after))


def _size(measure: Measure, value: float) -> str:
    return took(value) if measure.hours else level(value)


def surprises(market: Market, weeks: Sequence[Weekly], today: date) -> list[Surprise]:
    """The changes of the last year, newest first; each opens the first four weeks of the new level."""
    found = []
    for measure in MEASURES:
        for change in trend_of(measure, weeks).changes:
            week = weeks[change.at].week
            if change.at >= len(weeks) - YEAR:
                said = _("Since the week that began {day}: {finding}")
                text = said.format(finding=change_said(measure, change), day=on_day(week, today))
                last = min(week + 3 * WEEK, weeks[-1].week)
                path, more = measure.behind
                found.append(Surprise(text, week, address(path, Span(market, week, last), **more)))
    return sorted(found, key=lambda each: each.week, reverse=True)


def figures(market: Market, weeks: Sequence[Weekly], second: int) -> list[Figure]:
    """The numbers of the last weeks, this one among them; each opens what it counts."""
    four, quarter = _span(market, weeks, 4), _span(market, weeks, QUARTER)
    ever = Span(market, date(1970, 1, 5), weeks[-1].week)
    told = (
        (FIGURES["four"], _sum(weeks, 4, "last_both"), address(TURNED, four, kind="both")),
        (FIGURES["quarter"], _sum(weeks, QUARTER, "last_both"), address(TURNED, quarter, kind="both")),
        (FIGURES["met"], _sum(weeks, QUARTER, "met"), address("/trends/people", quarter, kind="met")),
        (FIGURES["won"], _sum(weeks, QUARTER, "won"), address(TURNED, quarter, kind="won")),
        (FIGURES["quiet"], _sum(weeks, QUARTER, "quiet"), address(TURNED, quarter, kind="quiet")),
        (FIGURES["returned"], _sum(weeks, QUARTER, "returned"), address(TURNED, quarter, kind="returned")),
        (FIGURES["second"], second, address("/trends/people", ever, kind="second")),
        (FIGURES["kept"], _sum(weeks, QUARTER, "kept"), address("/trends/promises", quarter, kind="kept")),
        (FIGURES["open"], _sum(weeks, QUARTER, "open"), address("/trends/promises", quarter, kind="open")),
    )
    return [Figure(counted(*said, number), link) for said, number, link in told]


FIGURES = {
    "four": NN_("{n} company in touch both ways in 4 weeks", "{n} companies in touch both ways in 4 weeks"),
    "quarter": NN_("{n} company in touch both ways in 13 weeks", "{n} companies in touch both ways in 13 weeks"),
    "met": NN_("{n} new person in 13 weeks", "{n} new people in 13 weeks"),
    "won": NN_("{n} new company in 13 weeks", "{n} new companies in 13 weeks"),
    "quiet": NN_("{n} company went quiet in 13 weeks", "{n} companies went quiet in 13 weeks"),
    "returned": NN_("{n} company returned in 13 weeks", "{n} companies returned in 13 weeks"),
    "second": NN_("{n} role known by two or more of us", "{n} roles known by two or more of us"),
    "kept": NN_("{n} promise of 13 weeks kept", "{n} promises of 13 weeks kept"),
    "open": NN_("{n} promise of 13 weeks open", "{n} promises of 13 weeks open"),
}


def _span(market: Market, weeks: Sequence[Weekly], number: int) -> Span:
    return Span(market, weeks[-number:][0].week, weeks[-1].week)


def _sum(weeks: Sequence[Weekly], number: int, name: str) -> int:
    return sum(getattr(each, name) for each in weeks[-number:])


def _row(measure: Measure, market: Market, told: tuple[Weekly, float | None, Range | None], today: date) -> Row:
    week, value, expected = told
    between = _("{low} to {high}").format(low=level(expected.low), high=level(expected.high)) if expected else ""
    path, more = measure.behind
    span = Span(market, week.week, week.week)
    others = [(level(other(week) or 0), address(path, span, side=side)) for side, other in _sides(measure)]
    said = level(value) if value is not None else ""
    return Row(day(week.week, today), said, between, address(path, span, **more), tuple(others))


def _sides(measure: Measure) -> list[tuple[str, Value]]:
    return list(zip(("from_them", "from_us"), (value for _name, value in measure.lines), strict=False))
