"""The command: read a set, score it, and print every figure beside the baselines of the same run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import sets
from bench.extraction import baselines, ours, speed, telling
from bench.extraction.claims import Claims
from bench.extraction.gold import BadLabels, Gold, of_corpus, read
from bench.extraction.scoring import Score, score
from bench.figures import Row, kept, machine, table

QUICK = 60
_ABOUT = """\
# How well mail is read

Printed by `{command}`; anybody can run it again.
One annotator's labels, so there is no figure for how far two annotators agree. Behind each figure stand the number of
cases and a 95 % interval: shares after Wilson, all else by drawing the messages anew a thousand times. Every baseline
read the same messages in the same run, as it comes. The rules were written with development sets in view, and with
messages of our own once these were there; only mailboxes that nobody has seen tell how well a stranger's mail is read.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores of a set, ours and everybody's."""

    messages: Sequence[Gold]
    claimed: Sequence[Claims]
    scores: Sequence[Score]
    others: dict[str, Sequence[Score]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--labels", type=Path, metavar="FILE", help="label objects, one a line")
    parser.add_argument(
        "--messages", type=Path, metavar="DIR", help="folder of <id>.eml; where the labels are, if not given"
    )
    parser.add_argument(
        "--corpus", choices=[*sets.names(), "all"], help="messages of our own, reported apart from labels"
    )
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write every error there")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write all tables there")
    parser.add_argument("--no-speed", action="store_true", help="leave the timing out")


def run(asked: argparse.Namespace) -> int:
    """Print the figures; 1 when a target is missed, 2 when there is nothing to score."""
    try:
        chosen = _sets(asked)
    except BadLabels as error:
        print(error, file=sys.stderr)
        return 2
    measured = {name: _measured(_some(messages, asked)) for name, messages in chosen.items()}
    rows = {name: _rows(each, asked) for name, each in measured.items()}
    for name, each in measured.items():
        print(_section(name, each, rows[name]), telling.contacts(each.scores), sep="\n", end="\n\n")
    if asked.errors:
        asked.errors.write_text("".join(map(_errors, measured.values())))
    if asked.markdown:
        asked.markdown.write_text(_document(asked, measured, rows))
    return kept("extraction", next(iter(rows.values())), asked.json)


def _sets(asked: argparse.Namespace) -> dict[str, list[Gold]]:
    chosen: dict[str, list[Gold]] = {}
    if asked.labels:
        chosen["Real mail"] = read(asked.labels, asked.messages or asked.labels.parent)
    if asked.corpus:
        names = sets.names() if asked.corpus == "all" else (asked.corpus,)
        chosen["Messages of our own"] = [gold for name in names for gold in of_corpus(name)]
    if not any(chosen.values()):
        raise BadLabels("Name a set: --labels FILE --messages DIR, or --corpus NAME.")
    return chosen


def _some(messages: list[Gold], asked: argparse.Namespace) -> list[Gold]:
    return messages[:: max(1, len(messages) // QUICK)] if asked.quick else messages


def _measured(messages: Sequence[Gold]) -> Measured:
    claimed = [ours.claims(gold.raw) for gold in messages]
    both = list(zip(messages, claimed, strict=True))
    others: dict[str, Sequence[Score]] = {
        name: [score(gold, _asked(reader, gold, claims.text)) for gold, claims in both]
        for name, reader in baselines.readers().items()
    }
    return Measured(messages, claimed, [score(*each) for each in both], others)


def _asked(reader: baselines.Baseline, gold: Gold, text: str) -> Claims:
    """What a library says; nothing where it fails."""
    try:
        return reader(gold.raw, text)
    except Exception:  # noqa: BLE001 - whatever a library raises, it has not read the message
        return Claims(text, new=frozenset(), signature=frozenset())


def _rows(measured: Measured, asked: argparse.Namespace) -> list[Row]:
    rows = telling.rows(measured.scores, measured.others)
    if asked.no_speed:
        return rows
    texts = [claims.text for claims in measured.claimed]
    paces = speed.paces(measured.messages, texts, 1 if asked.quick else speed.ROUNDS)
    return rows + telling.speed_rows(paces, len(measured.messages))


def _section(name: str, measured: Measured, rows: Sequence[Row]) -> str:
    scores = measured.scores
    tables = (telling.by_group(scores), telling.by_reader(scores, measured.others), telling.by_field(scores))
    return "\n\n".join(
        (f"## {name}", f"{len(scores)} messages. {machine()}.", table(rows), *tables, telling.confusions(scores))
    )


def _errors(measured: Measured) -> str:
    return "".join(f"{each.gold.name} {error}\n" for each in measured.scores for error in each.errors)


def _document(asked: argparse.Namespace, measured: dict[str, Measured], rows: dict[str, list[Row]]) -> str:
    options = {"--labels FILE --messages DIR": asked.labels, f"--corpus {asked.corpus}": asked.corpus}
    command = " ".join(["python -m bench extraction", *(option for option, given in options.items() if given)])
    parts = (_section(name, each, rows[name]) for name, each in measured.items())
    return "\n\n".join([_ABOUT.format(command=command).strip(), *parts]) + "\n"
