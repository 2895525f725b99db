"""How the faults are told: a line for each scenario, and whether it was seen failing without its defence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.faults.stage import CONVERGED_WITHIN, Outcome, Scenario
from bench.figures import Row

NOT_PLAYED = "not played to its end"
COUNTED = ("lost", "doubled", "unread", "cursor ahead", "server changed", "late")


@dataclass(frozen=True, slots=True)
class Played:
    """A scenario with what every mailbox came to.

    Attributes:
        without: what broke when the defence was taken away; None when that was not played.
    """

    scenario: Scenario
    outcomes: Sequence[Outcome]
    without: Counter[str] | None = None

    @property
    def broken(self) -> Counter[str]:
        """Every invariant that did not hold, with how often."""
        return broken(self.outcomes)

    @property
    def slowest(self) -> float:
        """Seconds until the last mailbox had nothing left to do."""
        return max((CONVERGED_WITHIN if each.seconds is None else each.seconds for each in self.outcomes), default=0.0)


def broken(outcomes: Sequence[Outcome]) -> Counter[str]:
    """Every invariant that did not hold, with how often."""
    found: Counter[str] = Counter()
    for each in outcomes:
        found.update(each.broken)
    return found


def heading() -> str:
    """The head of the table."""
    names = f"| scenario | of | runs | {' | '.join(COUNTED)} | slowest, s | result | without its defence |"
    return f"{names}\n|{'---|' * (names.count('|') - 1)}"


def line(played: Played) -> str:
    """One scenario."""
    found = played.broken
    others = ", ".join(name for name in found if name not in COUNTED)
    result = "holds" if not found else f"BROKEN {others}".rstrip()
    counts = " | ".join(str(found[name]) for name in COUNTED)
    return (
        f"| {played.scenario.name} | {played.scenario.of} | {len(played.outcomes)} | {counts} "
        f"| {played.slowest:.1f} | {result} | {_seen(played)} |"
    )


def summary(played: Sequence[Played]) -> str:
    """All of it in a line."""
    total: Counter[str] = Counter()
    for each in played:
        total.update(each.broken)
    runs, held = sum(len(each.outcomes) for each in played), sum(not each.broken for each in played)
    tried = [each for each in played if each.without is not None]
    seen = sum(bool(set(each.without or ()) - {NOT_PLAYED}) for each in tried)
    counts = ", ".join(f"{total[name]} {name}" for name in ("lost", "doubled", "late"))
    without = f"; {seen} of {len(tried)} seen failing without their defence" if tried else ""
    return f"{len(played)} scenarios on {runs} mailboxes: {counts}; {held} hold{without}"


def _seen(played: Played) -> str:
    if played.without is None:
        return played.scenario.defence and f"{played.scenario.defence}: not played"
    if not played.without:
        return f"{played.scenario.defence}: HOLDS ALL THE SAME"
    return f"{played.scenario.defence}: {', '.join(played.without)}"


def rows(played: Sequence[Played]) -> list[Row]:
    """The figures: each invariant over all scenarios, and the defences that were seen to matter."""
    runs = sum(len(each.outcomes) for each in played)
    total: Counter[str] = Counter()
    for each in played:
        total.update(each.broken)
    certainty = f"{len(played)} scenarios, {runs} mailboxes"
    found = [Row(f"faults: {name}", total[name], "", certainty, target=0, at_most=True) for name in COUNTED]
    others = sum(count for name, count in total.items() if name not in COUNTED)
    found.append(Row("faults: what a scenario alone asks for", others, "", certainty, target=0, at_most=True))
    slowest = max((each.slowest for each in played), default=None)
    found.append(
        Row(
            "faults: slowest to have nothing left to do", slowest, "s", certainty, target=CONVERGED_WITHIN, at_most=True
        )
    )
    tried = [each for each in played if each.without is not None]
    if tried:
        seen = sum(bool(set(each.without or ()) - {NOT_PLAYED}) for each in tried)
        found.append(Row("faults: scenarios seen failing without their defence", seen, "", "", target=len(tried)))
    return found
