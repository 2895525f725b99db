"""The digest mail: what waits for one rep, in a few lines; nothing in it decides anything, and no picture looks back.

Names come from outside. They are one short line each, nothing in them is markup or an address that a mail program
would make a link of, and what might be private is only counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from deliver.protocol import Letter
from deliver.smtp import one_line
from i18n.formats import clock, number
from i18n.language import language, speaking
from i18n.phrases import about, counted, day, on_day
from i18n.texts import _, ngettext
from store.heads_up import Word
from store.judgement.drafts import (
    ChangeFields,
    CompanyFields,
    ContactFields,
    Fields,
    InteractionFields,
    MergeFields,
    outside,
)
from store.judgement.estimate import seconds
from store.queries.waiting import Waiting

LONGEST_NAME = 60
MOST_NAMED = 5
# What mail programs make links of: schemes, paths, addresses, and dots within a word; "J.R." stays as it is.
_LINKING = re.compile(r"[:/@\\<>\[\]]+|\.(?=\w{2})")
TEXT = """{first}
{lines}

{open} {review}
{end} {stop}      {unasked}
"""
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>{subject}</title></head>
<body style="font:15px/1.5 system-ui,sans-serif;max-width:560px;margin:0 auto;padding:16px">
<p>{first}</p>
{lines}
<p><a href="{review}">{open}</a></p>
<p style="font-size:13px"><a href="{stop}">{end}</a> {unasked}</p>
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
    language: str
    url: str
    stop: str
    now: datetime


def digest(waiting: Waiting, reader: Reader, message_id: str, touched: Sequence[Word] = ()) -> Letter:
    """What waits, as a letter in its reader's language; with what colleagues did, where that is told today."""
    with speaking(reader.language):
        return _written(waiting, reader, message_id, touched)


def _written(waiting: Waiting, reader: Reader, message_id: str, touched: Sequence[Word]) -> Letter:
    notes = counted("{n} note", "{n} notes", waiting.sure + waiting.look)
    time = about(seconds(waiting.sure, waiting.look))
    subject = _("{notes} for you, about {time}").format(notes=notes, time=time)
    lines, said = [*_lines(waiting), *_touched(touched, reader)], _said(waiting, reader)
    width = max(len(head) for head, _rest in lines)
    plain = "\n".join(f"{head:<{width}} {rest}" for head, rest in lines)
    marked = "\n".join(f"<p><b>{escape(head)}</b> {escape(rest)}</p>" for head, rest in lines)
    labels = {name: f"{said[name]}:" for name in ("open", "end")}
    aligned = {name: label.ljust(max(map(len, labels.values()))) for name, label in labels.items()}
    text = TEXT.format_map(said | aligned | {"lines": plain})
    shown = {name: escape(value) for name, value in (said | {"subject": subject}).items()}
    html = PAGE.format_map(shown | {"lines": marked, "language": language()})
    return Letter(reader.address, reader.name, subject, text, message_id, html, reader.stop)


def _said(waiting: Waiting, reader: Reader) -> dict[str, str]:
    """What stands in the letter besides the notes."""
    total = waiting.sure + waiting.look
    first = ngettext(
        "{name}, since {since} I noted {n} thing. Nobody else can see it.",
        "{name}, since {since} I noted {n} things. Nobody else can see them.",
        total,
    )
    name = plain(reader.name.split(maxsplit=1)[0] if reader.name.split() else reader.name)
    return {
        "first": first.format(name=name, since=_since(waiting.since, reader), n=number(total)),
        "open": _("Open my review"), "end": _("Stop these mails"), "unasked": _("(I will not ask why.)"),
        "review": f"{reader.url}/r", "stop": reader.stop,
    }  # fmt: skip


def _lines(waiting: Waiting) -> Iterator[tuple[str, str]]:
    if waiting.sure:
        named = [_note_or_person(one) for one in waiting.named]
        yield _("I'm sure of {n}:").format(n=number(waiting.sure)), _listed(named, waiting.sure - len(named))
    if waiting.look:
        said = counted("{n} note that may be private", "{n} notes that may be private", waiting.private)
        private = [said] if waiting.private else []
        named = [_question(one) for one in waiting.doubtful[: MOST_NAMED - len(private)]]
        more = waiting.look - waiting.private - len(named)
        yield _("Please look at {n}:").format(n=number(waiting.look)), _listed(named + private, more)


def _touched(touched: Sequence[Word], reader: Reader) -> Iterator[tuple[str, str]]:
    """What colleagues did with people whose relationship is the reader's."""
    says = {
        "mail": _("wrote with {whom} {day}"),
        "meeting": _("met {whom} {day}"),
        "upcoming": _("will meet {whom} {day}"),
    }
    there = ZoneInfo(reader.zone)
    for word in touched:
        when = on_day(word.at.astimezone(there).date(), reader.now.astimezone(there).date())
        yield f"{plain(word.colleague)}:", says[word.kind].format(whom=plain(word.name), day=when)


def _listed(named: Sequence[str], more: int) -> str:
    return " · ".join([*named, "…"] if more > 0 else named)


def _note_or_person(fields: Fields) -> str:
    if isinstance(fields, InteractionFields):
        mails = ngettext("{n} mail with {who}", "{n} mails with {who}", fields.mails)
        said = _("Met {who}") if fields.kind == "meeting" else mails
        return said.format(n=number(fields.mails), who=_who(fields))
    if isinstance(fields, ContactFields):
        return plain(fields.name) + (f", {plain(fields.company_name)}" if fields.company_name else "")
    if isinstance(fields, ChangeFields):
        return _("{name}, changed").format(name=plain(fields.name))
    return plain(fields.name) if isinstance(fields, CompanyFields) else _two(fields)


def _question(fields: Fields) -> str:
    if isinstance(fields, MergeFields):
        return _two(fields)
    told = _note_or_person(fields)
    return (
        _("New person {who}?").format(who=told) if isinstance(fields, ContactFields) else _("{what}?").format(what=told)
    )


def _two(fields: MergeFields) -> str:
    said = _("{one} and {other}: one?") if fields.same else _("{one} and {other}: two?")
    return said.format(one=plain(fields.one.name), other=plain(fields.other.name))


def _who(fields: InteractionFields) -> str:
    people = outside(fields.people)
    if not people:
        return _("colleagues")
    first = people[0]
    company = next((one.company for one in people if one.company), None)
    others = counted(" and {n} other", " and {n} others", len(people) - 1) if len(people) > 1 else ""
    named = plain(first.name or first.address.partition("@")[0])
    return named + others + (f" ({plain(company)})" if company else "")


def plain(text: str) -> str:
    """A name from outside as plain words: no line, no markup, nothing that becomes a link."""
    words = " ".join(_LINKING.sub(" ", one_line(text)).split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…"


def _since(when: datetime, reader: Reader) -> str:
    there = ZoneInfo(reader.zone)
    local, today = when.astimezone(there).date(), reader.now.astimezone(there).date()
    return f"{day(local, today)} {clock(when, reader.zone)}"
