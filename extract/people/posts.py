"""What somebody does and where: title, company and department in the phrases of a signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.expressions import expression
from extract.mail.signature.author import Author
from extract.mail.signature.traits import is_prose, names_site
from extract.patterns.job_titles import has_title
from extract.patterns.legal_forms import has_legal_form
from extract.patterns.organizations import (
    CONNECTORS,
    DEPARTMENTS,
    FIRM,
    FUNCTIONS,
    ORGANIZATIONS,
    POSTS,
    SCHOOLS,
    TEAMS,
)
from extract.people.phrases import Phrase

_BREAK: Final = expression(r"(,\s+| [-–—|/] | at | @ | bei | chez | c/o )")
_FOR: Final = expression(r"^(?:[Ff]or|[Ff]ür|[Pp]our|[Oo]n behalf of) \p{Lu}")
_AT: Final = frozenset({"at", "@", "bei", "chez"})
_LONGEST: Final = 9
_LONGEST_UNKNOWN: Final = 5
_ACRONYM: Final = 5
# How surely a phrase names the company; the surest is taken.
_SITE_AND_FORM, _SITE, _FORM, _TOLD, _FIRM, _WEAK, _NONE = 6, 5, 4, 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class Post:
    """Phrases of a title, a company and a department, each possibly of several lines."""

    title: tuple[Phrase, ...] = ()
    company: tuple[Phrase, ...] = ()
    department: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    """What one phrase is: ``title``, ``department`` or nothing, and how surely a company."""

    phrase: Phrase
    is_title: bool
    is_department: bool
    company: int


def post_in(phrases: Sequence[Phrase], author: Author, text: str) -> Post:
    """Title, company and department among phrases that are neither name nor address."""
    kinds = [kind for phrase in phrases for kind in _parts(_behind_for(phrase), author)]
    title = _title(kinds)
    titles = _lines(kinds, title, text) if title is not None else ()
    kinds = [kind for kind in kinds if kind.phrase not in titles[1:]]
    company = _company(kinds)
    return Post(
        title=titles,
        company=_lines(kinds, company, text) if company is not None else (),
        department=_department(kinds, title, company),
    )


def _title(kinds: Sequence[_Kind]) -> int | None:
    """The phrase with a word for a post; without one, what people of the sales floor write there: "Inside Sales"."""
    titles = [place for place, kind in enumerate(kinds) if kind.is_title]
    floor = [place for place, kind in enumerate(kinds) if kind.is_department and _is_post_alone(kind.phrase.words)]
    return next(iter(titles + floor), None)


def _is_post_alone(words: Sequence[str]) -> bool:
    return DEPARTMENTS.isdisjoint(words) and not POSTS.isdisjoint(words)


def _behind_for(phrase: Phrase) -> Phrase:
    """Without the word that says for whom somebody signs: "for Quillon & Vey LLP"."""
    match = _FOR.match(phrase.text)
    return (phrase.cut(match.end() - 1, len(phrase.text)) if match else None) or phrase


def _company(kinds: Sequence[_Kind]) -> int | None:
    places = [place for place, kind in enumerate(kinds) if kind.company]
    if not places:
        places = [
            place for place, kind in enumerate(kinds) if kind.phrase.words[-1:] and kind.phrase.words[-1] in SCHOOLS
        ]
    return max(places, key=lambda place: (kinds[place].company, -place), default=None)


def _department(kinds: Sequence[_Kind], title: int | None, company: int | None) -> tuple[Phrase, ...]:
    """The phrase with a word for it; else the one that stands between title and company."""
    named = [place for place, kind in enumerate(kinds) if kind.is_department and place not in {company, title}]
    if title is None:
        named = [place for place in named if _is_unit_alone(kinds[place].phrase.words)]
    if named:
        return (kinds[named[0]].phrase,)
    if title is not None and company == title + 2 and _could_be_unit(kinds[title + 1]):
        return (kinds[title + 1].phrase,)
    return ()


def _is_unit_alone(words: Sequence[str]) -> bool:
    """Whether words name a unit even where no title stands beside them: "Legal Department", "Project Finance"."""
    return not DEPARTMENTS.isdisjoint(words) or (len(words) > 1 and words[-1] in FUNCTIONS)


def _could_be_unit(kind: _Kind) -> bool:
    words = kind.phrase.text.split()
    return len(words) <= _LONGEST_UNKNOWN and not kind.is_title and kind.phrase.text[:1].isupper()


def _kind(phrase: Phrase, author: Author) -> _Kind:
    words = phrase.words
    if len(words) > _LONGEST or is_prose(phrase.text, words):
        return _Kind(phrase, is_title=False, is_department=False, company=_NONE)
    rank = rank_of(phrase, author)
    is_title = rank not in {_FORM, _SITE_AND_FORM} and has_title(words) and not _is_team(phrase.text, words)
    is_department = rank < _FIRM and not is_title and _is_unit(words) and not any(c.isdigit() for c in phrase.text)
    return _Kind(phrase, is_title, is_department, _NONE if is_title or is_department else rank)


def _is_team(text: str, words: Sequence[str]) -> bool:
    """Whether words name those who do the work together: "Buyers' Team"; "Head of Unit" is one person."""
    return "'s " in text or (words[-1] in TEAMS and "," not in text and "of" not in words)


def _is_unit(words: Sequence[str]) -> bool:
    return not DEPARTMENTS.isdisjoint(words) or (
        0 < len(words) <= _LONGEST_UNKNOWN and not FUNCTIONS.isdisjoint((words[0], words[-1]))
    )


def rank_of(phrase: Phrase, author: Author) -> int:
    """How surely a phrase names a company: by the sender's domain, a legal form, or a word for organizations."""
    words = phrase.words
    is_site = author.site != "" and names_site(words, author.site)
    if has_legal_form(phrase.text):
        return _SITE_AND_FORM if is_site else _FORM
    if is_site:
        return _SITE
    if not FIRM.isdisjoint(words):
        return _FIRM
    return _WEAK if not ORGANIZATIONS.isdisjoint(words) and len(words) <= _LONGEST_UNKNOWN + 1 else _NONE


