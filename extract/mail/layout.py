"""A mail as it was laid out: of its HTML the words, tables, lists and links, nothing that acts, loads or covers.

Whoever wrote the mail wrote the HTML, so only what is named here is left: no style, class, id, picture or form.
A link says beside itself where it leads. The sanitiser's time grows with nesting, so depth is counted before it.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Final

import idna
import nh3

from extract import limits
from extract.errors import Unreadable
from extract.mail import mime, tags
from extract.mail.body import content, page_of
from extract.raw import RawItem, ReadingContext

NO_LAYOUT: Final = "This mail was sent as text alone."
_GROWTH: Final = 4  # times as long: elements that are never closed are repeated in every paragraph after them
TOO_DEEP: Final = "The layout of this mail is nested deeper than I open. Its text is all I show."
_TAGS: Final = frozenset({
    "p", "br", "hr", "div", "span", "a", "b", "i", "u", "s", "em", "strong", "sub", "sup", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "table", "caption", "thead", "tbody",
    "tfoot", "tr", "td", "th",
})  # fmt: skip
# Neither they nor what they hold is there for reading.
_WITHOUT_CONTENT: Final = frozenset({
    "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea",
    "button", "audio", "video", "canvas",
})  # fmt: skip
_DIRECTIONS: Final = frozenset({"ltr", "rtl", "auto"})
_CELLS: Final = frozenset({"colspan", "rowspan"})
_MOST_CELLS: Final = 50  # that one cell may span
_ATTRIBUTES: Final = {"a": {"href"}, "*": {"dir"}, "td": set(_CELLS), "th": set(_CELLS)}
_WEB: Final = ("https:", "http:")
_MAIL: Final = "mailto:"
_HOST: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-_")
_NOT_IN_LINKS: Final = frozenset("\\<>\"'`{}|^")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A mail's HTML that is safe to show.

    Attributes:
        html: what goes into a page's body.
        has_pictures: whether pictures were left out.
        is_cut: whether it was so long that its end was left out.
    """

    html: str
    has_pictures: bool = False
    is_cut: bool = False


class Layouts:
    """Reads mails as they were laid out."""

    def read(self, raw: RawItem, _context: ReadingContext) -> LaidOut:
        """The layout of one mail.

        Raises:
            Unreadable: it has none that may be shown; the reason is for its owner.
        """
        limits.check(raw.payload)
        part = page_of(mime.parse(raw.payload, []))
        if part is None:
            raise Unreadable(NO_LAYOUT)
        markup = content(part, [])
        return sanitized(markup, is_cut=len(part.decoded()) > limits.TEXT_BYTES)


def sanitized(markup: str, *, is_cut: bool = False) -> LaidOut:
    """What of some HTML is safe to show.

    Args:
        is_cut: whether its end is missing already.

    Raises:
        Unreadable: it is nested too deep, or grows too long when it is put in order.
    """
    is_cut = is_cut or len(markup) > limits.MARKUP_CHARACTERS
    markup = markup[: limits.MARKUP_CHARACTERS]
    if tags.deepest(markup) > limits.SHOWN_DEPTH:
        raise Unreadable(TOO_DEEP)
    clean = nh3.clean(
        markup,
        tags=set(_TAGS),
        clean_content_tags=set(_WITHOUT_CONTENT),
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        set_tag_attribute_values={"a": {"target": "_blank"}},
        link_rel="noopener noreferrer nofollow",
        url_schemes={"http", "https", "mailto"},
        strip_comments=True,
    )
    if len(clean) > _GROWTH * limits.MARKUP_CHARACTERS:
        raise Unreadable(TOO_DEEP)
    return LaidOut(_with_targets(clean), "<img" in markup.lower(), is_cut)


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """An attribute's value as it may stand; None: it may not."""
    if name == "href":
        return _link(value.strip())
    if name == "dir":
        return value.lower() if value.lower() in _DIRECTIONS else None
    if name in _CELLS:
        return value if value.isascii() and value.isdigit() and 0 < int(value[:4]) <= _MOST_CELLS else None
    return value  # of the sanitiser's own


def _link(address: str) -> str | None:
    """An address that leads to a web page or a mailbox, its host in the letters that the network knows."""
    if any(sign in _NOT_IN_LINKS or sign <= " " for sign in address):
        return None
    scheme, colon, rest = address.partition(":")
    scheme = f"{scheme.lower()}{colon}"
    if scheme == _MAIL:
        return f"{scheme}{rest}" if "@" in rest else None
    if scheme not in _WEB or not rest.startswith("//"):
        return None
    end = next((at for at, sign in enumerate(rest[2:], 2) if sign in "/?#"), len(rest))
    host, colon, port = rest[2:end].partition(":")
    known = _ascii(host)
    if known is None or not (port.isdigit() or not colon):
        return None
    return f"{scheme}//{known}{colon}{port}{rest[end:]}"


def _ascii(host: str) -> str | None:
    """A host's name in ASCII (RFC 5891), so that no letter passes for another; None when it is none."""
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            return None
    host = host.lower()
    return host if host.strip(".") and set(host) <= _HOST else None


def _with_targets(clean: str) -> str:
    """Sanitised HTML in which every link is followed by the host or mailbox that it leads to.

    In such HTML every ``<`` outside of a tag is escaped, and no attribute holds one.
    """
    first, *links = clean.split("<a ")
    return first + "".join(f"<a {link}" if not _target(link) else _followed(link) for link in links)


def _followed(link: str) -> str:
    inside, end, rest = link.partition("</a>")
    return f"<a {inside}{end} <small>{html.escape(_target(link))}</small>{rest}"


def _target(link: str) -> str:
    """Where the link leads whose tag begins here; empty where it does not say."""
    attributes = link.partition(">")[0]
    address = html.unescape(attributes.partition('href="')[2].partition('"')[0])
    scheme, _, rest = address.partition(":")
    if f"{scheme}:" == _MAIL:
        return rest.partition("?")[0]
    return rest.removeprefix("//").partition("/")[0].partition("?")[0].partition("#")[0]
