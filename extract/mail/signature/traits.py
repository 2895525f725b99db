"""What can be seen on one line of the author's text: a number, a title, a company, a street, or plain prose."""

from __future__ import annotations

from typing import Final

from extract.expressions import expression
from extract.mail.signature import numbers
from extract.mail.signature.author import Author, fold
from extract.mail.signature.lines import Line, tokens
from extract.patterns import postal
from extract.patterns.closings import is_closing, is_postscript
from extract.patterns.handles import HOSTS
from extract.patterns.handles import LABELS as HANDLES
from extract.patterns.job_titles import has_title
from extract.patterns.legal_forms import has_legal_form
from extract.patterns.naming import PARTICLES
from extract.patterns.organizations import DEPARTMENTS, ORGANIZATIONS, SMALL_WORDS
from extract.patterns.phone_labels import LABELS
from extract.patterns.prose import PROSE
from extract.patterns.registers import is_register

Traits = frozenset[str]

NOTHING: Final[Traits] = frozenset()
PROSE_LINE: Final[Traits] = frozenset({"prose"})
# What a signature is made of; a block ends with the last line that shows one of these.
CONTACT: Final = frozenset({"phone", "email", "own_email", "url", "own_url", "handle", "street", "town"})
NAMING: Final = frozenset({"author", "initials", "person", "title", "firm", "own_firm", "department"})
DETAILS: Final = CONTACT | {"title", "firm", "own_firm", "department"}
SIGNING: Final = CONTACT | NAMING
_EMAIL: Final = expression(r"[\p{L}\d._%+'-]+(?:@| ?\(at\) ?| ?\[at\] ?| at )[\p{L}\d-]+(?:\.[\p{L}\d-]+)+")
_URL: Final = expression(r"(?i)\bhttps?://[^\s<>\"]+|\bwww\.[^\s<>\"|,;]+")
# Signed on behalf of somebody: "i. A. Jonas Kern", "p.p. Ann Hill", "gez.".
ON_BEHALF: Final = expression(r"^(?:i\. ?[AV]\.|i[AV]\.? |ppa\.|p\.?p\.? |p\.o\. |gez\.|[Ii]nh\. |/s/|/\p{Lu})\s*")
_PRONOUNS: Final = expression(r"(?i)[(\[](?:she|he|they|elle|il|er|sie|ella|hij|zij)(?:\s?[/,]\s?\p{L}+){0,2}[)\]]")
_LONGEST: Final = 160
_LONG: Final = 90
_SENTENCE: Final = 7  # words: fewer, and a full stop may be an abbreviation's
_TITLE_WORDS: Final = 9
_NAME_WORDS: Final = 5
_ONE_PROSE_WORD: Final = 3  # in a line of so many words and more one word of prose is enough
_LABEL: Final = 3
_DISTINCT: Final = 5  # letters of a word that a domain hardly begins with by chance
_NUMBER_BEGINS: Final = frozenset("0123456789(+")
_NO_NAME: Final = frozenset(":/@#;!?=<>_$%&")


def traits_of(line: Line, author: Author) -> Traits:
    """Everything seen on a line."""
    words = line.words
    if not words:
        return NOTHING
    if line.is_dashes or line.is_rule:
        return frozenset({"dashes" if line.is_dashes else "rule"})
    if len(words) > _LONGEST:
        return PROSE_LINE
    if is_closing(words):
        return frozenset({"closing"})
    if is_postscript(words):
        return frozenset({"postscript"})
    spoken = tokens(words)
    is_name = len(spoken) <= _NAME_WORDS and author.share(words) > 1
    return PROSE_LINE if not is_name and is_prose(words, spoken) else _seen(words, spoken, author)


def is_prose(words: str, spoken: list[str]) -> bool:
    """Whether a line says something rather than names somebody."""
    if "://" in words or ON_BEHALF.match(words):
        return False
    if len(spoken) >= _ONE_PROSE_WORD and not PROSE.isdisjoint(spoken):
        return not (_is_titled(words) or _PRONOUNS.search(words) or _begins_with_number(words))
    is_ended = len(spoken) >= _SENTENCE and words.endswith((".", "!", "?", ","))
    if is_ended and " | " not in words and not any(c.isdigit() for c in words):
        return True
    return len(words) > _LONG and "@" not in words and "|" not in words and "  " not in words and "://" not in words


def _begins_with_number(words: str) -> bool:
    """Whether a telephone number stands first, whatever is said of it: "(212) 555-0123 - text is best"."""
    return words[0] in _NUMBER_BEGINS and any(number.span.start == 0 for number in numbers.numbers_in(words))


def _is_titled(words: str) -> bool:
    """Whether every word has its capital, as names of firms do: "Tin Mine This and That"."""
    parts = words.split()
    if parts[0].lower().strip("'") in PROSE:
        return False
    return not words.endswith((".", "!", "?", ",")) and all(
        part[0].isupper() or part.lower() in SMALL_WORDS for part in parts if part[0].isalpha()
    )


