"""Whatever an expression finds, the binding finds by itself, and the other way round."""

from __future__ import annotations

from typing import Any

import pytest
import re2

from extract.expressions import Several, expression

PATTERNS = (r"o", r"\b(?P<first>\w)(x)?(\w*)", r"^", r"$", r"", r"a*", r"nothing of it", r"(?i)SCHÖN|tag$", r"[äöü]+")
TEXTS = ("", "o", "foo boo", "Schön ist der Tag", "ein\nTag", "aaab", "äöü", "naïve résumé 日本")


def _told(match: Any) -> object:
    return match and (match.span(), match.groups(), [match.span(each) for each in range(match.re.groups + 1)])


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("text", TEXTS)
def test_finds_what_the_binding_finds(pattern: str, text: str) -> None:
    ours, theirs = expression(pattern), re2.compile(pattern)
    for way in ("search", "match", "fullmatch"):
        assert _told(getattr(ours, way)(text)) == _told(getattr(theirs, way)(text))
    assert [_told(each) for each in ours.finditer(text)] == [_told(each) for each in theirs.finditer(text)]
    assert ours.findall(text) == theirs.findall(text)
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert ours.split(text) == theirs.split(text)


@pytest.mark.parametrize("text", ["foo boo", "föö böö"])
def test_looks_at_a_part_of_a_text(text: str) -> None:
    ours, theirs = expression(r"\w(o|ö)"), re2.compile(r"\w(o|ö)")
    for way in ("search", "match"):
        assert _told(getattr(ours, way)(text, 1)) == _told(getattr(theirs, way)(text, 1))
    found = ours.finditer(text, 1, 6)
    assert [_told(each) for each in found] == [_told(each) for each in theirs.finditer(text, 1, 6)]


def test_takes_options() -> None:
    options = re2.Options()
    options.never_capture = True
    assert expression("(a)", options).groups == 0
    match = expression("(?P<letter>a)").search("bab")
    assert (match["letter"], match.string, match.start()) == ("a", "bab", 1)


@pytest.mark.parametrize("text", [*TEXTS, "ein Tag, ein Tag " * 2_000])
def test_several_find_what_each_finds_alone(text: str) -> None:
    assert Several(PATTERNS).found(text) == [at for at, each in enumerate(PATTERNS) if re2.search(each, text)]
