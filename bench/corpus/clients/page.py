"""The HTML that a mail program sends."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from bench.corpus.clients import trimmings
from bench.corpus.clients.client import Client
from bench.corpus.clients.letters import Letter, Stretch, unmarked
from bench.corpus.clients.text import heads, is_rule

_LINK: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s|,)]+")
_SAFE: Final = "https://eur02.safelinks.shield.example/?url={}&amp;data=05%7C02%7C&amp;reserved=0"


def page(letter: Letter, client: Client) -> str:
    """The HTML part."""
    pieces: list[str] = []
    for stretch in letter.stretches:
        if pieces and stretch.zone not in {"reply", "forward"}:
            pieces.append(client.blank)
        pieces.append(_stretch(letter, client, stretch))
    banner = "".join(trimmings.banner_markup(one.lines[0]) for one in trimmings.banners(letter))
    inside = "".join(pieces)
    return client.page.format(f"{trimmings.hidden(letter)}{banner}{inside}{trimmings.pixel(letter)}")


def _stretch(letter: Letter, client: Client, stretch: Stretch) -> str:
    if stretch.source is not None:
        return _quoted(letter, client, stretch)
    if stretch.zone == "signature":
        return _signature(letter, client, stretch)
    inside = _lines(stretch.lines, client.line, client.blank, safe=letter.wears("safelinks"))
    return client.inline.format(inside) if stretch.zone == "quoted" else inside


def _signature(letter: Letter, client: Client, stretch: Stretch) -> str:
    """A signature in its program's wrapping; where that holds the separator, the author's own gives way."""
    lines = [line for line in stretch.lines if line.strip()]
    lines = lines[1:] if client.separator and is_rule(lines[0]) else lines
    linked = [_linked(line, safe=letter.wears("safelinks")) for line in lines]
    if letter.wears("table"):
        return client.signature.format(trimmings.card(linked))
    if letter.wears("columns"):
        return client.signature.format(trimmings.columns(linked))
    inside = "".join(client.line.format(line) for line in linked)
    return inside if letter.wears("bare") else client.signature.format(inside)


def _quoted(letter: Letter, client: Client, stretch: Stretch) -> str:
    whole, labelled = heads(letter, client, stretch)
    above = "<br>".join(map(_linked, whole)) + ("<br>" if whole and labelled else "")
    above += "".join(client.head.format(label=label, value=_linked(value)) for label, value in labelled)
    if stretch.zone == "attribution":
        return client.attribution.format(above)
    body = _lines(stretch.lines, client.quoted_line or client.line, client.blank)
    if stretch.inner:
        body += _quoted(letter, client, stretch.inner)
    return (client.forward if stretch.zone == "forward" else client.reply).format(head=above, body=body)


def _lines(lines: Iterable[str], line: str, blank: str, *, safe: bool = False) -> str:
    return "".join(line.format(_linked(one, safe=safe)) if one.strip() else blank for one in lines)


def _linked(line: str, *, safe: bool = False) -> str:
    """Markup for one line, with its addresses as links."""

    def link(found: re.Match[str]) -> str:
        shown = found[0]
        web = shown if "//" in shown else f"http://{shown}"
        target = f"mailto:{shown}" if "@" in shown else _SAFE.format(web) if safe else web
        return f'<a href="{target}">{shown}</a>'

    return _LINK.sub(link, html.escape(unmarked(line), quote=False))
