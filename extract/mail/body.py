"""The text of a message: which part it is, and its content as people read it."""

from __future__ import annotations

from typing import Final

from extract import limits
from extract.mail import charsets, markup
from extract.mail.marks import MarkedText
from extract.mail.mime import LETTER, MARKUP, TEXT, Part

_STUB: Final = 0.2  # a text part with less than this share of the HTML's text is a stub
_REPORTS: Final = frozenset({"text/rfc822-headers", "text/calendar", "text/directory", "text/vcard", "text/x-vcard"})


def text_of(root: Part, warnings: list[str]) -> MarkedText:
    """The first text/plain part, or the HTML rendered where there is none or it is a stub. Lines end with LF."""
    leaves = list(root.leaves())
    plain, page = _first(leaves, TEXT), _first(leaves, MARKUP)
    if plain is None and page is None:
        return _otherwise(leaves, warnings)
    text = content(plain, warnings) if plain else ""
    if page is None:
        return MarkedText(text)
    html = content(page, warnings)
    if _letters(text) >= _STUB * len(html) and text.strip():
        return MarkedText(text)
    rendered = markup.render(html, warnings)
    return rendered if _letters(text) < _STUB * _letters(rendered.text) or not text.strip() else MarkedText(text)


def content(part: Part, warnings: list[str]) -> str:
    """The decoded text of one part, at most TEXT_BYTES of it, CRLF as LF."""
    data = part.decoded()
    if len(data) > limits.TEXT_BYTES:
        warnings.append("The text is too long; its end was left out.")
        data = data[: limits.TEXT_BYTES]
    text = charsets.decode(data, part.content_type.get("charset"), warnings)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def page_of(root: Part) -> Part | None:
    """The part that holds a message's HTML, of a message within it where there is no other; None: there is none."""
    leaves = list(root.leaves())
    letter = next((part for part in leaves if part.media_type == LETTER and part.parts), None)
    return _first(leaves, MARKUP) or (page_of(letter.parts[0]) if letter else None)


def is_attached(part: Part) -> bool:
    """Whether a part is meant to be kept beside the message rather than read in it."""
    disposition = part.disposition
    return (
        disposition.value == "attachment"
        or disposition.get("filename") is not None
        or part.content_type.get("name") is not None
    )


def _first(leaves: list[Part], media_type: str) -> Part | None:
    fitting = [part for part in leaves if part.media_type == media_type]
    if len(leaves) == 1 and fitting:
        return fitting[0]
    inline = (part for part in fitting if part.disposition.value != "attachment")
    return next((part for part in fitting if not is_attached(part)), None) or next(inline, None)


def _otherwise(leaves: list[Part], warnings: list[str]) -> MarkedText:
    """Another kind of text, or the text of a message that the message consists of."""
    for part in leaves:
        if part.media_type.startswith("text/") and part.media_type not in _REPORTS and not is_attached(part):
            return MarkedText(content(part, warnings))
    letter = next((part for part in leaves if part.media_type == LETTER and part.parts), None)
    return text_of(letter.parts[0], warnings) if letter else MarkedText("")


def _letters(text: str) -> int:
    return len("".join(text.split()))
