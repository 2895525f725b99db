"""What was measured, as rows of the table and as text beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bench.extraction.baselines import NAIVE, TALON
from bench.extraction.figures import Figure
from bench.extraction.parts import PARTS, Part, false_contacts, fields, of_field
from bench.extraction.scoring import Score
from bench.extraction.speed import OURS, Pace
from bench.figures import Row, shown

TIMES_NAIVE: Final = 8
SLOWEST_SECONDS: Final = 2
Others = dict[str, Sequence[Score]]


def rows(scores: Sequence[Score], others: Others) -> list[Row]:
    """Every part beside the best of the others."""
    return [
        *(_row(part, scores, others) for part in PARTS if part.target or part.figure(scores).n),
        _false(scores, others),
    ]


def speed_rows(paces: dict[str, Pace], messages: int) -> list[Row]:
    """Ours beside all others of the same run."""
    ours, naive = paces[OURS], paces[NAIVE]
    rest = {name: pace for name, pace in paces.items() if name != OURS}
    rates = ", ".join(f"{name} {pace.rate:,.0f}" for name, pace in rest.items())
    slowest = ", ".join(f"{name} {pace.slowest:.3f}" for name, pace in rest.items())
    return [
        Row("messages a second on one core, every stage on", ours.rate, "/s", f"{messages}", rates),
        Row("as many times the naive pipeline's", ours.rate / naive.rate, "×", target=TIMES_NAIVE),
        Row("slowest message", ours.slowest, "s", "", slowest, SLOWEST_SECONDS, at_most=True),
    ]


def by_group(scores: Sequence[Score]) -> str:
    """The same figures for each collection."""
    groups = sorted({each.gold.group for each in scores})
    parted = [[each for each in scores if each.gold.group == group] for group in groups]
    return _grid("measure", groups, [(part.name, [_cell(part, each) for each in parted]) for part in PARTS])


def by_reader(scores: Sequence[Score], others: Others) -> str:
    """Ours and each of the others."""
    readers = {OURS: scores} | others
    columns = [*readers, *(() if TALON in readers else (TALON,))]
    cells = [(part.name, [_of_reader(part, readers, name) for name in columns]) for part in PARTS]
    return _grid("measure", columns, cells)


def by_field(scores: Sequence[Score]) -> str:
    """Precision and recall of each contact field."""
    cells = [(name, [_cell(part, scores) for part in of_field(name)]) for name in fields(scores)]
    return _grid("contact field", ["precision (n found)", "recall (n there)"], cells)


def confusions(scores: Sequence[Score]) -> str:
    """Which classes were taken for which."""
    wrong = Counter(each.kind for each in scores if each.kind and each.kind[0] != each.kind[1])
    read_as = [f"- {gold} read as {ours}: {count}" for (gold, ours), count in sorted(wrong.items())]
    return "\n".join(["Classes taken for others:", "", *(read_as or ["- none taken for another"])])


def contacts(scores: Sequence[Score]) -> str:
    """Every address made a contact that is no person's."""
    return "\n".join(f"- false contact: {address}" for address in false_contacts(scores)) or "- no false contact"


def _row(part: Part, scores: Sequence[Score], others: Others) -> Row:
    figure = part.figure(scores)
    rivals = {name: part.figure(each).value for name, each in others.items()}
    known = {name: value for name, value in rivals.items() if value is not None}
    best = max(known, key=lambda name: known[name]) if known else ""
    baseline = f"{shown(known[best])} {best}" if best else ""
    return Row(part.name, figure.value, "", _certainty(figure), baseline, part.target)


def _false(scores: Sequence[Score], others: Others) -> Row:
    theirs = f"{len(false_contacts(others[NAIVE]))} {NAIVE}"
    found = len(false_contacts(scores))
    return Row("addresses made contacts that are not people", found, "", f"{len(scores)}", theirs, 0, at_most=True)


def _certainty(figure: Figure) -> str:
    return f"{figure.n}, {figure.low:.2f}–{figure.high:.2f}" if figure.value is not None else "0"


def _cell(part: Part, scores: Sequence[Score]) -> str:
    figure = part.figure(scores)
    if figure.value is None:
        return "–"
    return f"{shown(figure.value)} ({figure.n}, {figure.low:.2f}–{figure.high:.2f})"


def _of_reader(part: Part, readers: Others, name: str) -> str:
    return _cell(part, readers[name]) if name in readers else "does not install"


def _grid(corner: str, columns: Sequence[str], lines: Sequence[tuple[str, Sequence[str]]]) -> str:
    head = [f"| {corner} | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    told = [f"| {name} | {' | '.join(cells)} |" for name, cells in lines if set(cells) - {"–", "does not install"}]
    return "\n".join([*head, *told])
