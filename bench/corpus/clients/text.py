"""The text that a mail program sends: zones and marks kept, its own words above what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bench.corpus.clients import trimmings, wording
from bench.corpus.clients.client import Client
from bench.corpus.clients.letters import Letter, Stretch, unmarked

_ADDRESS: Final = re.compile(r"(\{\{(email|url)\|([^{}]*)\}\})")
_RULE: Final = re.compile(r"[-_—– ]+")


def text(letter: Letter, client: Client) -> str:
    """The marked-up text part."""
    lines: list[str] = []
    for stretch in (*trimmings.banners(letter), *letter.stretches):
        if lines and lines[-1]:
            lines.append("")
        lines.extend(_stretch(letter, client, stretch, ""))
    return "\n".join(lines) + "\n"


def heads(letter: Letter, client: Client, stretch: Stretch) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """What stands above a quoted message: whole lines, then lines with labels."""
    source = stretch.source
    assert source is not None, stretch.zone
    language = letter.language
    if stretch.zone != "forward" and client.sentence:
        return [wording.sentence(client.sentence, language, source)], ()
    style = client.passed_on if stretch.zone == "forward" else client.above
    above = wording.passed_on(style, language, source)
    return ([above] if above else []), wording.head(language, source, dated=client.dated)


def is_rule(line: str) -> bool:
    """Whether a line is nothing but a separator."""
    return _RULE.fullmatch(unmarked(line)) is not None


def _stretch(letter: Letter, client: Client, stretch: Stretch, mark: str) -> Iterator[str]:
    if stretch.source is None:
        yield f"%% {stretch.zone}"
        if stretch.zone == "signature" and client.separator and not is_rule(stretch.lines[0]):
            yield "--\\s"
        quote = "> " if stretch.zone == "quoted" else ""
        for line in stretch.lines:
            yield f"{quote}{_written_out(line, client)}"
        return
    yield from _quoted(letter, client, stretch, mark)


def _quoted(letter: Letter, client: Client, stretch: Stretch, mark: str) -> Iterator[str]:
    whole, labelled = heads(letter, client, stretch)
    above = [*([client.rule] if client.rule and labelled else []), *whole]
    forward = stretch.zone == "forward"
    if not mark:
        yield "%% forwarded" if forward else "%% attribution"
    for line in [*above, *(f"{label} {value}" for label, value in labelled)]:
        yield f"{mark}{line}"
    if stretch.zone == "attribution":
        return
    inside = mark if forward or not client.quotes_text else f"{mark}> "
    if not inside:
        yield ""
    if not mark and not forward:
        yield "%% quoted"
    for line in stretch.lines:
        yield f"{inside}{line}"
    if stretch.inner:
        yield inside.rstrip()
        yield from _deeper(letter, client, stretch.inner, inside)


def _deeper(letter: Letter, client: Client, stretch: Stretch, mark: str) -> Iterator[str]:
    """What a quoted message quotes in its turn; its zone is that of the quote."""
    whole, labelled = heads(letter, client, stretch)
    yield from (f"{mark}{line}" for line in [*whole, *(f"{label} {value}" for label, value in labelled)])
    inside = f"{mark}> " if client.quotes_text else mark
    yield from (f"{inside}{line}" for line in stretch.lines)


def _written_out(line: str, client: Client) -> str:
    """A line with what its links lead to, as Outlook writes them out."""
    if not client.anchors:
        return line
    return _ADDRESS.sub(lambda found: f"{found[1]}<{'mailto:' if found[2] == 'email' else 'http://'}{found[3]}>", line)
