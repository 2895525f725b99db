"""Messages written for the tests, as bytes; and the owner who reads them."""

from __future__ import annotations

from extract.facts import Extraction
from extract.raw import CALENDAR, MESSAGE, RawItem, ReadingContext
from extract.reader import Reader

INES = "ines@alder.example"
OWNER = ReadingContext(
    own_addresses=frozenset({INES}), own_domains=frozenset({"alder.example"}), timezone="Europe/Berlin", language="en"
)
HEAD = {
    "From": "Greta Becker <greta@halden.example>",
    "To": f"Ines Duarte <{INES}>",
    "Subject": "Prices",
    "Date": "Mon, 02 Nov 2026 10:00:00 +0100",
    "Message-ID": "<1@halden.example>",
}


def letter(body: str | bytes = "Hello Ines,\n\nabout the prices.\n", **fields: str) -> bytes:
    """A message; ``Content_Type`` stands for the field Content-Type, an empty value leaves a field out."""
    named = HEAD | {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return head.encode("utf-8") + b"\r\n" + (body if isinstance(body, bytes) else body.encode())


def parts(*contents: tuple[str, str], kind: str = "mixed") -> tuple[str, str]:
    """A multipart body, and the Content-Type that goes with it."""
    body = "".join(f"--edge\r\nContent-Type: {media}\r\n\r\n{content}\r\n" for media, content in contents)
    return f"{body}--edge--\r\n", f'multipart/{kind}; boundary="edge"'


def read(payload: bytes, *labels: str, context: ReadingContext = OWNER) -> Extraction:
    """What the reader makes of a message, or of a calendar."""
    media = CALENDAR if payload.startswith(b"BEGIN:VCALENDAR") else MESSAGE
    return Reader().read(RawItem(media, payload, None, "1", labels), context)
