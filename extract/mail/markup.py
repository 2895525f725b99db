"""HTML to text as a person sees it: blocks on lines of their own, quotes marked with ``> ``, nothing hidden.

The parser's time grows with nesting, so depth is counted before the markup is parsed; what is nested
too deep is read by dropping its tags.
"""

from __future__ import annotations

from typing import Final, cast

import re2
from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract import limits
from extract.mail import tags

_SPACE: Final = re2.compile(r"[\s\x{a0}\x{200b}\x{feff}]+")
_HIDING: Final = re2.compile(
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


def render(markup: str, warnings: list[str]) -> str:
    """The visible text of an HTML document, lines separated by LF, without trailing blank lines."""
    if len(markup) > limits.MARKUP_CHARACTERS:
        warnings.append("The HTML is too long; its end was left out.")
        markup = markup[: limits.MARKUP_CHARACTERS]
    if tags.deepest(markup) > limits.MARKUP_DEPTH:
        warnings.append("The HTML is nested too deep; it was read without its layout.")
        return tags.without_tags(markup)
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

    def text(self) -> str:
        self.block()
        return "\n".join(self.lines).strip("\n")


def _walk(root: LexborNode, page: _Page) -> None:
    """Visit the tree without recursion: each element on the way in and on the way out."""
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            _leave(node.tag or "", page)
        elif node.is_text_node:
            page.words(node.text_content or "")
        elif node.is_element_node and not _is_hidden(node):
            _enter(node.tag or "", page)
            stack.append((node, True))
            stack.extend(reversed([(child, False) for child in node.iter(include_text=True)]))


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _DROPPED:
        return True
    attributes = node.attributes
    return bool(attributes) and ("hidden" in attributes or _HIDING.search(attributes.get("style") or "") is not None)


def _enter(tag: str, page: _Page) -> None:
    if tag == "br":
        page.end_line()
        return
    if tag in _APART:
        page.apart()
    elif tag in _LINES:
        page.block()
    if tag == "blockquote":
        page.quotes += 1
    elif tag == "pre":
        page.verbatim += 1
    elif tag == "li":
        page.line.append("- ")
    elif tag in _CELLS and page.line:
        page.line.append("\t")


def _leave(tag: str, page: _Page) -> None:
    if tag in _APART:
        page.apart()
    elif tag in _LINES:
        page.block()
    if tag == "blockquote":
        page.quotes -= 1
    elif tag == "pre":
        page.verbatim -= 1
