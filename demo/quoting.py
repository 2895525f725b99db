"""How each client repeats the message it answers: attribution lines, quote marks, header blocks, and their HTML."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from demo.clock import MONTHS, WEEKDAYS, local, say_date
from demo.world import Client, Language, Person

Quote = Literal["none", "top", "inline", "bottom", "forward"]

_BLOCK_LABELS: dict[Language, tuple[str, str, str, str]] = {
    "en": ("From:", "Sent:", "To:", "Subject:"),
    "de": ("Von:", "Gesendet:", "An:", "Betreff:"),
    "fr": ("De :", "Envoyé :", "À :", "Objet :"),
}
_FORWARD: dict[Language, str] = {
    "en": "---------- Forwarded message ---------",
    "de": "---------- Weitergeleitete Nachricht ---------",
    "fr": "---------- Message transféré ---------",
}
_SHORT_FRENCH = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A message that can be quoted: its whole text, its HTML body if it has one, and what stood around it."""

    message_id: str
    references: tuple[str, ...]
    sender: Person
    to: tuple[Person, ...]
    at: datetime
    subject: str
    paragraphs: tuple[str, ...]
    text: str
    markup: str


def marked(text: str) -> str:
    """Every line behind a quote mark."""
    return "\n".join(">" + line if line.startswith(">") else f"> {line}".rstrip() for line in text.splitlines())


def attribution(previous: Written, client: Client, writer: Person, language: Language) -> str:
    """The line that says whose words follow, as the writer's client puts it."""
    at = local(previous.at, writer.zone)
    name, address = previous.sender.name, previous.sender.address
    if client in {"apple", "phone"}:
        return _apple(at, name, address, language)
    if client == "thunderbird":
        return {
            "en": f"On {at:%d/%m/%Y %H:%M}, {name} wrote:",
            "de": f"Am {at:%d.%m.%y} um {at:%H:%M} schrieb {name}:",
            "fr": f"Le {at:%d/%m/%Y} à {at:%H:%M}, {name} a écrit :",
        }[language]
    if client == "mutt":
        return f"* {name} <{address}> [{at:%Y-%m-%d %H:%M}]:"
    return _gmail(at, name, address, language)


def header_block(previous: Written, writer: Person, language: Language) -> str:
    """The block of headers that Outlook sets above a quoted message."""
    at = local(previous.at, writer.zone)
    weekday = WEEKDAYS[language][at.weekday()]
    sent = f"{weekday}, {at.day} {MONTHS[language][at.month - 1]} {at.year} {at:%H:%M}"
    if language == "de":
        sent = f"{weekday}, {say_date(at.date(), 'de')} {at.year} {at:%H:%M}"
    labels = _BLOCK_LABELS[language]
    to = "; ".join(mailbox_plain(one) for one in previous.to)
    values = (mailbox_plain(previous.sender), sent, to, previous.subject)
    return "\n".join(f"{label} {value}" for label, value in zip(labels, values, strict=True))


def notes_block(previous: Written, writer: Person) -> str:
    """The indented headers of an older Notes client, which marks nothing."""
    at = local(previous.at, writer.zone)
    to = ", ".join(one.address for one in previous.to)
    rows = (previous.sender.name, f"{at:%d/%m/%Y %H:%M}", "", f"        To:\t{to}", "        cc:\t")
    return "\n".join((*rows, f"        Subject:\t{previous.subject}"))


def mailbox_plain(one: Person) -> str:
    """A name and address as shown to people, not as encoded in a header."""
    return f"{one.name} <{one.address}>"


def quoted(previous: Written, client: Client, writer: Person, language: Language) -> str:
    """The whole earlier text as the client repeats it under an answer."""
    if client == "outlook":
        rule = "________________________________\n" if language == "en" else ""
        return f"{rule}{header_block(previous, writer, language)}\n\n{previous.text.rstrip()}"
    if client == "notes":
        return f"\n\n{notes_block(previous, writer)}\n\n{previous.text.rstrip()}"
    return f"{attribution(previous, client, writer, language)}\n\n{marked(previous.text.rstrip())}"


def forwarded(previous: Written, writer: Person, language: Language) -> str:
    """The whole earlier text under a forwarding line."""
    return f"{_FORWARD[language]}\n{header_block(previous, writer, language)}\n\n{previous.text.rstrip()}"


def interleaved(previous: Written, lead: str, answers: tuple[str, ...]) -> str:
    """Answers set between the paragraphs they answer; what is left of the quote or of the answers follows."""
    parts = [lead]
    for number in range(max(len(answers), len(previous.paragraphs))):
        if number < len(previous.paragraphs):
            parts.append(marked(previous.paragraphs[number]))
        if number < len(answers):
            parts.append(answers[number])
    return "\n\n".join(parts)


def quoted_markup(previous: Written, client: Client, writer: Person, language: Language) -> str:
    """The earlier HTML as the client repeats it."""
    if client == "outlook":
        block = html.escape(header_block(previous, writer, language)).replace("\n", "<br>\n")
        rule = '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
        return f'{rule}\n<p class="MsoNormal">{block}</p></div>\n{previous.markup}'
    line = html.escape(attribution(previous, client, writer, language))
    if client == "gmail":
        opened = f'<div class="gmail_quote"><div dir="ltr" class="gmail_attr">{line}<br></div>'
        style = "margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"
        return f'{opened}<blockquote class="gmail_quote" style="{style}">{previous.markup}</blockquote></div>'
    return f'<div><br><blockquote type="cite"><div>{line}</div><br>{previous.markup}</blockquote></div>'


def _apple(at: datetime, name: str, address: str, language: Language) -> str:
    if language == "de":
        return f"Am {at:%d.%m.%Y} um {at:%H:%M} schrieb {name} <{address}>:"
    month = MONTHS[language][at.month - 1]
    if language == "fr":
        return f"Le {at.day} {month} {at.year} à {at:%H:%M}, {name} <{address}> a écrit :"
    return f"On {at.day} {month[:3]} {at.year}, at {at:%H:%M}, {name} <{address}> wrote:"


def _gmail(at: datetime, name: str, address: str, language: Language) -> str:
    weekday, month = WEEKDAYS[language][at.weekday()], MONTHS[language][at.month - 1]
    if language == "de":
        return f"Am {weekday[:2]}., {at.day}. {month[:3]}. {at.year} um {at:%H:%M} Uhr schrieb {name} <{address}>:"
    if language == "fr":
        day = f"{weekday[:3]}. {at.day} {_SHORT_FRENCH[at.month - 1]} {at.year}"
        return f"Le {day} à {at:%H:%M}, {name} <{address}> a écrit :"
    return f"On {weekday[:3]}, {at.day} {month[:3]} {at.year} at {at:%H:%M}, {name} <{address}> wrote:"
