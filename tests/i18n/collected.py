"""Every text that the code shows, and the catalogues brought up to it: ``make texts``."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from i18n.language import DEFAULT, LANGUAGES
from i18n.texts import file_of
from tests.source_tree import ROOT

SPEAKING = ("i18n", "deliver", "api")  # the packages that say something to people
METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"**/templates/**.html": {"trimmed": "true", "silent": "false", "encoding": "utf-8"}}
KEYWORDS = {"_": None, "N_": None, "gettext": None, "NN_": (1, 2), "ngettext": (1, 2), "counted": (1, 2)}
TRANSLATED = tuple(sorted(LANGUAGES.keys() - {DEFAULT}))
HEADER = """# {name}. docs/languages.md says how to add a text.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: nplurals={plural.num_plurals}; plural={plural.plural_expr};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def collected() -> Catalog:
    """All texts with the files that they stand in."""
    found = Catalog(fuzzy=False)
    for package in SPEAKING:
        for name, _line, text, comments, context in extract_from_dir(ROOT / package, METHODS, OPTIONS, KEYWORDS):
            found.add(text, None, [(str(Path(package, name)), 0)], auto_comments=comments, context=context)
    return found


def read(language: str) -> Catalog:
    """The catalogue of a language as it is written."""
    with file_of(language).open("rb") as file:
        return read_po(file, locale=language)


def said(message: Message) -> tuple[str, ...]:
    """Every form of a translation."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def texts(catalogue: Catalog) -> dict[tuple[str, ...], Message]:
    """The texts of a catalogue without its header, by both their forms where there are two."""
    return {(each.id,) if isinstance(each.id, str) else tuple(each.id): each for each in catalogue if each.id}


def written(catalogue: Catalog, language: str) -> bytes:
    """A catalogue as a file: one line a text, no dates and no line numbers, so that it changes only with its texts."""
    file = BytesIO()
    write_po(file, catalogue, width=0, sort_by_file=True, include_lineno=False, omit_header=True)
    head = HEADER.format(name=LANGUAGES[language], language=language, plural=get_plural(language))
    return head.encode() + file.getvalue()


def typeset(form: str, language: str) -> str:
    """A translation with the signs that printers use: French puts spaces that do not break before high signs."""
    if language != "fr":
        return form
    form = re.sub(" (?=[?!;])", "\u202f", form.replace("'", "’"))
    return form.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def brought_up(language: str) -> Catalog:
    """A catalogue with what is shown now and nothing else: what is new has no translation yet."""
    known = texts(read(language)) if file_of(language).exists() else {}
    fresh = Catalog(locale=language, fuzzy=False)
    for key, message in texts(collected()).items():
        told = tuple(typeset(form, language) for form in said(known[key])) if key in known else ("",) * len(key)
        fresh.add(message.id, told[0] if len(key) == 1 else told, message.locations, flags=message.flags)
    return fresh


if __name__ == "__main__":
    for each in TRANSLATED:
        catalogue = brought_up(each)
        file_of(each).parent.mkdir(parents=True, exist_ok=True)
        file_of(each).write_bytes(written(catalogue, each))
        for key, message in texts(catalogue).items():
            if not all(said(message)):
                print(f"{each}: {key[0]}")  # noqa: T201 - this is a command
