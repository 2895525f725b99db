"""Every text that people read is translated, whole and with everything that stands in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from i18n.texts import file_of
from tests.i18n.collected import KEYWORDS, SPEAKING, TRANSLATED, brought_up, collected, read, said, texts, written
from tests.source_tree import ROOT, modules

PRINTF = re.compile(r"%\((\w+)\)s")
TAG = re.compile(r"<[^>]*>")
# What stands in a template apart from tags, expressions and blocks is text, and so is what these attributes hold.
CODE = re.compile(r"<style.*?</style>|\{%\s*trans\b.*?endtrans\s*%\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
BARE = re.compile(
    r">([^<>]*[A-Za-z]{2}[^<>]*)<|\b(?:aria-label|placeholder|title|data-label)=\"([^\"]*[A-Za-z][^\"]*)\""
)


@cache
def every_text() -> dict[tuple[str, ...], Message]:
    return texts(collected())


def stands_in(text: str) -> set[str]:
    """The names and the markup that a translation has to keep."""
    return (
        {name for _, name, _, _ in Formatter().parse(text) if name} | set(PRINTF.findall(text)) | set(TAG.findall(text))
    )


def wrong(key: tuple[str, ...], message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    if message.fuzzy or not all(said(message)):
        yield "not translated"
    every = set[str]().union(*map(stands_in, key))
    for form, english in zip(said(message), key, strict=True):
        # One of something may be said without its number: "a note of yours", "{n} notes of yours".
        least = stands_in(english) if english == key[-1] else stands_in(english) - {"n"}
        if not least <= stands_in(form) <= every:
            yield f"other names or markup: {form}"
        if '"' in TAG.sub("", form) or "!" in form:
            yield "a straight quotation mark or an exclamation mark"
        if (form.startswith("\n"), form.endswith("\n")) != (key[0].startswith("\n"), key[0].endswith("\n")):
            yield "another line end"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_with_all_that_stands_in_it(language: str) -> None:
    catalogue = texts(read(language))
    assert every_text().keys() - catalogue.keys() == set(), "make texts"
    assert catalogue.keys() - every_text().keys() == set(), "make texts"
    assert [(key[0], fault) for key, message in catalogue.items() for fault in wrong(key, message)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_as_it_is_written(language: str) -> None:
    lines = file_of(language).read_bytes().split(b"\n"), written(brought_up(language), language).split(b"\n")
    apart = (pair for pair in zip_longest(*lines) if pair[0] != pair[1])
    # One pair is enough to be told: comparing whole catalogues takes pytest minutes.
    assert next(apart, None) is None, "make texts"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_ends_with_a_day(language: str) -> None:
    """Days end with a dot of their own: ``24. Nov.``, ``24 nov.``."""
    forms = [form for message in texts(read(language)).values() for form in said(message)]
    assert [form for form in forms if form.endswith(("{day}.", "{due}."))] == []


def test_french_keeps_its_signs_together() -> None:
    forms = [form for message in texts(read("fr")).values() for form in said(message)]
    assert [form for form in forms if re.search(r" [?!;:»]|« |'", form)] == []


def test_no_text_hides_from_the_catalogues() -> None:
    """Babel does not see into f-strings, and a text put together from pieces is none."""
    known = {part for key in every_text() for part in key}
    hidden = [
        f"{path}:{call.lineno}"
        for path in modules()
        if path.parts[0] in SPEAKING
        for call in ast.walk(ast.parse((ROOT / path).read_text()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
        for given in call.args
        if isinstance(given, ast.JoinedStr | ast.Constant) and getattr(given, "value", "") not in known
        if not isinstance(getattr(given, "value", ""), int)
    ]
    assert hidden == []


@pytest.mark.parametrize("path", sorted((ROOT / "api/templates").glob("*.html")), ids=lambda path: path.stem)
def test_no_template_says_anything_by_itself(path: Path) -> None:
    markup = CODE.sub("", path.read_text())
    bare = [(text or attribute).strip(" ·\n") for text, attribute in BARE.findall(markup)]
    assert [text for text in bare if text not in {"Boswell", "page broad"}] == []
