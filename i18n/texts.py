"""Texts for people in the language that is spoken now, from gettext catalogues.

The English text is its own key. The catalogues are read from their .po files, once a language when it is first
spoken: there is no compiled file that could be older than its source.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from i18n.language import DEFAULT, language

LOCALE: Final = Path(__file__).parent / "locale"
DOMAIN: Final = "boswell"


def _(text: str) -> str:
    """A text in the language that is spoken now."""
    return catalogue(language()).gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a text that belongs to a number."""
    return catalogue(language()).ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a text that is translated where it is shown."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - like N_
    """Mark both forms of a text that is translated where it is shown."""
    return one, many


def around(text: str, name: str) -> tuple[str, str]:
    """What stands before and after ``{name}``, so that a page can draw it apart."""
    before, _sign, after = text.partition(f"{{{name}}}")
    return before, after


@cache
def catalogue(language: str) -> NullTranslations:
    """The texts of a language; of English each is its own."""
    if language == DEFAULT:
        return NullTranslations()
    with file_of(language).open("rb") as file:
        written = read_po(file, locale=language, domain=DOMAIN)
    for message in [each for each in written if isinstance(each.string, tuple) and not all(each.string)]:
        written.delete(message.id)  # English until it is translated, as a text without plural is
    compiled = BytesIO()
    write_mo(compiled, written)
    compiled.seek(0)
    return GNUTranslations(compiled)


def file_of(language: str) -> Path:
    """Where the texts of a language are written."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