def _parts(phrase: Phrase, author: Author) -> Iterator[_Kind]:
    """Cut a company from behind a title: "Systems Architect at Quillon", "Buyer, Quillon Ltd"; else all of it."""
    first_is_title = has_title(_first(phrase).words)
    for match in _BREAK.finditer(phrase.text):
        head, tail = phrase.cut(0, match.start()), phrase.cut(match.end(), len(phrase.text))
        if head and tail and first_is_title and _is_employer(tail, author, match.group().strip()):
            yield _kind(head, author)
            yield replace(
                _kind(tail, author), is_title=False, is_department=False, company=max(rank_of(tail, author), _TOLD)
            )
            return
        if head and tail and _are_two(head, tail, author, match.group()):
            yield _kind(head, author)
            yield _kind(tail, author)
            return
        if head and tail and has_title(tail.words) and _stands_alone(head, author):
            yield _kind(head, author)
            yield from _parts(tail, author)
            return
    yield _kind(phrase, author)


def _are_two(head: Phrase, tail: Phrase, author: Author, mark: str) -> bool:
    """Whether a unit and its company, or a company and its unit, stand beside a mark: "Quillon Ltd, Legal Dept."."""
    if mark == " - ":
        return _is_company_of(head, tail, author)
    return mark.startswith(",") and rank_of(head, author) >= _FIRM and not DEPARTMENTS.isdisjoint(tail.words)


def _is_company_of(head: Phrase, tail: Phrase, author: Author) -> bool:
    """Whether a unit and its company stand in one line: "Regulatory Affairs - Quillon Corp."."""
    return rank_of(head, author) < _FIRM and rank_of(tail, author) in {_FORM, _SITE_AND_FORM}


def _stands_alone(head: Phrase, author: Author) -> bool:
    """Whether what stands before a title is a company or a department of its own."""
    return not has_title(head.words) and (rank_of(head, author) >= _FIRM or _is_unit(head.words))


def _first(phrase: Phrase) -> Phrase:
    end = _BREAK.search(phrase.text)
    return (phrase.cut(0, end.start()) if end else None) or phrase


def _is_employer(tail: Phrase, author: Author, mark: str) -> bool:
    words = tail.words
    if rank_of(tail, author) >= _FIRM or (mark in _AT and tail.text[:1].isupper()):
        return True
    text = tail.text
    return (
        len(words) == 1
        and 1 < len(text) <= _ACRONYM
        and text.isupper()
        and text.isalpha()
        and words[0] not in FUNCTIONS
    )


def _lines(kinds: Sequence[_Kind], place: int, text: str) -> tuple[Phrase, ...]:
    """A value and what of it is wrapped onto the next line."""
    phrase = kinds[place].phrase
    following = kinds[place + 1] if place + 1 < len(kinds) else None
    if following is None or not _wraps(phrase, following, text, is_title=kinds[place].is_title):
        return (phrase,)
    return (phrase, following.phrase)


def _wraps(phrase: Phrase, following: _Kind, text: str, *, is_title: bool) -> bool:
    other = following.phrase
    if other.row != phrase.row + 1 or other.column != phrase.column or following.company >= _FIRM:
        return False
    if other.text.split()[0] in CONNECTORS or phrase.text.split()[-1].lower() in CONNECTORS:
        return True
    behind = text[phrase.span.end : phrase.span.end + 1]
    return is_title and (following.is_title or behind in {",", "/", "&", "-"})
