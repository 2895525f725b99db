"""Who wrote a message: a person, a program, a list, a server. Signals in the order in which they deserve trust.

Bounces come first (RFC 3464, 5321), then reports (RFC 8098, 5965), automatic replies (RFC 3834, 5230), other programs
(RFC 3834), bulk mail (RFC 2369, 8058), invitations (RFC 6047) and, weakly, the sender's local part. An invitation that
its calendar sends with Auto-Submitted is an invitation. X-Auto-Response-Suppress is no signal: people's mail has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import re2

from extract.facts import MessageClass, Participant
from extract.mail import charsets
from extract.mail.headers import Headers
from extract.mail.mime import Part
from extract.patterns import subjects
from extract.patterns.roles import is_machine

_MAILTO: Final = re2.compile(r"<mailto:([^<>?\s]+)")
_LIST_ID: Final = re2.compile(r"<([^<>\s]+)>")
_ACTION: Final = re2.compile(r"(?im)^action\s*:\s*([a-z]+)")
_SUCCESS: Final = frozenset({"delivered", "relayed", "expanded"})
_SERVERS: Final = ("mailer-daemon", "postmaster", "mailerdaemon", "mail-daemon", "maildaemon")
_REPLIES: Final = ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply", "x-auto-reply-from")
_REPORT_BYTES: Final = 16 * 1024


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the rules look at."""

    root: Part
    sender: str
    method: str | None

    @property
    def headers(self) -> Headers:
        return self.root.headers

    def report_type(self) -> str:
        if self.root.media_type != "multipart/report":
            return ""
        return (self.root.content_type.get("report-type") or "").lower()

    def value(self, name: str) -> str:
        return self.headers.text(name).lower()


def class_of(root: Part, people: Iterable[Participant], method: str | None) -> MessageClass:
    """The kind of a message and the reason.

    Args:
        root: the message.
        people: its participants.
        method: the iTIP method of the invitation it carries, or None.
    """
    sender = next((person.address for person in people if person.role == "from"), "")
    signs = _Signs(root, sender or root.headers.text("from").lower(), method)
    found = (rule(signs) for rule in _RULES)
    return next((each for each in found if each), MessageClass("person", "Nothing says that a program wrote it"))


def list_addresses(headers: Headers) -> frozenset[str]:
    """Addresses of the mailing list that a message came through (RFC 2369, 2919): nobody's own."""
    found = {match.group(1).lower() for match in _MAILTO.finditer(headers.text("list-post"))}
    identity = _LIST_ID.search(headers.text("list-id"))
    if identity:
        name, _, domain = identity.group(1).lower().partition(".")
        found.add(f"{name}@{domain}")
    return frozenset(found)


def _failed_delivery(signs: _Signs) -> MessageClass | None:
    if signs.report_type() == "delivery-status":
        actions = set(_actions(signs.root))
        if actions and actions <= _SUCCESS:
            return MessageClass("automated", "A report of successful delivery")
        return MessageClass("bounce", "multipart/report with report-type=delivery-status")
    if signs.headers.has("x-failed-recipients"):
        return MessageClass("bounce", "X-Failed-Recipients")
    return None


def _returned(signs: _Signs) -> MessageClass | None:
    if not signs.sender.partition("@")[0].strip("\" <'").startswith(_SERVERS):
        return None
    if signs.headers.raw("return-path") == b"<>":
        return MessageClass("bounce", "Null Return-Path from a mail server")
    if subjects.is_bounce(signs.headers.text("subject")):
        return MessageClass("bounce", "A mail server's subject for failed delivery")
    return None


def _actions(root: Part) -> Iterator[str]:
    """What happened to each recipient (RFC 3464 section 2.3.3)."""
    for part in root.leaves():
        if part.media_type in {"message/delivery-status", "message/global-delivery-status"}:
            text = charsets.decode_unlabelled(part.decoded()[:_REPORT_BYTES])
            yield from (action.lower() for action in _ACTION.findall(text))


def _report(signs: _Signs) -> MessageClass | None:
    kind = signs.report_type()
    if kind in {"disposition-notification", "feedback-report"}:
        return MessageClass("automated", f"multipart/report with report-type={kind}")
    return None


def _automatic_reply(signs: _Signs) -> MessageClass | None:
    if signs.value("auto-submitted").startswith("auto-replied"):
        return MessageClass("out_of_office", "Auto-Submitted: auto-replied")
    header = next((name for name in _REPLIES if signs.headers.has(name) and signs.value(name) != "no"), None)
    if header:
        return MessageClass("out_of_office", header.title())
    if signs.value("precedence") in {"auto_reply", "auto-reply"}:
        return MessageClass("out_of_office", "Precedence: auto_reply")
    if subjects.is_automatic_reply(signs.headers.text("subject")):
        return MessageClass("out_of_office", "A subject as automatic replies have it")
    return None


def _invitation(signs: _Signs) -> MessageClass | None:
    if signs.method and signs.method.upper() != "PUBLISH":
        return MessageClass("calendar", f"text/calendar with method {signs.method.upper()}")
    return None


def _program(signs: _Signs) -> MessageClass | None:
    value = signs.value("auto-submitted").partition(";")[0].strip()
    if value and value != "no":
        return _invitation(signs) or MessageClass("automated", "Auto-Submitted")
    return None


def _bulk(signs: _Signs) -> MessageClass | None:
    headers = signs.headers
    if headers.has("list-post"):
        return None
    for name in ("list-unsubscribe", "list-unsubscribe-post", "feedback-id"):
        if headers.has(name):
            return MessageClass("newsletter", f"{name.title()} without List-Post")
    if signs.value("precedence") in {"bulk", "junk"}:
        return MessageClass("newsletter", "Precedence: bulk without List-Post")
    if headers.starting("x-campaign"):
        return MessageClass("newsletter", "X-Campaign without List-Post")
    return None


def _calendar(signs: _Signs) -> MessageClass | None:
    published = signs.method is not None and signs.root.media_type == "text/calendar"
    return _invitation(signs) or (MessageClass("calendar", "Nothing but a calendar") if published else None)


def _sender(signs: _Signs) -> MessageClass | None:
    if signs.sender and is_machine(signs.sender):
        return MessageClass("automated", "The sender's address is a program's")
    return None


_RULES: Final[tuple[Callable[[_Signs], MessageClass | None], ...]] = (
    _failed_delivery, _returned, _report, _automatic_reply, _program, _bulk, _calendar, _sender,
)  # fmt: skip
