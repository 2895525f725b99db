"""A mail program as data: how it marks up lines, signatures and what it quotes.

In the templates ``{}`` stands for what goes inside; ``{head}`` and ``{body}`` for the two parts of a quoted message.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PAGE: Final = (
    '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body>{}</body></html>'
)


@dataclass(frozen=True, slots=True)
class Client:
    """One mail program's habits."""

    mailer: tuple[str, str] | None = None
    """The header line by which it names itself."""
    page: str = PAGE
    line: str = "<div>{}</div>"
    blank: str = "<div><br></div>"
    signature: str = "<div>{}</div>"
    separator: str = ""
    """Written above a signature, as a line of its own."""
    sentence: str = ""
    """The style of its sentence above a quote; without one it heads quotes with From, Sent, To, Subject."""
    reply: str = "<br>{head}<blockquote>{body}</blockquote>"
    attribution: str = "<div>{}<br></div>"
    head: str = "<div><b>{label}</b> {value}</div>"
    inline: str = '<blockquote type="cite">{}</blockquote>'
    passed_on: str = ""
    """The style of its line above a message that is passed on."""
    forward: str = "<br>{head}<br>{body}"
    rule: str = ""
    """The line that its text/plain part shows above a quoted head."""
    text: bool = True
    """Whether it sends a text/plain part as well."""
    markup: bool = True
    quotes_text: bool = True
    """Whether the text/plain part puts ``> `` before quoted lines."""
    above: str = ""
    """The style of the line above the head of a quoted message, where there is one."""
    dated: bool = False
    """Whether its heads say Date where Outlook says Sent."""
    anchors: bool = False
    """Whether its text/plain part writes out what a link leads to."""
    quoted_line: str = ""
    """How quoted lines are marked up, where they differ."""
