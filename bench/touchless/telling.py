"""The table of a measurement: each figure as the mean over worlds, and beside it what it was in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bench.figures import Row, shown
from bench.touchless.scoring import Score

ASKED = {True: 10.0, False: 35.0}


def rows(scores: Mapping[bool, Sequence[Score]]) -> list[Row]:
    """Every figure; ``scores`` by whether the oracle presses ``R``, one a world."""
    found: list[Row] = []
    for presses, each in scores.items():
        who = "presses R" if presses else "never presses R"
        found += _of_oracle(each, who, ASKED[presses])
    return found


def by_week(scores: Mapping[bool, Sequence[Score]]) -> str:
    """Share settled without asking, week by week, as a Markdown table."""
    weeks = max(len(score.by_week) for each in scores.values() for score in each)
    lines = [
        "| settled without asking, by week | " + " | ".join(str(week + 1) for week in range(weeks)) + " |",
        "|---|" + "---|" * weeks,
    ]
    for presses, each in scores.items():
        shares = [[score.by_week[week] for score in each if week < len(score.by_week)] for week in range(weeks)]
        cells = " | ".join(f"{sum(share) / len(share):.2f}" for share in shares)
        lines.append(f"| {'presses R' if presses else 'never presses R'} | {cells} |")
    return "\n".join(lines)


def _of_oracle(scores: Sequence[Score], who: str, asked: float) -> list[Row]:
    floor = _mean([score.floor for score in scores])
    each = _mean([score.each for score in scores])
    return [
        _row(f"decisions asked per 100 true interactions after week 2, {who}", scores, lambda s: s.asked,
             target=asked, at_most=True, baseline=f"floor {shown(floor)}; asking about each {shown(each)}"),
        _row(f"items a rep sees on a working day, {who}", scores, lambda s: s.items, target=15, at_most=True),
        _row(f"precision of what was settled without asking, {who}", scores, lambda s: s.precision, target=0.99,
             baseline=f"n {sum(score.settled for score in scores)}"),
        _row(f"junk contacts, {who}", scores, lambda s: s.junk, target=0, at_most=True,
             baseline=f"n {sum(score.contacts for score in scores)}"),
        _row(f"true contacts found, {who}", scores, lambda s: s.recall, target=0.97),
        _row(f"true exchanges missed, {who}", scores, lambda s: s.missed),
        _row(f"exchanges noted twice, {who}", scores, lambda s: s.twice),
        _row(f"duplicate contacts, {who}", scores, lambda s: s.duplicates, target=0, at_most=True),
        _row(f"wrong merges, {who}", scores, lambda s: s.wrong_merges, target=0, at_most=True),
        _row(f"private notes shared unasked, {who}", scores, lambda s: s.private_unasked, target=0, at_most=True),
        _row(f"private notes shared, {who}", scores, lambda s: s.private_shared, target=0, at_most=True),
        _row(f"promises with a day found, {who}", scores, lambda s: s.promises),
        _row(f"judging a mail or meeting beside 100,000 known contacts, {who}", scores, lambda s: s.milliseconds, "ms",
             target=1, at_most=True),
        _row(f"a whole replay, {who}", scores, lambda s: s.seconds, "s"),
    ]  # fmt: skip


def _row(  # noqa: PLR0913 - a row's own words
    measure: str, scores: Sequence[Score], of: Callable[[Score], float | None], unit: str = "", *,
    target: float | None = None, at_most: bool = False, baseline: str = "",
) -> Row:  # fmt: skip
    values = [of(score) for score in scores]
    certainty = f"{len(values)} worlds: " + ", ".join(shown(value) for value in values)
    return Row(measure, _mean(values), unit, certainty, baseline, target, at_most)


def _mean(values: Sequence[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None
