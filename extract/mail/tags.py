"""What can be said of HTML before a parser sees it, and its text where no parser may.

Both take one pass over the markup. A parser's time grows with how many elements are open at once.
"""

from __future__ import annotations

import html
from collections import Counter
from typing import Final

_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# The next of their kind closes them, so leaving out their end tags, as many do, nests nothing.
_CLOSED_BY_THE_NEXT: Final = frozenset(
    {"p", "li", "dd", "dt", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "head", "body"}
)
_UNCOUNTED: Final = _VOID | _CLOSED_BY_THE_NEXT
_NOT_TEXT: Final = frozenset({"script", "style", "title", "template"})
_LONGEST_NAME: Final = 24


def deepest(markup: str) -> int:
    """About how many elements may be open at once. An end tag only closes what is open under its name."""
    still_open: Counter[str] = Counter()
    depth = most = 0
    for piece in markup.split("<")[1:]:
        name = _name(piece.removeprefix("/"))
        if not name or name in _UNCOUNTED:
            continue
        if not piece.startswith("/"):
            still_open[name] += 1
            depth += 1
            most = max(most, depth)
        elif still_open[name]:
            still_open[name] -= 1
            depth -= 1
    return most


def without_tags(markup: str) -> str:
    """The text between the tags, a line for each stretch, scripts and styles left out."""
    lines: list[str] = []
    skipped = ""
    first, *pieces = markup.split("<")
    for piece in [f">{first}", *pieces]:
        name = _name(piece.removeprefix("/"))
        if skipped:
            skipped = "" if piece.startswith("/") and name == skipped else skipped
        elif name in _NOT_TEXT and not piece.startswith("/"):
            skipped = name
        if not skipped:
            lines.append(" ".join(html.unescape(piece.partition(">")[2]).split()))
    return "\n".join(line for line in lines if line)


def _name(piece: str) -> str:
    """The element's name at the start of a tag, in lower case; empty when there is none."""
    start = piece[:_LONGEST_NAME].replace(">", " ").replace("/", " ").lower()
    return start.partition(" ")[0] if start[:1].isalpha() else ""
