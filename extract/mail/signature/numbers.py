"""Where digits run in a line as they do in telephone numbers, with the label beside each run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.expressions import expression
from extract.facts import PhoneType, Span
from extract.patterns.phone_labels import FILLERS, LABELS, MOST_TELLING, NOT_PHONES, PUNCTUATION

_DIGITS: Final = frozenset("0123456789")
_RUN: Final = expression(r"(?:\+ ?|\(\+?)?\(?\d(?:(?:\) ?[-./]? ?|[ \x{a0}]?\(| ?[-–./] ?\(?|[ \x{a0}]|)\d)+")
_BESIDE: Final = expression(r" [0(+]")
_BETWEEN: Final = expression(r" [-–/] ")
_EXTENSION: Final = expression(
    r"(?:^|[\s(])((?:[xX] ?|ext\.? ?|Ext\.? ?)?\d[- ]?\d{3,4}|[xX] ?\d{3,5})(?:$|[ \t]*[(,|;])"
)
_DATE: Final = expression(
    r"^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d)\b"
)
_AMERICAN: Final = expression(r"^(?:\+?1[-. /]?)?(?:\(\d{3}\) ?[-./]?|\d{3} ?[-./ ] ?)\d{3} ?[-. ] ?\d{4}(?:\D|$)")
_LOCAL: Final = expression(r"^\d{3}[-.]\d{4}$")
_GROUPED: Final = expression(r"^\d{1,4}(?:[-. ]\d{2,4}){2,4}$")
_PAIRS: Final = expression(r"^\d{2}(?: \d{2}){3,4}$")
_POSTCODE: Final = expression(r"^\d{5} \(?\d{3}\)?[ -./]{1,2}\d{3}[-. ]\d{4}$")
_WORD: Final = expression(r"[\p{L}☎📞📱✆📠][\p{L}.\-]*|[#:=./()\[\]]+|\d+|[^\s]")
_BEHIND: Final = expression(r"^[ \t]*[(\[–-]{0,2}[ \t]*([\p{L}-]+)\.?(?:[ /]([\p{L}]+))?")
_IN_BRACKETS: Final = expression(r"^ ?[(\[]([\p{L}-]+)\.?[)\]]")
_FEWEST: Final = 7
_FEWEST_LABELLED: Final = 4
_LONGEST_POSTCODE: Final = 5
_MOST: Final = 15
_LOOSE: Final = 9
_LONGEST_LABEL: Final = 60
_LABEL_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Number:
    """A run of digits.

    Attributes:
        span: where it stands in the line.
        kind: what its label says, or None without one.
    """

    span: Span
    kind: PhoneType | None


def numbers_in(line: str) -> tuple[Number, ...]:
    """Telephone numbers of a line, in order."""
    if _DIGITS.isdisjoint(line):
        return ()
    spans = [span for match in _RUN.finditer(line) for span in _apart(line, match.start(), match.end())]
    befores = _befores(line, spans)
    kinds = [label_before(before) for before in befores]
    kinds = _with_labels_behind(line, spans, kinds)
    found = [
        Number(span, kind)
        for span, kind, before in zip(spans, kinds, befores, strict=True)
        if _is_phone(line[span.start : span.end], before, kind) and not _is_postcode(line, span)
    ]
    return tuple(found) or _extension(line)


def _with_labels_behind(line: str, spans: list[Span], kinds: list[PhoneType | None]) -> list[PhoneType | None]:
    """Labels stand behind where none stands before the first number; in brackets and at the end they do anyhow."""
    if not spans:
        return []
    ends = [*(span.start for span in spans[1:]), len(line)]
    behind = [_label_behind(line[span.end : end]) for span, end in zip(spans, ends, strict=True)]
    if kinds[0] is None and behind[0] is not None:
        return behind
    kinds = [kind or _bracketed(line[span.end :]) for span, kind in zip(spans, kinds, strict=True)]
    return [*kinds[:-1], kinds[-1] or behind[-1]]


def label_before(before: str) -> PhoneType | None:
    """What the words just before a number say about it."""
    plain = before.rstrip()
    if plain.endswith(")") and "(" in plain:
        inside = plain[plain.rfind("(") + 1 : -1].lower().strip(". ")
        plain = plain if inside in LABELS else plain[: plain.rfind("(")]
    kinds: list[PhoneType] = []
    for word in reversed([match.lower() for match in _WORD.findall(plain[-_LONGEST_LABEL:])][-3 * _LABEL_WORDS :]):
        bare = word.strip(".-")
        if bare in LABELS and (
            len(bare) > 1
            or before.rstrip()[-1:] in ".:)="
            or plain.strip() == word
            or not plain.strip()[:-1].rstrip()[-1:].isalnum()
        ):
            kinds.append(LABELS[bare])
        elif bare and bare not in FILLERS and bare not in PUNCTUATION:
            break
    is_both = "fax" in kinds and "unspecified" in kinds and not {"/", "&", "+"}.isdisjoint(plain[-_LONGEST_LABEL:])
    return "unspecified" if is_both else most_telling(kinds)


def most_telling(kinds: list[PhoneType]) -> PhoneType | None:
    """The kind that decides among several words of one label."""
    return next((kind for kind in MOST_TELLING if kind in kinds), None)


def _label_behind(after: str) -> PhoneType | None:
    """What the words just behind a number say about it; with a colon they speak of the next."""
    match = _BEHIND.match(after)
    if match is None or after.rstrip().endswith(":"):
        return None
    words = [word.lower() for word in match.groups() if word]
    return most_telling([LABELS[word] for word in words if word in LABELS]) if words[0] in LABELS else None


def _bracketed(after: str) -> PhoneType | None:
    """A label in brackets right behind a number is that number's: "212 555 0144 (f)"."""
    match = _IN_BRACKETS.match(after)
    return LABELS.get(match.group(1).lower()) if match else None


