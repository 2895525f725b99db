"""The name in a signature: the phrase that names the sender, or else the one that stands where names stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.expressions import expression
from extract.mail.signature.author import Author
from extract.mail.signature.traits import ON_BEHALF, is_person, names_site
from extract.patterns import postal
from extract.patterns.first_names import NAMES
from extract.patterns.job_titles import POSTNOMINALS, has_title
from extract.patterns.legal_forms import has_legal_form
from extract.patterns.organizations import DEPARTMENTS, FIRM, FUNCTIONS, ORGANIZATIONS
from extract.people.phrases import Phrase

_END: Final = expression(r",| [-–—|~/] |\(|\s{3,}|;| \* | // ")
_MOST_WORDS: Final = 6
_FEWEST_WORDS: Final = 2
_TOPMOST: Final = 2  # a stranger's name stands among the first phrases or is none


def name_in(phrases: Sequence[Phrase], author: Author) -> tuple[int, Phrase] | None:
    """The place of the phrase that holds the name, and the name alone."""
    tops = [(place, top) for place, phrase in enumerate(phrases) if (top := _top(phrase, author)) is not None]
    best = max(tops, key=lambda each: author.share(each[1].text), default=None)
    if best is not None and author.share(best[1].text) >= 1:
        return best
    strangers = [each for each in tops[:_TOPMOST] if is_person(each[1].text)]
    if strangers:
        return strangers[0]
    initials = [each for each in tops[:1] if author.share(each[1].text) > 0]
    return initials[0] if initials else None


def _top(phrase: Phrase, author: Author) -> Phrase | None:
    """The part of a phrase that could be a name."""
    behalf = ON_BEHALF.match(phrase.text)
    start = behalf.end() if behalf else 0
    end = _END.search(phrase.text[start:])
    top = phrase.cut(start, start + end.start() if end else len(phrase.text))
    plain = _plain(top, author) if top is not None and not has_legal_form(top.text) else None
    return plain if plain is not None and _could_name(plain, author) else None


def _plain(top: Phrase, author: Author) -> Phrase | None:
    """Without what stands behind a name: "Ann Hill MBA", "Jo Kern photographer"."""
    words = top.text.split()
    kept = len(words)
    while kept > _FEWEST_WORDS and _is_behind_name(words[kept - 1], author):
        kept -= 1
    end = top.text.rfind(words[kept - 1]) + len(words[kept - 1])
    return top.cut(0, end)


def _is_behind_name(word: str, author: Author) -> bool:
    bare = word.strip(".,").lower()
    if bare.replace(".", "") in POSTNOMINALS:
        return True
    if len(word) > _FEWEST_WORDS and word.isupper() and word.isalpha():
        return author.share(word) == 0
    return (word.islower() or has_title([bare])) and author.share(word) == 0


def _could_name(top: Phrase, author: Author) -> bool:
    words = top.words
    if not 0 < len(words) <= _MOST_WORDS or has_legal_form(top.text):
        return False
    share = author.share(top.text)
    if share == len(words) > 1:
        return True
    if has_title(words) and (share < len(words) or len(words) == 1):
        return False
    if share == 1 and len(words) > 1 and words[0] not in NAMES and author.site and names_site(words, author.site):
        return False
    others = ORGANIZATIONS | FIRM | DEPARTMENTS | FUNCTIONS
    return others.isdisjoint(words) and not postal.is_town(top.text, words) and not any(c.isdigit() for c in top.text)
