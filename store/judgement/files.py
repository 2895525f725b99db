"""Which attachments a note names: files that somebody sent on purpose, by their name alone.

Pictures are left out, since a mail does not say which of them is a logo; so is what programs add by themselves:
invitations, signatures, visiting cards, receipts, forwarded mails, Outlook's wrapping.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

MOST: Final = 20  # of one note
LONGEST: Final = 120
NAMED: Final = "file."  # before a name: the field that names a file, and that leaves it out when blank
_ADDED_TYPES: Final = (
    "image/", "message/", "text/calendar", "application/ics", "text/vcard", "text/x-vcard", "text/directory",
    "application/ms-tnef", "application/vnd.ms-tnef", "application/pgp-", "application/pkcs7-",
    "application/x-pkcs7-",
)  # fmt: skip
# Of a type that says nothing, its ending does. ``.dat`` is Outlook's wrapping: winmail.dat.
_ADDED_ENDINGS: Final = (
    ".ics", ".ifb", ".vcf", ".p7s", ".p7m", ".p7c", ".asc", ".sig", ".gpg", ".pgp", ".dat", ".eml", ".msg", ".png",
    ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg", ".emz", ".wmz", ".heic", ".tif", ".tiff",
)  # fmt: skip
_NAMED_BY_PROGRAMS: Final = "att0"  # what Exchange calls the text after an attachment: att00001.htm


@dataclass(frozen=True, slots=True)
class File:
    """The name of a file, and the exchange of the mail that it came with."""

    name: str
    exchange: str


def worth_naming(name: str, media_type: str) -> bool:
    """Whether somebody sent it on purpose."""
    if "." not in name:
        return False
    low = name.lower()
    is_added = media_type.lower().startswith(_ADDED_TYPES) or low.endswith(_ADDED_ENDINGS)
    return not is_added and not low.startswith(_NAMED_BY_PROGRAMS)


def named(name: str) -> str:
    """A name as it is shown: in one line, and no longer than it may be, with its ending."""
    said = " ".join(name.split())
    if len(said) <= LONGEST:
        return said
    ending = said.rpartition(".")[2][:10]
    return f"{said[: LONGEST - len(ending) - 2]}….{ending}"


def names_of(attachments: Iterable[tuple[str | None, str]]) -> tuple[str, ...]:
    """The names, as they are shown, of those of a mail's attachments that somebody sent on purpose; with their type."""
    return tuple(named(name) for name, media_type in attachments if name and worth_naming(name, media_type))


def gathered(mails: Iterable[tuple[bytes, Sequence[str]]]) -> tuple[File, ...]:
    """The files of a note's mails, each name once, as it first came."""
    first: dict[str, File] = {}
    for exchange, names in mails:
        for name in names:
            first.setdefault(name, File(name, exchange.hex()))
    return tuple(first.values())[:MOST]
