"""The command: read a set, score it, and print every figure beside the baselines of the same run."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from bench.corpus import sets
from bench.extraction import baselines, ours, speed
from bench.extraction.claims import Claims
from bench.extraction.figures import Figure
from bench.extraction.gold import BadLabels, Gold, read
from bench.extraction.parts import PARTS, Part, false_contacts
from bench.extraction.scoring import Score, score
from bench.figures import Row, machine, shown, table, told

TIMES_NAIVE = 8
SLOWEST_SECONDS = 2
QUICK = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--labels", type=Path, help="label objects, one a line")
    parser.add_argument("--messages", type=Path, help="folder of <id>.eml; the labels' own folder where not given")
    parser.add_argument("--corpus", choices=[*sets.names(), "all"], help="messages of our own instead")
    parser.add_argument("--errors", type=Path, help="write every error there")
    parser.add_argument("--markdown", type=Path, help="write the tables there as well")
    parser.add_argument("--no-speed", action="store_true", help="leave the timing out")


def run(asked: argparse.Namespace) -> int:
    """Print the figures; 1 when a target is missed, 2 when there is nothing to score."""
    try:
        messages = _messages(asked)
    except BadLabels as error:
        print(error, file=sys.stderr)
        return 2
    messages = messages[:: max(1, len(messages) // QUICK)] if asked.quick else messages
    claimed = [ours.claims(gold.raw) for gold in messages]
    scores = [score(gold, claims) for gold, claims in zip(messages, claimed, strict=True)]
    others = _baselines(messages, claimed)
    rows = [_row(part, scores, others) for part in PARTS]
    rows.append(Row("addresses made contacts that are not people", len(false_contacts(scores)), target=0, at_most=True))
    if not asked.no_speed:
        rows += _speed(messages, claimed, rounds=1 if asked.quick else speed.ROUNDS)
    if asked.errors:
        asked.errors.write_text("".join(f"{each.gold.id[:12]} {error}\n" for each in scores for error in each.errors))
    print(f"{len(messages)} messages. {machine()}. One annotator's labels.\n")
    code = told("extraction", rows, asked.json)
    apart = _by_group(scores)
    talon = "is installed, but not measured" if find_spec("talon") else "does not install here"
    print(f"\n{apart}\n\n{_confusions(scores)}\ntalon {talon}")
    if asked.markdown:
        asked.markdown.write_text(f"{table(rows)}\n\n{apart}\n")
    return code


def _messages(asked: argparse.Namespace) -> list[Gold]:
    if asked.corpus:
        with tempfile.TemporaryDirectory() as folder:
            chosen = sets.names() if asked.corpus == "all" else (asked.corpus,)
            found: list[Gold] = []
            for name in chosen:
                place = Path(folder, name)
                place.mkdir()
                sets.write(sets.load(name), place)
                found += read(place / "labels.jsonl", place)
            return found
    if asked.labels is None:
        raise BadLabels("Name a set: --labels FILE --messages DIR, or --corpus NAME.")
    return read(asked.labels, asked.messages or asked.labels.parent)


def _baselines(messages: Sequence[Gold], claimed: Sequence[Claims]) -> dict[str, list[Score]]:
    return {
        name: [score(gold, _asked(reader, gold, claims.text)) for gold, claims in zip(messages, claimed, strict=True)]
        for name, reader in baselines.READERS.items()
    }


def _asked(reader: baselines.Baseline, gold: Gold, text: str) -> Claims:
    """What a library says; nothing where it fails."""
    try:
        return reader(gold.raw, text)
    except Exception:  # noqa: BLE001 - whatever a library raises, it has not read the message
        return Claims(text, new=frozenset(), signature=frozenset())


def _row(part: Part, scores: Sequence[Score], others: dict[str, list[Score]]) -> Row:
    figure = part.figure(scores)
    rivals = {name: part.figure(each).value for name, each in others.items()}
    known = {name: value for name, value in rivals.items() if value is not None}
    best = max(known, key=lambda name: known[name]) if known else ""
    baseline = f"{shown(known[best])} {best}" if best else ""
    return Row(part.name, figure.value, "", _certainty(figure), baseline, part.target)


def _certainty(figure: Figure) -> str:
    return f"{figure.n}, {figure.low:.2f}–{figure.high:.2f}" if figure.value is not None else "0"


def _speed(messages: Sequence[Gold], claimed: Sequence[Claims], rounds: int) -> list[Row]:
    found = speed.paces(messages, [claims.text for claims in claimed], rounds)
    mine, naive = found.pop("boswell"), found[speed.NAIVE]
    beside = ", ".join(f"{name} {pace.rate:,.0f}" for name, pace in found.items())
    return [
        Row("messages a second on one core, every stage on", mine.rate, "/s", f"{len(messages)}", beside),
        Row("as many times the naive pipeline's", mine.rate / naive.rate, "×", target=TIMES_NAIVE),
        Row("slowest message", mine.slowest, "s", target=SLOWEST_SECONDS, at_most=True),
    ]


def _by_group(scores: Sequence[Score]) -> str:
    """The same figures for each collection."""
    groups = sorted({each.gold.group for each in scores})
    lines = [f"| measure | {' | '.join(groups)} |", f"|---|{'---|' * len(groups)}"]
    for part in PARTS:
        figures = [part.figure([each for each in scores if each.gold.group == group]) for group in groups]
        cells = [f"{shown(figure.value)} ({figure.n})" if figure.value is not None else "–" for figure in figures]
        lines.append(f"| {part.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _confusions(scores: Sequence[Score]) -> str:
    wrong = [each.kind for each in scores if each.kind and each.kind[0] != each.kind[1]]
    pairs = {pair: wrong.count(pair) for pair in wrong}
    read_as = [f"{gold} read as {ours}: {count}" for (gold, ours), count in sorted(pairs.items())]
    contacts = false_contacts(scores)
    return "\n".join([*read_as, *(f"false contact: {address}" for address in contacts)])
