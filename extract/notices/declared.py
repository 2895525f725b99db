"""What headers and structure declare about a message, in the order in which they deserve trust.

Reports first (RFC 3464, 8098, 5965), then programs (RFC 3834), bulk mail (RFC 2369, 8058) and invitations (RFC 6047).
An invitation that its calendar sends with Auto-Submitted is an invitation. X-Auto-Response-Suppress is no signal:
people's mail has it. ``Precedence: bulk`` is none either where a discussion list set it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.expressions import expression
from extract.facts import MessageClass
from extract.mail import charsets
from extract.mail.headers import Headers
from extract.mail.mime import Part
from extract.notices.signs import Signs
from extract.patterns.notices.bulk import TOOLS
from extract.patterns.notices.calendars import ANSWERS, BLOCKS

_MAILTO: Final = expression(r"<mailto:([^<>?\s]+)")
_LIST_ID: Final = expression(r"<([^<>\s]+)>")
_ACTION: Final = expression(r"(?im)^action\s*:\s*([a-z]+)")
_SUCCESS: Final = frozenset({"delivered", "relayed", "expanded", "deliverable"})
_BLOCKS: Final = expression(BLOCKS)
_REPORT_BYTES: Final = 16 * 1024
# Fields that programs for discussion lists add: Mailman, Majordomo, LISTSERV, ezmlm, Yahoo Groups.
_DISCUSSION: Final = ("list-post", "x-mailman-version", "x-beenthere", "x-mailing-list", "x-ezmlm", "mailing-list")
# Old ones add none but an address that answers for the list.
_OWNED: Final = ("sender", "errors-to", "return-path")
_OWNER: Final = expression(r"(?:^|[<\s])owner-[\w.-]+@|[\w.]-(?:owner|admin|request|bounces)(?:[+=-][^@\s]*)?@")


def status_parts(root: Part) -> Iterator[str]:
    """The parts of a report that programs read (RFC 3464 section 2)."""
    for part in root.leaves():
        if part.media_type in {"message/delivery-status", "message/global-delivery-status"}:
            yield charsets.decode_unlabelled(part.decoded()[:_REPORT_BYTES]).replace("\r\n", "\n")


def list_addresses(headers: Headers) -> frozenset[str]:
    """Addresses of the mailing list that a message came through (RFC 2369, 2919): nobody's own."""
    posts = f"{headers.text('list-post')} {headers.text('x-beenthere')}"
    found = {match.group(1).lower() for match in _MAILTO.finditer(posts)}
    found |= {word.lower() for word in headers.text("x-beenthere").split() if "@" in word}
    identity = _LIST_ID.search(headers.text("list-id"))
    if identity:
        name, _, domain = identity.group(1).lower().partition(".")
        found.add(f"{name}@{domain}")
    return frozenset(found)


def is_discussion(headers: Headers) -> bool:
    """Whether a message came through a list to which people write."""
    closed = headers.text("list-post").strip().lower().startswith("no")  # RFC 2369 section 3.4
    return not closed and any(headers.has(name) for name in _DISCUSSION)


def report(signs: Signs) -> MessageClass | None:
    """A report about a message sent before: of its delivery, of its reading, of abuse."""
    kind = signs.report_type()
    if kind == "delivery-status":
        actions = {action.lower() for text in status_parts(signs.root) for action in _ACTION.findall(text)}
        if actions and actions <= _SUCCESS:
            return MessageClass("automated", "A report of successful delivery")
        return MessageClass("bounce", "multipart/report with report-type=delivery-status")
    if signs.headers.has("x-failed-recipients"):
        return MessageClass("bounce", "X-Failed-Recipients")
    if kind in {"disposition-notification", "feedback-report"}:
        return MessageClass("automated", f"multipart/report with report-type={kind}")
    return None


def program(signs: Signs) -> MessageClass | None:
    """A program that says that it is one (RFC 3834 section 5)."""
    value = signs.value("auto-submitted").partition(";")[0].strip()
    if value and value != "no":
        return _invitation(signs) or MessageClass("automated", "Auto-Submitted")
    return None


def bulk(signs: Signs) -> MessageClass | None:
    """Mail to many that says so, unless a list to which people write says it."""
    headers = signs.headers
    if is_discussion(headers):
        return None
    for name in ("list-unsubscribe", "list-unsubscribe-post", "feedback-id"):
        if headers.has(name):
            return MessageClass("newsletter", f"{name.title()} without List-Post")
    if signs.value("precedence") in {"bulk", "junk"} and not _is_posted(signs):
        return MessageClass("newsletter", "Precedence: bulk without List-Post")
    tool = next((field.name for field in headers.fields if field.name.startswith(TOOLS)), None)
    return MessageClass("newsletter", f"{tool.title()}, a field of bulk mail") if tool else None


def _is_posted(signs: Signs) -> bool:
    """Whether somebody wrote to a list of which hardly more is left: an answer, or an owner in the header."""
    return signs.quotes or signs.is_answer() or any(_OWNER.search(signs.value(name)) for name in _OWNED)


def calendar(signs: Signs) -> MessageClass | None:
    """An invitation, an answer to one, or a calendar's own words in the text."""
    published = signs.method is not None and signs.root.media_type == "text/calendar"
    if found := _invitation(signs) or (MessageClass("calendar", "Nothing but a calendar") if published else None):
        return found
    if signs.title.startswith(ANSWERS):
        return MessageClass("calendar", "A subject as calendars write it")
    if not signs.is_answer() and _BLOCKS.search(signs.written):
        return MessageClass("calendar", "A calendar's block of day and place")
    return None


def _invitation(signs: Signs) -> MessageClass | None:
    if signs.method and signs.method.upper() != "PUBLISH":
        return MessageClass("calendar", f"text/calendar with method {signs.method.upper()}")
    return None
