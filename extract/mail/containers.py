"""What an HTML element says about the text in it: that a mail program put it around a quotation, or a signature."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

from extract.expressions import expression
from extract.mail.marks import MarkKind
from extract.patterns.mail_clients import ATTRIBUTIONS, DIVIDERS, FORWARDS, LINE_COLOURS, QUOTES, SIGNATURES

QUOTE: Final = "blockquote"
_NAMES: Final = ("class", "id", "data-marker", "name")
_KINDS: Final[dict[str, MarkKind]] = {
    **dict.fromkeys(QUOTES, "quote"),
    **dict.fromkeys(FORWARDS, "forward"),
    **dict.fromkeys(ATTRIBUTIONS, "attribution"),
    **dict.fromkeys(DIVIDERS, "divider"),
    **dict.fromkeys(SIGNATURES, "signature"),
}
_PASSED_ON: Final = expression(r"^(?:x_)*(?:m_-?\d+)?")
_LINE_ABOVE: Final = expression(rf"(?i)border-top:\s*solid\s+#(?:{'|'.join(LINE_COLOURS)})")
_LINE_BESIDE: Final = expression(
    r"(?i)border-left:\s*solid\s+blue"
)  # Outlook, where it is set to indent what it quotes
_NO_LINE: Final = expression(r"(?i)border(?:-left)?(?:-width|-style)?:\s*(?:none|0)")
_LINE_LEFT: Final = expression(r"(?i)border-left:[^;]*(?:solid|dotted|dashed|ridge)")
_LONGEST_NAME: Final = 200


def mark_of(node: LexborNode) -> MarkKind | None:
    """What an element's names or its line say about the text in it; None for most."""
    attributes = node.attributes
    if not attributes:
        return None
    for attribute in _NAMES:
        for name in (attributes.get(attribute) or "")[:_LONGEST_NAME].lower().split():
            kind = _KINDS.get(str(_PASSED_ON.sub("", name)))
            if kind is not None:
                return kind
    return _kind_of_line(attributes.get("style") or "") if node.tag == "div" else None


def _kind_of_line(style: str) -> MarkKind | None:
    if _LINE_BESIDE.search(style):
        return "quote"
    return "divider" if _LINE_ABOVE.search(style) else None


def is_quote(node: LexborNode) -> bool:
    """Whether a blockquote quotes: programs that indent with one draw no line beside it (Gmail's composer)."""
    attributes = node.attributes or {}
    cites = "type" in attributes or "cite" in attributes or mark_of(node) == "quote"
    style = attributes.get("style") or ""
    return cites or _NO_LINE.search(style) is None or _LINE_LEFT.search(style) is not None


def holds_quotes(node: LexborNode) -> bool:
    """Whether an element's own children quote, so that what stands between them may be the author's answer."""
    return any(child.tag == QUOTE for child in node.iter())
