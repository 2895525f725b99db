"""HTML to text as a person sees it: blocks on lines of their own, quotes marked with ``> ``, nothing hidden.

The parser's time grows with nesting, so depth is counted before the markup is parsed; what is nested
too deep is read by dropping its tags.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract import limits
from extract.expressions import expression
from extract.facts import Span
from extract.mail import containers, tags
from extract.mail.marks import Mark, MarkedText, MarkKind

_SPACE: Final = expression(r"[\s\x{a0}\x{200b}\x{feff}]+")
_HIDING: Final = expression(
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|opacity\s*:\s*0\s*(?:;|!|$)"
)
_DROPPED: Final = frozenset({
    "head", "script", "style", "title", "template", "noscript", "object", "iframe", "svg", "math", "select", "textarea",
})  # fmt: skip
_APART: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "dl"})
_LINES: Final = _APART | {
    "address", "article", "aside", "body", "center", "dd", "div", "dt", "figure", "footer", "form", "header", "hr",
    "html", "li", "main", "nav", "section", "table", "tbody", "tfoot", "thead", "tr", "caption", "fieldset",
}  # fmt: skip
_CELLS: Final = frozenset({"td", "th"})


def render(markup: str, warnings: list[str]) -> MarkedText:
    """The visible text of an HTML document, lines separated by LF, without blank lines around it, and its marks."""
    if len(markup) > limits.MARKUP_CHARACTERS:
        warnings.append("The HTML is too long; its end was left out.")
        markup = markup[: limits.MARKUP_CHARACTERS]
    if tags.deepest(markup) > limits.MARKUP_DEPTH:
        warnings.append("The HTML is nested too deep; it was read without its layout.")
        return MarkedText(tags.without_tags(markup))
    page = _Page()
    _walk(cast("LexborNode", LexborHTMLParser(markup).root), page)  # even no markup has its html element
    return page.text()


class _Page:
    """Lines written so far."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quotes = 0
        self.verbatim = 0
        self.gap = False
        self.marks: list[tuple[MarkKind, int, int]] = []  # of lines, half-open
        self.open: list[tuple[MarkKind, int]] = []

    def words(self, text: str) -> None:
        if self.verbatim:
            first, *rest = text.replace("\r\n", "\n").split("\n")
            self.line.append(first)
            for line in rest:
                self.end_line()
                self.line.append(line)
            return
        words = str(_SPACE.sub(" ", text))
        at_start = not self.line or self.line[-1].endswith((" ", "\t"))
        words = words.lstrip(" ") if at_start else words
        if words:
            self.line.append(words)

    def block(self) -> None:
        """Whatever follows begins a new line."""
        if "".join(self.line).strip():
            self.end_line()
        self.line = []

    def apart(self) -> None:
        """Whatever follows stands apart by a blank line."""
        self.block()
        self.gap = True

    def end_line(self) -> None:
        content = "".join(self.line).rstrip()
        mark = "> " * min(self.quotes, limits.QUOTE_DEPTH)
        if self.gap and self.lines and self.lines[-1].strip("> "):
            self.lines.append(mark.rstrip())
        self.gap = False
        self.lines.append(f"{mark}{content}".rstrip())
        self.line = []

    def begin(self, kind: MarkKind) -> None:
        """Whatever follows, from a new line on, is marked."""
        self.block()
        self.open.append((kind, len(self.lines)))

    def end(self) -> None:
        """The mark that began last ends with the line before."""
        self.block()
        kind, first = self.open.pop()
        self.marks.append((kind, first, len(self.lines)))

    def divide(self) -> None:
        """From here on all is another's message, unless this stands within one already."""
        self.block()
        if not self.quotes and not any(kind in {"quote", "forward"} for kind, _ in self.open):
            self.marks.append(("divider", len(self.lines), sys.maxsize))

    def text(self) -> MarkedText:
        self.block()
        text = "\n".join(self.lines)
        starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        dropped = len(text) - len(text.lstrip("\n"))
        text = text.strip("\n")
        marks = []
        for kind, first, end in sorted(self.marks, key=lambda mark: mark[1:]):
            start, stop = (max(0, starts[min(line, len(self.lines))] - dropped) for line in (first, end))
            if start < min(stop, len(text)):
                marks.append(Mark(kind, Span(start, min(stop, len(text)))))
        return MarkedText(text, tuple(marks))


def _walk(root: LexborNode, page: _Page) -> None:
    """Visit the tree without recursion: each element on the way in and on the way out."""
    stack: list[tuple[LexborNode, _Exit | None]] = [(root, None)]
    while stack:
        node, leaving = stack.pop()
        if leaving is not None:
            _leave(leaving, page)
        elif node.is_text_node:
            page.words(node.text_content or "")
        elif node.is_element_node and not _is_hidden(node):
            stack.append((node, _enter(node, page)))
            stack.extend(reversed([(child, None) for child in node.iter(include_text=True)]))


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _DROPPED:
        return True
    attributes = node.attributes
    return bool(attributes) and ("hidden" in attributes or _HIDING.search(attributes.get("style") or "") is not None)


@dataclass(frozen=True, slots=True)
class _Exit:
    """What is to be undone on the way out of an element."""

    tag: str
    marks: bool
    quotes: bool


def _enter(node: LexborNode, page: _Page) -> _Exit:
    tag = node.tag or ""
    marks = _begin_mark(node, page)
    if tag == "br":
        page.end_line()
    elif tag in _APART:
        page.apart()
    elif tag in _LINES:
        page.block()
    quotes = tag == containers.QUOTE and containers.is_quote(node)
    page.quotes += quotes
    page.verbatim += tag == "pre"
    if tag == "li":
        page.line.append("- ")
    elif tag in _CELLS and page.line:
        page.line.append("\t")
    return _Exit(tag, marks, quotes)


def _begin_mark(node: LexborNode, page: _Page) -> bool:
    """Whether a mark began that ends with this element. Blockquotes bear their mark in the text."""
    kind = containers.mark_of(node)
    if kind == "divider":
        page.divide()
    if kind is None or kind == "divider" or node.tag == containers.QUOTE:
        return False
    if kind == "quote" and containers.holds_quotes(node):
        return False
    page.begin(kind)
    return True


def _leave(left: _Exit, page: _Page) -> None:
    if left.tag in _APART:
        page.apart()
    elif left.tag in _LINES:
        page.block()
    page.quotes -= left.quotes
    page.verbatim -= left.tag == "pre"
    if left.marks:
        page.end()