def _seen(words: str, spoken: list[str], author: Author) -> Traits:
    seen = _links(words, author) | _numbers(words)
    if is_register(words, spoken):
        return frozenset(seen | {"register"})
    seen |= _named(words, spoken, author)
    if "phone" not in seen or not words[:1].isdigit():
        seen |= _placed(words, spoken)
    return frozenset(seen)


def _links(words: str, author: Author) -> set[str]:
    seen: set[str] = set()
    lower = words.lower()
    if ("@" in words or " at " in lower or "at)" in lower or "at]" in lower) and (match := _EMAIL.search(words)):
        seen.add("own_email" if author.address and is_own(str(match.group()), author) else "email")
    if ("://" in words or "www." in lower) and (url := _URL.search(words)):
        seen.add("own_url" if is_own_site(str(url.group()), author) else "url")
    elif author.site and f"{author.site}." in lower and "@" not in words:
        seen.add("own_url")
    elif "/" in lower and any(f"{host}/" in lower for host in HOSTS):
        seen.add("url")
    if words.startswith("@") and " " not in words:
        seen.add("handle")
    return seen


def is_own(email: str, author: Author) -> bool:
    """Whether an address on a line is the author's: the same, or one that names the author."""
    plain = email.lower().replace(" at ", "@").replace("(at)", "@").replace("[at]", "@").replace(" ", "")
    return plain == author.address or author.share(plain.partition("@")[0]) >= 1


def is_own_site(url: str, author: Author) -> bool:
    """Whether a link is the front page of the author's company."""
    host, _, path = url.lower().rpartition("://")[2].partition("/")
    return author.site != "" and author.site in host and not path.strip("/>")


def _numbers(words: str) -> set[str]:
    found = numbers.numbers_in(words)
    if not found:
        return set()
    return {"phone", "labelled"} if any(number.kind for number in found) else {"phone"}


def _named(words: str, spoken: list[str], author: Author) -> set[str]:
    seen: set[str] = set()
    if len(spoken) > _TITLE_WORDS:
        cells = words.split(" | ")
        return seen.union(*(_named(cell, tokens(cell), author) for cell in cells)) if len(cells) > 1 else seen
    if has_title(spoken):
        seen.add("title")
    if has_legal_form(words) or not ORGANIZATIONS.isdisjoint(spoken):
        seen.add("firm")
    if author.site and names_site(spoken, author.site):
        seen.add("own_firm")
    if not DEPARTMENTS.isdisjoint(spoken):
        seen.add("department")
    if not HANDLES.isdisjoint(spoken[:1]) and len(spoken) > 1:
        seen.add("handle")
    share = author.share(_top(words))
    if share and "@" not in _top(words) and ("own_firm" not in seen or share > 1):
        seen.add("author" if share >= 1 else "initials")
    if is_person(_top(words)):
        seen.add("person")
    return seen


def _placed(words: str, spoken: list[str]) -> set[str]:
    seen: set[str] = set()
    if postal.is_street(words, spoken):
        seen.add("street")
    if postal.is_town(words, spoken):
        seen.add("town")
    if postal.ROOM.match(words):
        seen.add("room")
    return seen


def names_site(spoken: list[str], site: str) -> bool:
    """Whether words name the company of a domain: run together, by one of them or by their first letters."""
    plain = [fold(word) for word in spoken]
    if not plain:
        return False
    label = fold(site).replace("-", "")
    run = "".join(plain).replace("-", "")
    if run.startswith(label) or (len(label) >= _LABEL and label in plain):
        return True
    if len(plain[0]) >= _DISTINCT and label.startswith(plain[0]) and plain[0] not in ORGANIZATIONS:
        return True
    if run == label.replace("and", "") or (len(run) == len(label) and all(word in label for word in plain)):
        return True
    firsts = "".join(word[0] for word in plain if word not in SMALL_WORDS)
    return len(label) >= _LABEL and (firsts == label or _plural(plain, label))


def _plural(plain: list[str], label: str) -> bool:
    return label.endswith("s") and len(label) > _LABEL and label[:-1] in plain


def _top(words: str) -> str:
    """What stands first on a line: names come before commas, bars, numbers and wide gaps."""
    for mark in ("|", "  ", "\t", " ~ ", " / ", ",", " - ", " – ", " — ", " * ", "<", "•", "·", "("):
        words = words.partition(mark)[0]
    behalf = ON_BEHALF.match(words)
    return _before_labels(words[behalf.end() if behalf else 0 :].strip())


def _before_labels(words: str) -> str:
    """A name ends before the label of a number: "Ada Quill cell # 512 ..."."""
    parts = words.split()
    for place, part in enumerate(parts[1:], 1):
        if part[:1].isdigit() or part.lower().strip(":.#") in LABELS:
            return " ".join(parts[:place])
    return words


def is_person(words: str) -> bool:
    """Whether words have the form of a person's name: two to five of them, with capitals, no digits."""
    parts = words.split()
    if not 1 < len(parts) <= _NAME_WORDS or not _NO_NAME.isdisjoint(words) or any(c.isdigit() for c in words):
        return False
    capitals = [part for part in parts if part[0].isupper()]
    return len(capitals) > 1 and all(part[0].isupper() or part.lower() in PARTICLES for part in parts)
