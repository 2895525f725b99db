"""What is kept of attachments (RFC 2183): name, type, size and hash, never their content."""

from __future__ import annotations

import hashlib
from typing import Final

from extract import limits
from extract.facts import Attachment
from extract.mail.body import is_attached
from extract.mail.mime import MARKUP, TEXT, Part
from extract.mail.words import clean

_BODIES: Final = frozenset({TEXT, MARKUP, "text/calendar", "text/enriched", "text/rfc822-headers"})
_REPORTS: Final = ("message/delivery-status", "message/disposition-notification", "message/feedback-report")
_REMARKS: Final = {
    "message/partial": "This is a piece of a longer message; the other pieces were not read.",
    "message/external-body": "Content that lies elsewhere was not read.",
    "application/ms-tnef": "Content in Outlook's own format was not read.",
}
_ENVELOPED: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})


def attachments_of(root: Part, warnings: list[str]) -> tuple[Attachment, ...]:
    """The attachments of a message, in order."""
    warnings.extend(_REMARKS[part.media_type] for part in root.leaves() if part.media_type in _REMARKS)
    if _is_encrypted(root):
        warnings.append("The message is encrypted: not read.")
    return tuple(_attachment(part) for part in root.leaves() if part is not root and _is_one(part))


def _is_one(part: Part) -> bool:
    if part.media_type in _REPORTS:
        return False
    return part.media_type not in _BODIES or is_attached(part)


def _attachment(part: Part) -> Attachment:
    data = part.decoded()
    return Attachment(_name(part), part.media_type, len(data), hashlib.sha256(data).hexdigest())


def _name(part: Part) -> str | None:
    written = part.disposition.get("filename") or part.content_type.get("name") or ""
    name = clean(written).replace("\\", "/").rpartition("/")[2].strip()
    return name[: limits.NAME_CHARACTERS] or None


def _is_encrypted(root: Part) -> bool:
    if root.media_type == "multipart/encrypted":
        return True
    return any(
        part.media_type in _ENVELOPED and part.content_type.get("smime-type") in {None, "enveloped-data"}
        for part in root.leaves()
    )
