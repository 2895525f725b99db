"""What a file is, told from its first bytes and never from its name."""

from __future__ import annotations

import re2

from extract.raw import CALENDAR, MESSAGE, UNKNOWN

HEAD = 64 * 1024
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_FIELD = re2.compile(rb"^[!-9;-~]+[ \t]*:")
_MAIL_FIELDS = re2.compile(
    rb"(?i)^(?:from|to|cc|bcc|date|subject|sender|reply-to|received|return-path|delivered-to|message-id|in-reply-to"
    rb"|references|mime-version|content-type|content-transfer-encoding|resent-[a-z-]+|envelope-to|x-[a-z-]+)[ \t]*:"
)
# RFC 4155 appendix A: "From ", the sender, a timestamp as of asctime; some writers add a zone, some leave all out.
_ASCTIME = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2}) .*\d{1,2}:\d{2}"
_DATED_LINE = re2.compile(rb"^From [^\r\n]*" + _ASCTIME + rb"[^\r\n]*\d{4}")
_BARE_LINE = re2.compile(rb"^From ?[^ \r\n]*[ \t]*(?:\r?\n|$)")
_TIMED_LINE = re2.compile(rb"^From [^\r\n]*\d{1,2}:\d{2}")


def starts_message(line: bytes, *, after_blank: bool) -> bool:
    """Whether a line that begins with ``From `` parts two messages of an mbox (RFC 4155), and is no sentence.

    Args:
        after_blank: whether it stands at the start of the file or after an empty line.
    """
    if _DATED_LINE.match(line):
        return True
    return after_blank and bool(_TIMED_LINE.match(line) or _BARE_LINE.match(line))


def is_mbox(head: bytes) -> bool:
    """Whether a file that begins so is an mbox: a From_ line, then a header field."""
    line, _, rest = head[leading(head) :].partition(b"\n")
    if not (line.startswith(b"From ") and starts_message(line, after_blank=True)):
        return False
    return bool(_FIELD.match(rest.removeprefix(b">"))) or rest.startswith(b">From ")


def leading(head: bytes) -> int:
    """How many bytes of byte order mark and empty lines stand before the content."""
    bom = next((len(mark) for mark in _BOMS if head.startswith(mark)), 0)
    return bom + len(head) - bom - len(head[bom:].lstrip(b"\r\n"))


def media_type_of(payload: bytes) -> str:
    """MESSAGE, CALENDAR or UNKNOWN, for a whole file or its first 64 KiB."""
    head = payload[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    head = head[leading(head) :]
    if head.lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
        return CALENDAR
    return MESSAGE if _has_mail_fields(head) else UNKNOWN


def _has_mail_fields(head: bytes) -> bool:
    """Whether a header block stands first that names at least one field of mail."""
    lines = head.splitlines()
    if lines and lines[0].startswith((b"From ", b">From ")):
        lines = lines[1:]
    if not lines or not _FIELD.match(lines[0]):
        return False
    for line in lines:
        if not line:
            return False
        if _MAIL_FIELDS.match(line):
            return True
    return False
