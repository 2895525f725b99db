"""Evidence as it is drawn: each field has a number, and its words carry the same number where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from api.web.sentences import CALENDAR, UNSAID, Field
from api.web.words import field
from i18n.texts import _
from store.queries.evidence import Proof, Source

WHOLE = 700  # characters of a text that are shown without leaving anything out
AROUND = 160  # shown before and after marked words in a longer one
LINES = frozenset({"text", "subject"})


@dataclass(frozen=True, slots=True)
class Row:
    """A field of what will be recorded, with its number.

    Attributes:
        number: 0 where no words stand behind it.
        note: where it is from, when it is not from words.
    """

    name: str
    label: str
    value: str
    number: int
    note: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a source's text; marked with numbers, or plain."""

    text: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One source: its title and text in pieces, and marked words that stand in neither."""

    id: UUID
    source: Source
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    besides: tuple[Piece, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it. ``gone``: words whose mail is not there any more."""

    rows: tuple[Row, ...]
    passages: tuple[Passage, ...]
    gone: tuple[Piece, ...]


def numbered(fields: Sequence[Field], proofs: Sequence[Proof], sources: Sequence[Source]) -> Evidence:
    """Give each field with words behind it a number, in reading order, and mark its words with it."""
    here = {source.id for source in sources}
    said = [proof for proof in proofs if proof.field not in UNSAID]
    near = [proof for proof in said if proof.origin is None or proof.origin in here]
    shown = [*fields, *_further(fields, near)]
    numbers: dict[str, int] = {}
    for one in shown:
        if any(_is_of(proof, one) and not _is_sign(proof) for proof in near):
            numbers.setdefault(one.label, len(numbers) + 1)
    marks = [
        (replace(proof, quote=proof.quote.removeprefix("mailto:")), numbers[one.label])
        for proof in near
        if not _is_sign(proof)
        for one in [next(one for one in shown if _is_of(proof, one))]
    ]
    lost = [Piece(proof.quote, (number,)) for proof, number in marks if proof.origin is None]
    return Evidence(
        tuple(_row(one, numbers, said, is_recorded=one in fields) for one in shown),
        tuple(_passage(source, [each for each in marks if each[0].origin == source.id]) for source in sources),
        tuple(dict.fromkeys(lost)),
    )


def _further(fields: Sequence[Field], proofs: Iterable[Proof]) -> list[Field]:
    """What has words behind it and is not recorded for colleagues: it stays with the owner."""
    further = {field(proof.field): proof for proof in proofs if not any(_is_of(proof, one) for one in fields)}
    return [Field(proof.field, label, proof.quote) for label, proof in further.items() if not _is_sign(proof)]


def _row(one: Field, numbers: dict[str, int], proofs: Iterable[Proof], *, is_recorded: bool) -> Row:
    own = [proof for proof in proofs if _is_of(proof, one)]
    note = "" if is_recorded else _("stays with you")
    if own and one.label not in numbers:
        note = _("from your calendar") if any(map(_is_sign, own)) else _("from an earlier mail")
    return Row(one.name, one.label, one.value, numbers.get(one.label, 0), note)


def _is_of(proof: Proof, one: Field) -> bool:
    return proof.field == one.name or field(proof.field) == one.label


def _is_sign(proof: Proof) -> bool:
    """A calendar's times are signs for machines: only where they are from is said."""
    return proof.source == CALENDAR and proof.field == "starts_at"


def _passage(source: Source, marks: Sequence[tuple[Proof, int]]) -> Passage:
    pieces, is_cut = _pieces(source.text, [each for each in marks if each[0].source == "text"])
    title, _is_title_cut = _pieces(source.title, [each for each in marks if each[0].source == "subject"], whole=True)
    besides = dict.fromkeys(Piece(proof.quote, (number,)) for proof, number in marks if proof.source not in LINES)
    for words in besides:  # a calendar's fields stand there whole
        title = (words,) if title == (Piece(words.text),) else title
        pieces = (words,) if pieces == (Piece(words.text),) else pieces
    further = tuple(words for words in besides if words not in {*title, *pieces})
    return Passage(source.id, source, title, pieces, further, is_cut)


def _pieces(text: str, marks: Sequence[tuple[Proof, int]], *, whole: bool = False) -> tuple[tuple[Piece, ...], bool]:
    """A text cut at its marked words, with what stands far from all of them left out of a long one."""
    spans = _spans(text, marks)
    found: list[Piece] = []
    at = 0
    for start, end, numbers in [*spans, (len(text), len(text), ())]:
        found.append(Piece(text[at:start]))
        if numbers:
            found.append(Piece(text[start:end], numbers))
        at = end
    long = len(text) > WHOLE and not whole
    shown = [_shortened(piece, at, len(found)) for at, piece in enumerate(found)] if long else found
    return tuple(piece for piece in shown if piece.text), long and shown != found


def _spans(text: str, marks: Sequence[tuple[Proof, int]]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Where marks begin and end, with their numbers; of two that overlap the longer is marked, with both numbers."""
    spans: list[tuple[int, int, tuple[int, ...]]] = []
    ordered = sorted(marks, key=lambda each: (each[0].start, -each[0].end, each[1]))
    for proof, number in ordered:
        if not proof.start < proof.end <= len(text):
            continue
        if spans and proof.start < spans[-1][1]:
            start, end, numbers = spans.pop()
            spans.append((start, end, tuple(dict.fromkeys((*numbers, number)))))
        else:
            spans.append((proof.start, proof.end, (number,)))
    return spans


def _shortened(piece: Piece, at: int, of: int) -> Piece:
    """Of a plain stretch between marks only what is near one."""
    text = piece.text
    if piece.numbers or len(text) <= 2 * AROUND:
        return piece
    if of == 1:
        return Piece(f"{text[:WHOLE].rstrip()} …")
    if at == 0:
        return Piece(f"… {text[-AROUND:].lstrip()}")
    if at == of - 1:
        return Piece(f"{text[:AROUND].rstrip()} …")
    return Piece(f"{text[:AROUND].rstrip()} … {text[-AROUND:].lstrip()}")
