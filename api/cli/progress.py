"""How an import tells how far it is, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Self, TextIO

from ingest.importing import Progress, Summary
from store.inbound import Quarantine

EVERY_ON_A_SCREEN = 0.2
EVERY_IN_A_FILE = 10.0
SHOWN_PER_REASON = 3
MINUTE = 60
MISSED = (
    "{count} of earlier imports can no longer be found there, most of a folder or mailbox at once. I left everything "
    "as it was. If they were meant to go, run this again with --accept-gone; if not, check the path and its disk."
)


class Meter:
    """One line that is written over on a screen, a line now and then in a file."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._screen = out.isatty()
        self._said_at = monotonic()
        self._open = False

    def __enter__(self) -> Self:
        """Leaving the block ends the line."""
        return self

    def __exit__(self, *raised: object) -> None:
        """End the line that was written over."""
        if self._open:
            self._out.write("\n")

    def show(self, progress: Progress) -> None:
        """Say it, if it is time to."""
        every = EVERY_ON_A_SCREEN if self._screen else EVERY_IN_A_FILE
        ends = progress.total and progress.done == progress.total
        if monotonic() - self._said_at < every and not (ends and self._screen):
            return
        self._said_at, self._open = monotonic(), self._screen
        self._out.write(f"\r\x1b[K{line(progress)}" if self._screen else f"{line(progress)}\n")
        self._out.flush()


def line(progress: Progress) -> str:
    """Such as ``Read 300 of 1,200 · 350 a second · about 3 s left``."""
    if not progress.total:
        return f"Looked at {progress.kept:,}"
    start = f"Read {progress.done:,} of {progress.total:,} · {progress.rate:,.0f} a second"
    return f"{start} · about {span(progress.seconds_left)} left" if progress.done < progress.total else start


def span(seconds: float) -> str:
    """Seconds up to two minutes, then minutes."""
    return f"{seconds:.0f} s" if seconds < 2 * MINUTE else f"{seconds / MINUTE:.0f} min"


def told(summary: Summary, name: str) -> str:
    """What an import came to, in lines for a person."""
    accounts = summary.accounts
    left_out, aside = sum(accounts.left_out.values()), sum(accounts.quarantined.values())
    total = accounts.read + accounts.waiting + left_out + aside
    new = _count(summary.fresh, "new one") if summary.fresh else "nothing new"
    lines = [
        f"{_count(total, 'item')} for {name}: {new}, in {span(summary.seconds)}.",
        f"  {accounts.read:,} read",
        *([f"  {accounts.waiting:,} waiting: a worker is reading them"] if accounts.waiting else []),
        f"  {left_out:,} left out",
        *(f"    {count:,} {reason}" for reason, count in sorted(accounts.left_out.items())),
        f"  {aside:,} kept unread",
        *_aside(accounts.quarantined, summary.set_aside),
        *([MISSED.format(count=_count(summary.missed, "item"))] if summary.missed else []),
    ]
    return "\n".join(lines)


def _aside(reasons: Mapping[str, int], items: Sequence[Quarantine]) -> list[str]:
    lines = []
    for reason, count in sorted(reasons.items()):
        lines.append(f"    {count:,} · {reason}")
        those = [item.remote_id for item in items if item.reason == reason]
        lines.extend(f"        {remote_id}" for remote_id in those[:SHOWN_PER_REASON])
        if len(those) > SHOWN_PER_REASON:
            lines.append(f"        and {len(those) - SHOWN_PER_REASON:,} more; --json names all")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
