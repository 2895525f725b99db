"""What goes into reading: the bytes as a source received them, and what the reader may know about their owner.

Every package shares these types, so this module imports only the standard library.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

MESSAGE = "message/rfc822"
CALENDAR = "text/calendar"
UNKNOWN = "application/octet-stream"

# Special-use names of folders (RFC 6154 section 2), used as labels by every source.
INBOX, SENT, ARCHIVE, DRAFTS, JUNK, TRASH = "\\Inbox", "\\Sent", "\\Archive", "\\Drafts", "\\Junk", "\\Trash"
THREAD = "\\Thread:"  # begins the label by which a provider says what belongs together


@dataclass(frozen=True, slots=True)
class RawItem:
    """One item as its source holds it.

    Attributes:
        media_type: MESSAGE, CALENDAR or UNKNOWN, told from the content.
        payload: the bytes, unchanged.
        received_at: when the source received it (aware), or None when the source does not know.
        remote_id: the source's pointer, stable within its collection.
        labels: the folder's special-use name and the provider's labels.
        full_size: bytes of the whole item where the payload is only the first part of it; None: it is whole.
    """

    media_type: str
    payload: bytes = field(repr=False)
    received_at: datetime | None
    remote_id: str
    labels: tuple[str, ...] = ()
    full_size: int | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.payload).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What the reader may know about the owner of the items.

    Attributes:
        own_addresses: the owner's own addresses, in lower case.
        own_domains: mail domains of the owner's company, in lower case.
        timezone: the owner's IANA time zone name.
        language: the owner's language as a BCP 47 tag.
    """

    own_addresses: frozenset[str] = frozenset()
    own_domains: frozenset[str] = frozenset()
    timezone: str = "UTC"
    language: str = "en"
