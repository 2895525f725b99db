"""How seven mail programs write a message: headers, charset, structure, HTML, wrapping, and what they quote."""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from random import Random

from demo import mime
from demo.clock import local
from demo.quoting import Quote, Written, forwarded, interleaved, quoted, quoted_markup
from demo.signatures import disclaimer, greeting, signature, signoff
from demo.world import Client, Language, Person


@dataclass(frozen=True, slots=True)
class Habit:
    """What a client always does. ``width`` 0 leaves paragraphs as one line; ``markup`` adds an HTML alternative."""

    charset: str
    encoding: mime.Encoding
    width: int
    markup: bool
    agent: tuple[str, str] | None
    prefix: str


HABITS: dict[Client, Habit] = {
    "gmail": Habit("utf-8", "quoted-printable", 76, markup=True, agent=None, prefix="Re: "),
    "outlook": Habit(
        "windows-1252", "quoted-printable", 0, markup=True, agent=("X-Mailer", "Microsoft Outlook 16.0"), prefix="RE: "
    ),
    "apple": Habit(
        "utf-8", "quoted-printable", 0, markup=True, agent=("X-Mailer", "Apple Mail (2.3826.200)"), prefix="Re: "
    ),
    "thunderbird": Habit(
        "utf-8; format=flowed", "8bit", 72, markup=False, agent=("User-Agent", "Mozilla Thunderbird"), prefix="Re: "
    ),
    "phone": Habit("utf-8", "base64", 0, markup=False, agent=("X-Mailer", "iPhone Mail (22G86)"), prefix="Re: "),
    "notes": Habit(
        "iso-8859-1", "quoted-printable", 70, markup=False, agent=("X-Mailer", "Lotus Notes Release 9"), prefix="Re: "
    ),
    "mutt": Habit("us-ascii", "8bit", 72, markup=False, agent=("User-Agent", "Mutt/2.2.12"), prefix="Re: "),
}
LOCAL_PREFIX: dict[Language, tuple[str, str]] = {
    "en": ("RE: ", "Fwd: "),
    "de": ("AW: ", "WG: "),
    "fr": ("RE: ", "TR: "),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to send. ``paragraphs`` are their own words, without greeting and signature."""

    sender: Person
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    at: datetime
    subject: str
    paragraphs: tuple[str, ...]
    language: Language
    client: Client
    quote: Quote = "none"
    previous: Written | None = None
    attachments: tuple[mime.Block, ...] = ()
    short: bool = False
    orphan: str | None = None


def send(draft: Draft, rng: Random) -> tuple[Written, bytes]:
    """The message as its client writes it, and what later answers may quote of it."""
    habit = HABITS[draft.client]
    message_id = _message_id(draft, rng)
    own = _own_text(draft, rng)
    text = _wrap(_with_quote(draft, own), habit)
    markup = _markup(draft, own)
    written = Written(
        message_id=message_id,
        references=_references(draft),
        sender=draft.sender,
        to=draft.to,
        at=draft.at,
        subject=reply_subject(draft),
        paragraphs=draft.paragraphs,
        text=text,
        markup=markup,
    )
    block = _body(draft, habit, (text, markup), rng)
    return written, mime.message(_headers(draft, written, habit), block)


def reply_subject(draft: Draft) -> str:
    """The subject with the prefix that the client and language put before it, once."""
    if draft.quote == "forward":
        return LOCAL_PREFIX[draft.language][1] + draft.subject
    if draft.previous is None and draft.orphan is None:
        return draft.subject
    prefix = LOCAL_PREFIX[draft.language][0] if draft.client == "outlook" else HABITS[draft.client].prefix
    return prefix + draft.subject


def _own_text(draft: Draft, rng: Random) -> str:
    """Greeting, words, sign-off and signature; an interleaved answer has its words elsewhere."""
    opening = greeting(draft.sender, draft.to, draft.language, rng)
    words = "\n\n".join(draft.paragraphs)
    if draft.quote == "inline" and draft.previous:
        opening, words = interleaved(draft.previous, opening, draft.paragraphs), ""
    elif draft.quote == "bottom" and draft.previous:
        opening = f"{quoted(draft.previous, draft.client, draft.sender, draft.language)}\n\n{opening}"
    closing = _closing(draft, rng)
    return "\n\n".join(part for part in (opening, words, closing) if part)


def _closing(draft: Draft, rng: Random) -> str:
    name = draft.sender.name if draft.sender.formal else draft.sender.first
    farewell = f"{signoff(draft.sender, draft.to, draft.language, rng)}\n{name}"
    if draft.short:
        return farewell
    print_below = "" if draft.client == "phone" else disclaimer(draft.sender)
    parts = (farewell, signature(draft.sender, draft.client), print_below)
    return "\n\n".join(part for part in parts if part)


def _with_quote(draft: Draft, own: str) -> str:
    if draft.previous is None or draft.quote in {"none", "inline", "bottom"}:
        return own
    if draft.quote == "forward":
        return f"{own}\n\n{forwarded(draft.previous, draft.sender, draft.language)}"
    return f"{own}\n\n{quoted(draft.previous, draft.client, draft.sender, draft.language)}"


def _wrap(text: str, habit: Habit) -> str:
    if not habit.width:
        return text + "\n"
    glue = " \n" if "flowed" in habit.charset else "\n"
    return "\n".join(_wrap_line(line, habit.width, glue) for line in text.split("\n")) + "\n"


def _wrap_line(line: str, width: int, glue: str) -> str:
    if len(line) <= width or line.startswith(">") or "   " in line:
        return line
    return glue.join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))


def _markup(draft: Draft, own: str) -> str:
    tag = {"outlook": 'p class="MsoNormal"', "gmail": "div"}.get(draft.client, "p")
    end = tag.split()[0]
    rows = (html.escape(part).replace("\n", "<br>\n") for part in own.split("\n\n"))
    body = "\n".join(f"<{tag}>{row}</{end}>" for row in rows)
    if draft.client == "gmail":
        body = f'<div dir="ltr">{body}</div>'
    if draft.previous is None or draft.quote not in {"top", "forward"}:
        return body
    return f"{body}\n<br>\n{quoted_markup(draft.previous, draft.client, draft.sender, draft.language)}"


def _body(draft: Draft, habit: Habit, forms: tuple[str, str], rng: Random) -> mime.Block:
    text, markup = forms
    block = mime.text_block(text, "plain", habit.charset, habit.encoding)
    if habit.markup:
        page = f"<html><head></head><body>\n{markup}\n</body></html>\n"
        rich = mime.text_block(page, "html", habit.charset, habit.encoding)
        block = mime.multipart("alternative", _boundary(draft.client, rng), (block, rich))
    if draft.attachments:
        block = mime.multipart("mixed", _boundary(draft.client, rng), (block, *draft.attachments))
    return block


def _headers(draft: Draft, written: Written, habit: Habit) -> mime.Headers:
    rows: list[tuple[str, str]] = [
        ("From", mime.mailbox(draft.sender.name, draft.sender.address)),
        ("To", mime.people(draft.to)),
    ]
    if draft.cc:
        rows.append(("Cc", mime.people(draft.cc)))
    charset = habit.charset.partition(";")[0]
    rows += [
        ("Subject", mime.subject(written.subject, "utf-8" if charset == "us-ascii" else charset)),
        ("Date", format_datetime(local(draft.at, draft.sender.zone))),
        ("Message-ID", f"<{written.message_id}>"),
    ]
    if draft.client == "outlook":
        rows.append(("Thread-Topic", mime.subject(draft.subject)))
    if written.references:
        rows.append(("In-Reply-To", f"<{written.references[-1]}>"))
        rows.append(("References", "\n ".join(f"<{one}>" for one in written.references)))
    if habit.agent:
        rows.append(habit.agent)
    return tuple(rows)


def _references(draft: Draft) -> tuple[str, ...]:
    if draft.orphan:
        return (draft.orphan,)
    if draft.previous is None or draft.quote == "forward":
        return ()
    return (*draft.previous.references, draft.previous.message_id)


def _message_id(draft: Draft, rng: Random) -> str:
    domain = draft.sender.address.rpartition("@")[2]
    token = f"{rng.getrandbits(96):024x}"
    return {
        "gmail": f"CA{token}@mail.{domain}",
        "outlook": f"{token.upper()}@EX01.{domain}",
        "apple": f"{token[:8]}-{token[8:12]}-{token[12:16]}-{token[16:20]}-{token[20:]}@{domain}".upper(),
        "notes": f"OF{token[:10].upper()}.{token[10:18].upper()}-ON{token[18:]}@{domain}",
    }.get(draft.client, f"{token}@{domain}")


def _boundary(client: Client, rng: Random) -> str:
    token = f"{rng.getrandbits(80):020x}"
    return {
        "gmail": f"00000000000{token[:16]}",
        "outlook": f"_000_{token.upper()}EX01_",
        "apple": f"Apple-Mail=_{token.upper()}",
    }.get(client, f"------------{token}")
