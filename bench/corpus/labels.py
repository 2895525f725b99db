"""What is true of a message, read from the marks in it: the label scheme of the reading bench."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bench.corpus.blocks import Block
from bench.corpus.contact import Contact, Phone, contact, phone
from bench.corpus.errors import CorpusError
from bench.corpus.markup import Mark, Marked

KINDS: Final = frozenset({"person", "automated", "newsletter", "bounce", "out_of_office", "calendar"})
WRITTEN: Final = frozenset({"new", "signature"})
BOILERPLATE: Final = frozenset({"disclaimer", "footer"})
PROMISERS: Final = {"promise": "author", "request": "recipient"}
STATUSES: Final = frozenset({"proposed", "confirmed", "cancelled"})
SIGNATURE_MARKS: Final = frozenset(
    {"name", "title", "company", "department", "phone", "address", "url", "social", "email"}
)
MARKS: Final = SIGNATURE_MARKS | {*PROMISERS, "due", "meeting", "mention", "signoff", "until", "back", "substitute"}

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the text, with what it says of them."""

    name: str
    email: str | None
    phones: tuple[str, ...]
    company: str | None
    title: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise (``who`` is author) or a request (recipient); ``due_date`` as ISO date."""

    who: str
    text: str
    due_text: str | None
    due_date: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in the text; the first ``start`` is its wall time, ``at`` the span's offsets."""

    text: str
    start: str | None
    status: str
    moved_from: str | None
    at: Range


@dataclass(frozen=True, slots=True)
class Absence:
    """``until`` is the last day away, ``back`` the first day back where the text gives that instead."""

    until: str | None
    back: str | None
    substitutes: tuple[Person, ...]
    departed: bool


