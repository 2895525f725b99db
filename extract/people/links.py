"""Mail addresses, sites and accounts in a bit of a signature block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from extract.expressions import expression
from extract.facts import Span
from extract.patterns.handles import FILES, HOSTS, LABELS

LinkKind = Literal["email", "url", "handle"]

_EMAIL: Final = expression(
    r"(?i)(?:mailto:)?([\p{L}\d._%+'&-]+)(?:@| ?\(at\) ?| ?\[at\] ?| at )((?:[\p{L}\d-]+(?:\.| dot ))+\p{L}{2,})\b"
)
_URL: Final = expression(r"(?i)(?:https?://|\bwww\.)[^\s<>\"|,;()\[\]]*[^\s<>\"|,;()\[\].:!?'*_]")
_BARE: Final = expression(r"(?i)\b(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}(?:/[^\s<>\"|,;()]*)?")
_SITE_LABEL: Final = expression(
    r"(?i)(?:^|[\s|(])(?:web(?:site|seite|page)?|www|url|internet|home ?page|blog|site|sito|w)\s*[:.]?\s*$"
)
_HANDLE: Final = expression(
    r"(?i)(?:^|[\s|,(])([\p{L}!]+)(?: ?(?:id|name|nick))?\s*[:#=]+\s*(@?[\p{L}\d][\p{L}\d._-]*(?: \d{2,}){0,3})"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A way to reach somebody on the net: what it is, its value, and where it stands in the piece."""

    kind: LinkKind
    value: str
    span: Span


def links_in(text: str, site: str) -> tuple[Link, ...]:
    """The links of a piece, none inside another, in order. ``site`` is the label of the sender's own domain."""
    found: list[Link] = []
    for link in _all(text, site):
        if all(link.span.end <= other.span.start or other.span.end <= link.span.start for other in found):
            found.append(link)
    return tuple(sorted(found, key=lambda link: link.span.start))


def _all(text: str, site: str) -> Iterator[Link]:
    if "://" in text or "www." in text.lower():
        yield from _urls(text)
    if "@" in text or " at " in text.lower() or "at)" in text or "at]" in text:
        for match in _EMAIL.finditer(text):
            address = f"{match.group(1)}@{match.group(2)}".lower().replace(" dot ", ".")
            if " at " not in match.group() or "." in match.group(2):
                yield Link("email", address, Span(match.start(1), match.end()))
    yield from _sites(text, site)
    yield from _handles(text)


def _urls(text: str) -> Iterator[Link]:
    """Links as written; the target that a program puts in brackets behind the same words is no second one."""
    seen: set[str] = set()
    for match in _URL.finditer(text):
        url = str(match.group())
        bare = url.lower().rpartition("://")[2].rstrip("/")
        if bare not in seen:
            seen.add(bare)
            yield Link("url", url, Span(match.start(), match.end()))


def _sites(text: str, site: str) -> Iterator[Link]:
    """A domain without scheme, where a label says that it is a site, or the sender's own alone on a line."""
    if "." not in text:
        return
    for match in _BARE.finditer(text):
        host = match.group().lower().partition("/")[0]
        is_own = site != "" and site in host.split(".")
        is_alone = match.start() == 0 and match.end() == len(text)
        is_site = is_alone and (is_own or (text == text.lower() and host.rpartition(".")[2] not in FILES))
        if is_site or _SITE_LABEL.search(text[: match.start()]) or is_profile(host, match.group()):
            yield Link(
                "url",
                str(match.group()).rstrip("."),
                Span(match.start(), match.start() + len(match.group().rstrip("."))),
            )


def is_profile(host: str, url: str) -> bool:
    """Whether a link without scheme is somebody's page on a social network."""
    return host in HOSTS and "/" in url


def _handles(text: str) -> Iterator[Link]:
    if ":" not in text and "#" not in text:
        return
    for match in _HANDLE.finditer(text):
        if match.group(1).lower() in LABELS:
            yield Link("handle", str(match.group(2)), Span(match.start(2), match.end(2)))
