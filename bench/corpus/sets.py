"""Sets of messages: read with their labels, and written as the reading bench takes them."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from bench.corpus.blocks import Block, blocks
from bench.corpus.clients import dressed
from bench.corpus.errors import CorpusError
from bench.corpus.labels import Label, label
from bench.corpus.markup import Marked, parse
from bench.corpus.wire import raw

HOME: Final = Path(__file__).parents[2] / "tests/corpus"
# A machine's message is labelled by what it is; nobody signs or promises in it.
MACHINES: Final = frozenset({"automated", "newsletter", "bounce", "calendar", "out_of_office"})
OF_MACHINES: Final = ("kind", "language", "absence", "bounce")


@dataclass(frozen=True, slots=True)
class Sample:
    """A message of the corpus.

    Attributes:
        name: set, file and message, as in ``due_dates/offices.draft-by-friday``.
        raw: the message as it travels.
        text: the text that lines and offsets of the label refer to; where only HTML is sent, what it says.
    """

    name: str
    block: Block
    raw: bytes
    text: str
    zones: tuple[str, ...]
    label: Label

    @property
    def id(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.raw).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """The label object, with id, name and set; of a machine's message only what holds of it."""
        told = dataclasses.asdict(self.label)
        if self.label.kind in MACHINES:
            told = {key: told[key] for key in OF_MACHINES}
        elif self.block.settings.get("only") == "html":
            told["lines"] = [[zone, line] for zone, line in zip(self.zones, self.text.split("\n"), strict=True)]
        named = {"id": self.id, "handle": self.name, "source": {"set": self.name.partition("/")[0]}}
        return named | {key: value for key, value in told.items() if key not in {"absence", "bounce"} or value}


def names() -> tuple[str, ...]:
    """The sets that there are."""
    return tuple(sorted({path.parent.name for path in HOME.glob("*/*.txt")}))


def load(name: str) -> tuple[Sample, ...]:
    """Every message of a set, in the order of its files.

    Raises:
        CorpusError: no such set, a message that breaks the format, or two of the same name.
    """
    files = sorted((HOME / name).glob("*.txt"))
    if not files:
        raise CorpusError(f"there is no set {name!r}: use one of {', '.join(names())}")
    samples = tuple(_sample(path, block) for path in files for block in blocks(path))
    taken = [sample.name for sample in samples]
    if twice := {each for each in taken if taken.count(each) > 1}:
        raise CorpusError(f"a name stands twice: {', '.join(sorted(twice))}")
    return samples


def sample(name: str, block: Block) -> Sample:
    """A message with its label."""
    block = dressed(block)
    marked: Marked = parse(block.body)
    return Sample(name, block, raw(block, marked.text), marked.text, marked.zones, label(block, marked))


def _sample(path: Path, block: Block) -> Sample:
    try:
        return sample(f"{path.parent.name}/{path.stem}.{block.name}", block)
    except CorpusError as error:
        raise CorpusError(f"{path.name}, message {block.name}: {error}") from error


def write(samples: tuple[Sample, ...], folder: Path) -> None:
    """Write ``labels.jsonl`` and an ``.eml`` file, named after its id, for each message."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(each.as_json(), ensure_ascii=False) for each in samples]
    (folder / "labels.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for each in samples:
        (folder / f"{each.id}.eml").write_bytes(each.raw)
