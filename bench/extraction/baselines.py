"""What is there off the shelf, each library as it comes.

Reply parsers give texts, not lines: their answer is laid over the message's own lines, in order.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from bench.extraction.claims import Claims
from bench.extraction.lines import laid_over, picked
from bench.extraction.naive import naive

Baseline = Callable[[bytes, str], Claims]
NAIVE = "naive pipeline"
TALON = "talon"


def quotequail(_raw: bytes, text: str) -> Claims:
    """Quotequail's ``quote``: stretches that are to be shown and stretches that are not."""
    from quotequail import quote  # noqa: PLC0415 - only where this baseline is measured

    shown = "\n".join(part for is_shown, part in quote(text) if is_shown)
    return Claims(text, new=laid_over(text, shown.split("\n")))


def mail_parser_reply(_raw: bytes, text: str) -> Claims:
    """mail-parser-reply's newest reply and its signatures."""
    newest = picked(text)
    return Claims(text, new=laid_over(text, newest.content), signature=laid_over(text, newest.signature))


def email_reply_parser(_raw: bytes, text: str) -> Claims:
    """Zapier's email-reply-parser: fragments that are quoted, a signature, or hidden."""
    from email_reply_parser import EmailReplyParser  # noqa: PLC0415

    fragments = EmailReplyParser.read(text).fragments
    new = [
        line
        for part in fragments
        if not (part.quoted or part.hidden) or part.signature
        for line in part.content.split("\n")
    ]
    signed = [line for part in fragments if part.signature and not part.quoted for line in part.content.split("\n")]
    return Claims(text, new=laid_over(text, new), signature=laid_over(text, signed))


def talon(_raw: bytes, text: str) -> Claims:
    """Talon's rules: the reply, and its signature cut off by ``bruteforce``."""
    from talon import quotations  # noqa: PLC0415
    from talon.signature.bruteforce import extract_signature  # noqa: PLC0415

    reply = quotations.extract_from_plain(text)
    _, signature = extract_signature(reply)
    signed = (signature or "").split("\n")
    return Claims(text, new=laid_over(text, reply.split("\n")), signature=laid_over(text, signed))


def readers() -> dict[str, Baseline]:
    """All of them that are installed, by name."""
    found: dict[str, Baseline] = {
        "quotequail": quotequail,
        "mail-parser-reply": mail_parser_reply,
        "email-reply-parser": email_reply_parser,
        NAIVE: naive,
    }
    return found | ({TALON: talon} if find_spec(TALON) else {})
