"""What the names of folders and labels say: the special use (RFC 6154 section 2) behind names in several languages."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from email import policy
from email.parser import BytesHeaderParser
from typing import Final

from extract.raw import ARCHIVE, DRAFTS, INBOX, JUNK, SENT, TRASH
from ingest.sources.files.kinds import HEAD

_NAMES: Final = {
    INBOX: "inbox,posteingang,boîte de réception,boite de reception,bandeja de entrada,posta in arrivo,postvak in",
    SENT: "sent,sent items,sent mail,sent messages,outbox sent,gesendet,gesendete objekte,gesendete elemente,"
    "gesendete nachrichten,envoyés,messages envoyés,éléments envoyés,enviados,posta inviata,verzonden items",
    ARCHIVE: "archive,archives,archived,archiv,archiviert,archivées,archivés,archivo,archivio",
    DRAFTS: "drafts,draft,entwürfe,brouillons,borradores,bozze,concepten",
    JUNK: "junk,spam,junk mail,junk email,junk e-mail,bulk mail,spamverdacht,werbung,courrier indésirable,"
    "indésirables,correo no deseado,posta indesiderata,ongewenste e-mail",
    TRASH: "trash,bin,deleted,deleted items,deleted messages,papierkorb,gelöscht,gelöschte elemente,"
    "gelöschte objekte,corbeille,éléments supprimés,papelera,cestino,prullenbak",
}
_USES: Final = {name: use for use, names in _NAMES.items() for name in names.split(",")}
_SUFFIXES: Final = (".sbd", ".mbox", ".mbx")
_GMAIL: Final = "X-Gmail-Labels"


def special_use(parts: Sequence[str]) -> str | None:
    """The special use of a folder by its names from the outermost inwards; the innermost name that says one counts.

    A folder inside the inbox is not the inbox, while a folder inside the trash is trash.
    """
    names = [_plain(part) for part in parts]
    for position, name in enumerate(reversed(names)):
        use = _USES.get(name)
        if use and not (use == INBOX and position):
            return use
    return None


def _plain(part: str) -> str:
    name = part.lower().strip()
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def folder_parts(name: str) -> list[str]:
    """The names in a Maildir++ folder name, ``.Archive.2025``, which is in modified UTF-7 (RFC 3501 section 5.1.3)."""
    return [_from_utf7(part) for part in name.removeprefix(".").split(".") if part]


def _from_utf7(name: str) -> str:
    plain, *shifted = name.split("&")
    for each in shifted:
        code, dash, rest = each.partition("-")
        if not dash:
            return name
        plain += (_decoded(code) if code else "&") + rest
    return plain


def _decoded(code: str) -> str:
    padded = code.replace(",", "/") + "=" * (-len(code) % 4)
    try:
        return base64.b64decode(padded, validate=True).decode("utf-16-be")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return f"&{code}-"


def gmail_labels(payload: bytes) -> tuple[str, ...]:
    """The labels that Google Takeout writes into a message, with special uses by their own names; empty without."""
    head = payload[:HEAD]
    if _GMAIL.lower().encode() not in head.lower():
        return ()
    value = BytesHeaderParser(policy=policy.default).parsebytes(head).get(_GMAIL, "")
    labels = [label.strip().strip('"') for label in str(value).split(",")]
    return tuple(dict.fromkeys(_USES.get(label.lower(), label) for label in labels if label))
