"""People whom an author names to the reader: by full name, or by any name with a detail beside it.

Greetings and sign-offs name the reader and the author, not somebody else. What stands close behind a name is taken as
that person's: an address, a number, a title between commas, a company after "of", "at", "from" or "with".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.expressions import expression
from extract.facts import Evidence, MentionFact, Participant, Span
from extract.facts.places import TEXT
from extract.mail.signature.lines import tokens
from extract.patterns import naming
from extract.patterns.registers import is_register
from extract.people.recognizer import Recognizer
from extract.people.spotted import Spotted, is_given_name, people_in

_EMAIL: Final = expression(r"[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+")
_PHONE: Final = expression(r"(?:\+|\(|\b)\d[\d ()./-]{5,18}\d\b")
_COMPANY: Final = expression(naming.COMPANY_BEHIND)
_CAPITALS: Final = expression(r"^(?:the )?(\p{Lu}\S*(?:,? (?:&|and|und|et|of|\p{Lu}\S*))*)")
_TITLE: Final = expression(naming.TITLE_BEHIND)
_TITLE_ENDS: Final = expression(naming.TITLE_ENDS)
_TITLE_BEFORE: Final = expression(naming.TITLE_BEFORE)
_PRESENTED: Final = expression(naming.PRESENTED)
_GREETING: Final = expression(naming.GREETING)
_GIVEN: Final = expression(naming.WITH_DETAIL)
_TELLING: Final = 5  # letters of a family name that no other address holds by chance
_FULL: Final = 2  # words of a name that tell one person from another
_CLOSE: Final = 80
_NEAR: Final = 45


@dataclass(frozen=True, slots=True)
class _Named:
    """A name as it is and as written, with the words behind it up to the next name or the end of its paragraph."""

    name: str
    written: str
    span: Span
    before: str
    after: str


def mentions_in(
    text: str, stretch: Span, participants: Sequence[Participant], recognizer: Recognizer
) -> tuple[MentionFact, ...]:
    """People named in one stretch of new text, each once, in order.

    Args:
        text: the text of the message.
        stretch: new text without its signature.
        participants: who took part: the author is not mentioned by signing.
        recognizer: finds names.
    """
    spotted = people_in(text, stretch, recognizer)
    named = [*_named(text, stretch, spotted), *_by_detail(text, stretch, spotted)]
    authors = [person for person in participants if person.role == "from"]
    firms = {_letters(person.address.rpartition("@")[2].partition(".")[0]) for person in participants}
    found: dict[str, MentionFact] = {}
    for each in sorted(named, key=lambda one: one.span.start):
        fact = _fact(each)
        is_other = not any(_is_called(author, each.name) for author in authors) and not _is_firm(each.name, firms)
        if is_other and not _is_aside(text, stretch, each, participants):
            key = " ".join(sorted(_words(each.name)))
            found[key] = _fuller(found.get(key), fact)
    return tuple(found.values())


def _named(text: str, stretch: Span, spotted: Sequence[Spotted]) -> Iterator[_Named]:
    for number, each in enumerate(spotted):
        later = spotted[number + 1].span.start if number + 1 < len(spotted) else stretch.end
        yield _around(text, stretch, each.span, later)


def _by_detail(text: str, stretch: Span, spotted: Iterable[Spotted]) -> Iterator[_Named]:
    """A given name alone, with a number or an address right behind it."""
    taken = [each.span for each in spotted]
    for match in _GIVEN.finditer(text, stretch.start, stretch.end):
        span = Span(match.start(1), match.end(1))
        free = not any(other.start < span.end and span.start < other.end for other in taken)
        if free and is_given_name(match.group(1).lower()):
            yield _around(text, stretch, span, stretch.end)


def _around(text: str, stretch: Span, span: Span, later: int) -> _Named:
    end = min(later, span.end + _CLOSE, stretch.end)
    after = text[span.end : end].partition("\n\n")[0]
    before = text[max(stretch.start, span.start - _CLOSE) : span.start].rpartition("\n\n")[2]
    written = text[span.start : span.end]
    return _Named(" ".join(written.split()), written, span, before, after)


def _is_called(person: Participant, name: str) -> bool:
    """Whether a name is that of a participant: by the display name, or by the address before its @."""
    words = _words(name)
    local = person.address.partition("@")[0]
    family = max(words, key=len)
    by_address = len(family) >= _TELLING and family in local
    return by_address or len(words & _words(person.name or "")) >= min(len(words), _FULL)


def _is_firm(name: str, firms: Iterable[str]) -> bool:
    """Whether a name is that of a participant's company, as the address's domain writes it."""
    return any(firm and _letters(name) in {firm, f"{firm}s"} for firm in firms)


def _letters(words: str) -> str:
    return "".join(mark for mark in words.lower() if mark.isalpha())


def _is_aside(text: str, stretch: Span, each: _Named, participants: Iterable[Participant]) -> bool:
    """Whether a name greets the reader, signs alone at the edge, or stands where the law wants it under a letter.

    A participant's name alone on any line is a letter's inside address or a list of those present.
    """
    first = text.rfind("\n", 0, each.span.start) + 1
    last = text.find("\n", each.span.end)
    line = text[first : last if last >= 0 else len(text)]
    if _GREETING.match(line) or is_register(line.strip(), tokens(line)):
        return True
    alone = not line.replace(text[each.span.start : each.span.end], "").strip(" ,.:;-!")
    at_edge = not text[stretch.start : first].strip() or not text[max(last, each.span.end) : stretch.end].strip()
    return alone and (at_edge or any(_is_called(person, each.name) for person in participants))


def _fact(each: _Named) -> MentionFact:
    near = each.after.partition("\n")[0] if each.after[:_NEAR].count("\n") == 0 else each.after
    emails = tuple(match.group().lower() for match in _EMAIL.finditer(near))
    phones = tuple(match.group().strip() for match in _PHONE.finditer(near))
    company, title = _company(each.after), _title(each)
    return MentionFact(
        name=each.name,
        emails=emails[:1],
        phones=phones[:2],
        company=company,
        title=title,
        introduced=_PRESENTED.search(each.before) is not None,
        evidence=(_evidence(each),),
    )


def _evidence(each: _Named) -> Evidence:
    return Evidence("name", TEXT, each.span, each.written)


def _company(after: str) -> str | None:
    """What stands behind "of" or "at", as far as it is capitalised."""
    match = _COMPANY.match(after)
    named = _CAPITALS.match(match.group(1)) if match else None
    words = named.group(1).strip(" ,.") if named else ""
    return words or None


def _title(each: _Named) -> str | None:
    behind, before = _TITLE.match(each.after), _TITLE_BEFORE.search(each.before)
    for match in (behind, before):
        words = _TITLE_ENDS.sub("", match.group(1)).strip() if match else ""
        if naming.TITLE_WORDS & _words(words):
            return words
    return None


def _fuller(earlier: MentionFact | None, later: MentionFact) -> MentionFact:
    """One fact of two about the same person: the first place, all details."""
    if earlier is None:
        return later
    return MentionFact(
        name=earlier.name,
        emails=earlier.emails or later.emails,
        phones=earlier.phones or later.phones,
        company=earlier.company or later.company,
        title=earlier.title or later.title,
        introduced=earlier.introduced or later.introduced,
        evidence=earlier.evidence,
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,'’\"()").lower() for word in name.replace(",", " ").split())