@dataclass(frozen=True, slots=True)
class Bounce:
    """Whom a message did not reach, and whether trying again is pointless."""

    addresses: tuple[str, ...]
    permanent: bool


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one message; field names are those of the label scheme."""

    kind: str
    language: str
    new_text_line_ranges: tuple[Range, ...]
    boilerplate_line_ranges: tuple[Range, ...]
    signature_line_range: Range | None
    signoff_line: int | None
    contact: Contact | None
    author_phones_in_body: tuple[Phone, ...]
    mentioned_people: tuple[Person, ...]
    commitments: tuple[Commitment, ...]
    meetings: tuple[Meeting, ...]
    absence: Absence | None
    bounce: Bounce | None


def label(block: Block, marked: Marked) -> Label:
    """Read the label of a message.

    Raises:
        CorpusError: a mark, kind, status or date that is none.
    """
    _check(block, marked)
    signatures = _ranges(marked, frozenset({"signature"}))
    signoffs = _named(marked, "signoff")
    return Label(
        kind=block.settings["kind"],
        language=block.settings.get("language", "en"),
        new_text_line_ranges=_ranges(marked, WRITTEN),
        boilerplate_line_ranges=_ranges(marked, BOILERPLATE),
        signature_line_range=signatures[0] if signatures else None,
        signoff_line=marked.line_of(signoffs[0]) if signoffs else None,
        contact=contact(marked),
        author_phones_in_body=tuple(
            phone(marked, mark) for mark in _named(marked, "phone") if marked.zone_of(mark) == "new"
        ),
        mentioned_people=tuple(_person(marked, mark) for mark in _named(marked, "mention")),
        commitments=tuple(_commitment(marked, mark) for mark in marked.marks if mark.name in PROMISERS),
        meetings=tuple(_meeting(marked, mark) for mark in _named(marked, "meeting")),
        absence=_absence(block, marked),
        bounce=_bounce(block),
    )


def _check(block: Block, marked: Marked) -> None:
    if block.settings.get("kind") not in KINDS:
        raise CorpusError(f"@kind is one of {', '.join(sorted(KINDS))}")
    for mark in marked.marks:
        if mark.name not in MARKS:
            raise CorpusError(f"there is no mark {mark.name!r}: use one of {', '.join(sorted(MARKS))}")
        if marked.zone_of(mark) not in WRITTEN:
            raise CorpusError(f"{marked.words_of(mark)!r} is marked, but the author did not write it")
        if mark.name in SIGNATURE_MARKS - {"phone"} and marked.zone_of(mark) != "signature":
            raise CorpusError(f"{marked.words_of(mark)!r} is a contact's field outside the signature")


def _named(marked: Marked, name: str) -> list[Mark]:
    return [mark for mark in marked.marks if mark.name == name]


def _ranges(marked: Marked, zones: frozenset[str]) -> tuple[Range, ...]:
    """The runs of lines in these zones, without blank lines at their ends."""
    runs: list[Range] = []
    joined = False
    for number, (line, zone) in enumerate(zip(marked.text.split("\n"), marked.zones, strict=True), 1):
        if zone not in zones:
            joined = False
        elif line.strip():
            runs = [*runs[:-1], (runs[-1][0], number)] if joined else [*runs, (number, number)]
            joined = True
    return tuple(runs)


def _iso(day: str) -> str:
    """A date, checked."""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise CorpusError(f"{day!r} is no date like 2026-11-27") from error


def _moment(start: str) -> str | None:
    """A date, or a date and wall time to the minute, checked; None for ``none``."""
    if start == "none":
        return None
    try:
        return datetime.fromisoformat(start).isoformat(timespec="minutes") if "T" in start else _iso(start)
    except ValueError as error:
        raise CorpusError(f"{start!r} is no moment like 2026-11-27T14:00") from error


def _commitment(marked: Marked, mark: Mark) -> Commitment:
    place = marked.marks.index(mark)
    dues = [other for other in _named(marked, "due") if place in other.within]
    due_text = marked.words_of(dues[0]) if dues else mark.fields.get("due")
    if due_text and due_text not in " ".join(marked.text.split()):
        raise CorpusError(f"{due_text!r} does not stand in the text")
    due_date = _iso(mark.words[0]) if mark.words else None
    return Commitment(PROMISERS[mark.name], marked.words_of(mark), due_text, due_date, mark.start, mark.end)


def _meeting(marked: Marked, mark: Mark) -> Meeting:
    status, start = (*mark.words, "none")[:2]
    if status not in STATUSES:
        raise CorpusError(f"a meeting is one of {', '.join(sorted(STATUSES))}")
    moved = mark.fields.get("from")
    return Meeting(
        marked.words_of(mark), _moment(start), status, _moment(moved) if moved else None, (mark.start, mark.end)
    )


def _person(marked: Marked, mark: Mark) -> Person:
    for value in mark.fields.values():
        if value not in " ".join(marked.text.split()):
            raise CorpusError(f"{value!r} does not stand in the text")
    name = mark.fields.get("name") or marked.words_of(mark)
    phones = tuple(value for key, value in mark.fields.items() if key.startswith("phone"))
    told = mark.fields.get
    return Person(name, told("email"), phones, told("company"), told("title"), mark.start, mark.end)


def _absence(block: Block, marked: Marked) -> Absence | None:
    untils, backs = _named(marked, "until"), _named(marked, "back")
    substitutes = tuple(_person(marked, mark) for mark in _named(marked, "substitute"))
    departed = block.settings.get("departed") == "yes"
    if not (untils or backs or substitutes or departed or block.settings["kind"] == "out_of_office"):
        return None
    back = _iso(backs[0].words[0]) if backs else None
    until = _iso(untils[0].words[0]) if untils else None
    if back and not until:
        until = (date.fromisoformat(back) - timedelta(days=1)).isoformat()
    return Absence(until, back, substitutes, departed)


def _bounce(block: Block) -> Bounce | None:
    if block.settings["kind"] != "bounce":
        return None
    bounced = tuple(block.settings.get("bounced", "").split())
    if not bounced or block.settings.get("permanent") not in {"yes", "no"}:
        raise CorpusError("a bounce has @bounced with its addresses and @permanent with yes or no")
    return Bounce(bounced, block.settings["permanent"] == "yes")
