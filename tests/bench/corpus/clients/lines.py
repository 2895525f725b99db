"""Whether a text says every line of a message in order, wrapping, quote marks and cells of tables aside."""

from __future__ import annotations

import re

from bench.corpus.sets import Sample

WRITTEN_OUT = re.compile(r"<(?:mailto:|http://)[^>]*>")
RULES = frozenset("_-")


def missing(sample: Sample, text: str) -> str | None:
    """The first line that does not stand in the text behind the lines before it; rules may be drawn instead."""
    solid, behind = letters(text), 0
    for line in sample.text.split("\n"):
        wanted = letters(WRITTEN_OUT.sub("", line))
        if set(wanted) <= RULES:
            continue
        start = solid.find(wanted, behind)
        if start < 0:
            return line
        behind = start + len(wanted)
    return None


def letters(text: str) -> str:
    """A text without white space and quote marks."""
    return "".join(text.split()).replace(">", "")