def _befores(line: str, spans: list[Span]) -> list[str]:
    ends = [0, *(span.end for span in spans[:-1])]
    return [line[end : span.start] for end, span in zip(ends, spans, strict=False)]


def _apart(line: str, start: int, end: int) -> list[Span]:
    """Two numbers with a dash or stroke between them are two."""
    between = _BETWEEN.search(line[start:end])
    if between is not None:
        sides = (line[start : start + between.start()], line[start + between.end() : end])
        if all(sum(character in _DIGITS for character in side) >= _FEWEST for side in sides):
            return [_trimmed(line, start, start + between.start()), _trimmed(line, start + between.end(), end)]
    return [_trimmed(line, *part) for part in _side_by_side(line, start, end)]


def _side_by_side(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two numbers with nothing but a blank between them: the second begins as numbers do."""
    run = line[start:end]
    if sum(character in _DIGITS for character in run) <= _MOST:
        return [(start, end)]
    for match in _BESIDE.finditer(run):
        sides = (run[: match.start()], run[match.start() + 1 :])
        if all(_LOOSE <= sum(character in _DIGITS for character in side) <= _MOST for side in sides):
            return [(start, start + match.start()), (start + match.start() + 1, end)]
    return [(start, end)]


def _trimmed(line: str, start: int, end: int) -> Span:
    """A bracket that closes elsewhere does not belong to the number; a postcode before it neither."""
    run = line[start:end]
    if _POSTCODE.match(run):
        start += len("12345 ")
        run = line[start:end]
    if run.startswith("(") and ")" not in run:
        start += 1
    return Span(start, end)


def _is_postcode(line: str, span: Span) -> bool:
    """Whether a short run stands before a town."""
    behind = line[span.end : span.end + 2]
    return span.end - span.start <= _LONGEST_POSTCODE and behind[:1] == " " and behind[1:].isupper()


def _is_phone(run: str, before: str, kind: PhoneType | None) -> bool:
    digits = sum(character in _DIGITS for character in run)
    last = before.lower().replace(":", " ").replace("#", " ").replace(".", " ").split()[-2:]
    if (
        digits > _MOST
        or _DATE.match(run)
        or not NOT_PHONES.isdisjoint(last)
        or before[-1:] in {"$", "€", "£", "/", "=", "-"}
    ):
        return False
    if before[-1:].isalpha() and (kind is None or not before[-2:-1].isalpha()):
        return False
    if kind is not None:
        return digits >= _FEWEST_LABELLED
    if digits < _FEWEST:
        return False
    is_formed = run.startswith(("+", "00", "(")) or _AMERICAN.match(run) is not None or _LOCAL.match(run) is not None
    return (
        is_formed
        or (digits >= _LOOSE and (run.startswith("0") or _GROUPED.match(run) is not None))
        or _PAIRS.match(run) is not None
    )


def _extension(line: str) -> tuple[Number, ...]:
    """A house's own short number, alone at the end of a short line: ``x3-6343``."""
    match = _EXTENSION.search(line)
    if match is None:
        return ()
    run = match.group(1)
    is_marked = run[:1] in "xXeE"
    if not is_marked and not (len(run) == len("3-6343") and run[1] == "-" and run[2:].isdigit()):
        return ()
    return (Number(Span(match.start(1), match.end(1)), "work"),)
