"""The digest mail: what waits for one rep, in a few lines; nothing in it decides anything, and no picture looks back.

Names come from outside. They are one short line each, nothing in them is markup or an address that a mail program
would make a link of, and what might be private is only counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo

from deliver.protocol import Letter
from deliver.smtp import one_line
from store.judgement.drafts import ChangeFields, ContactFields, Fields, InteractionFields, MergeFields, outside
from store.judgement.estimate import about
from store.queries.waiting import Waiting

LONGEST_NAME = 60
MOST_NAMED = 5
# What mail programs make links of: schemes, paths, addresses, and dots within a word; "J.R." stays as it is.
_LINKING = re.compile(r"[:/@\\<>\[\]]+|\.(?=\w{2})")
TEXT = """{first}, since {since} I noted {things}. Nobody else can see {them}.
{lines}

Open my review:  {review}
Stop these mails: {stop}      (I will not ask why.)
"""
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>{subject}</title></head>
<body style="font:15px/1.5 system-ui,sans-serif;max-width:560px;margin:0 auto;padding:16px">
<p>{first}, since {since} I noted {things}. Nobody else can see {them}.</p>
{lines}
<p><a href="{review}">Open my review</a></p>
<p style="font-size:13px"><a href="{stop}">Stop these mails</a> (I will not ask why.)</p>
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a digest is for, and when it is written.

    Attributes:
        url: of the pages, without a slash at its end.
        stop: where the digest is stopped.
    """

    name: str
    address: str
    zone: str
    url: str
    stop: str
    now: datetime


def digest(waiting: Waiting, reader: Reader, message_id: str) -> Letter:
    """What waits, as a letter."""
    total = waiting.sure + waiting.look
    subject = f"{_count(total, 'note')} for you, about {about(waiting.sure, waiting.look)}"
    lines = list(_lines(waiting))
    said = {
        "first": _name(reader.name.split(maxsplit=1)[0] if reader.name.split() else reader.name),
        "since": _since(waiting.since, reader),
        "things": _count(total, "thing"),
        "them": "it" if total == 1 else "them",
    }
    places = {"review": f"{reader.url}/r", "stop": reader.stop}
    width = max(len(head) for head, _ in lines)
    plain = "\n".join(f"{head:<{width}} {rest}" for head, rest in lines)
    marked = "\n".join(f"<p><b>{escape(head)}</b> {escape(rest)}</p>" for head, rest in lines)
    shown = {name: escape(value) for name, value in (said | places | {"subject": subject}).items()}
    text, html = TEXT.format(lines=plain, **said, **places), PAGE.format(lines=marked, **shown)
    return Letter(reader.address, reader.name, subject, text, message_id, html, reader.stop)


def _lines(waiting: Waiting) -> list[tuple[str, str]]:
    found = []
    if waiting.sure:
        named = [_note_or_person(one) for one in waiting.named]
        found.append((f"I'm sure of {waiting.sure}:", _listed(named, waiting.sure - len(named))))
    if waiting.look:
        private = [f"{_count(waiting.private, 'note')} that may be private"] if waiting.private else []
        named = [_question(one) for one in waiting.doubtful[: MOST_NAMED - len(private)]]
        found.append(
            (f"Please look at {waiting.look}:", _listed(named + private, waiting.look - waiting.private - len(named)))
        )
    return found


def _listed(named: Sequence[str], more: int) -> str:
    return " · ".join([*named, "…"] if more > 0 else named)


def _note_or_person(fields: Fields) -> str:
    if isinstance(fields, InteractionFields):
        verb = "Met" if fields.kind == "meeting" else f"{_count(fields.mails, 'mail')} with"
        return f"{verb} {_who(fields)}"
    if isinstance(fields, ContactFields):
        return _name(fields.name) + (f", {_name(fields.company_name)}" if fields.company_name else "")
    if isinstance(fields, ChangeFields):
        return f"{_name(fields.name)}, changed"
    return _two(fields)


def _question(fields: Fields) -> str:
    if isinstance(fields, MergeFields):
        return _two(fields)
    new = "New person " if isinstance(fields, ContactFields) else ""
    return f"{new}{_note_or_person(fields)}?"


def _two(fields: MergeFields) -> str:
    return f"{_name(fields.one.name)} and {_name(fields.other.name)}: {'one?' if fields.same else 'two?'}"


def _who(fields: InteractionFields) -> str:
    people = outside(fields.people)
    if not people:
        return "colleagues"
    first = people[0]
    company = next((one.company for one in people if one.company), None)
    others = f" and {_count(len(people) - 1, 'other')}" if len(people) > 1 else ""
    named = _name(first.name or first.address.partition("@")[0])
    return named + others + (f" ({_name(company)})" if company else "")


def _name(text: str) -> str:
    """A name from outside as plain words: no line, no markup, nothing that becomes a link."""
    words = " ".join(_LINKING.sub(" ", one_line(text)).split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…"


def _since(when: datetime, reader: Reader) -> str:
    there = ZoneInfo(reader.zone)
    local, today = when.astimezone(there), reader.now.astimezone(there).date()
    return f"{_day(local.date(), today)} {local:%H:%M}"


def _day(day: date, today: date) -> str:
    return {today: "today", today - timedelta(days=1): "yesterday"}.get(day) or f"{day:%a} {day.day} {day:%b}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
