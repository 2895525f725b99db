"""How a measurement is told: a table for people, JSON for programs, and whether its targets are met."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    Attributes:
        value: ours; None where there was nothing to measure.
        certainty: n and interval, in words.
        baseline: the best other one of the same run, in words.
        target: what it should be: at least, or at most where ``at_most``; None where there is no target.
    """

    measure: str
    value: float | None
    unit: str = ""
    certainty: str = ""
    baseline: str = ""
    target: float | None = None
    at_most: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target or a value."""
        if self.target is None or self.value is None:
            return None
        return self.value <= self.target if self.at_most else self.value >= self.target


def machine() -> str:
    """The machine in a few words."""
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {platform.system()}"


def table(rows: Sequence[Row]) -> str:
    """A Markdown table."""
    lines = [
        "| measure | ours | n, 95 % interval | best baseline, same run | target | met |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join([*lines, *(_line(row) for row in rows)])


def as_json(name: str, rows: Sequence[Row]) -> str:
    """All figures as JSON."""
    figures = [asdict(row) | {"met": row.met} for row in rows]
    return json.dumps({"name": name, "machine": machine(), "figures": figures}, indent=1, ensure_ascii=False)


def told(name: str, rows: Sequence[Row], json_file: Path | None) -> int:
    """Print the table, then as ``kept``."""
    print(table(rows))
    return kept(name, rows, json_file)


def kept(name: str, rows: Sequence[Row], json_file: Path | None) -> int:
    """Write the JSON where asked, and return the exit code: 1 when a target is missed."""
    if json_file:
        json_file.write_text(as_json(name, rows))
    return int(any(row.met is False for row in rows))


def _line(row: Row) -> str:
    sign = "≤" if row.at_most else "≥"
    target = "" if row.target is None else f"{sign} {row.target:g}"
    met = {None: "", True: "yes", False: "no"}[row.met]
    return (
        f"| {row.measure} | {shown(row.value)} {row.unit}".rstrip()
        + f" | {row.certainty} | {row.baseline} | {target} | {met} |"
    )


def shown(value: float | None) -> str:
    """A value as it stands in a table."""
    if value is None:
        return "–"
    return f"{value:.3f}" if abs(value) < 2 and value != int(value) else f"{value:,.4g}"
