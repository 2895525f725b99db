"""A message of the corpus as it travels: header fields, charset, transfer encoding and parts (RFC 5322, 2045-2047)."""

from __future__ import annotations

import base64
import quopri
from email.header import Header
from email.utils import formataddr, getaddresses
from typing import Final

from bench.corpus.blocks import Block, Part
from bench.corpus.errors import CorpusError

ADDRESS_FIELDS: Final = frozenset({"from", "to", "cc", "bcc", "reply-to", "sender"})
BOUNDARY: Final = "=_corpus_edge"
READER: Final = "Ines Duarte <ines@alder.example>"


def raw(block: Block, text: str) -> bytes:
    """The bytes of a message whose text part, without marks, is ``text``."""
    fields = [*_defaults(block), *block.headers]
    kind, body = _content(block, text)
    fields = [(name, _encoded(name, value)) for name, value in fields] + [("MIME-Version", "1.0")]
    head = "".join(f"{name}: {value}\n" for name, value in fields) + kind
    return _crlf(f"{head}\n".encode("ascii")) + body


def _defaults(block: Block) -> list[tuple[str, str]]:
    sender = block.header("From") or ""
    domain = sender.rpartition("@")[2].rstrip("> ") or "corpus.example"
    ours = {"To": READER, "Message-ID": f"<{block.name}@{domain if domain.isascii() else 'corpus.example'}>"}
    return [(name, value) for name, value in ours.items() if block.header(name) is None]


def _encoded(name: str, value: str) -> str:
    """A field's value in ASCII (RFC 2047)."""
    if value.isascii():
        return value
    if name.lower() in ADDRESS_FIELDS:
        return ",\n ".join(formataddr(pair) for pair in getaddresses([value]))
    return Header(value, "utf-8", header_name=name).encode(linesep="\n")


def _content(block: Block, text: str) -> tuple[str, bytes]:
    """The fields that describe the body, and the body."""
    own = _part(Part("text/plain", text), block.settings)
    only = block.settings.get("only") == "html"
    if only and len(block.parts) == 1:
        return _part(block.parts[0], block.settings)
    if not block.parts:
        return own
    subtype = block.settings.get("multipart") or (
        "alternative" if block.parts[-1].media == "text/html" and (only or len(block.parts) == 1) else "mixed"
    )
    further = [_part(part, block.settings) for part in block.parts]
    pieces = further if only else [own, *further]
    edge = f"--{BOUNDARY}".encode()
    body = b"".join(edge + b"\r\n" + _crlf(f"{head}\n".encode()) + content + b"\r\n" for head, content in pieces)
    return f'Content-Type: multipart/{subtype}; boundary="{BOUNDARY}"\n', body + edge + b"--\r\n"


def _part(part: Part, settings: dict[str, str]) -> tuple[str, bytes]:
    """A part's fields, and its content encoded as the settings ask; what no text is goes as it is."""
    if not part.media.startswith("text/"):
        return f"Content-Type: {part.media}\n", _crlf(part.content.encode())
    plain = part.content.isascii()
    charset = settings.get("charset") or ("us-ascii" if plain else "utf-8")
    encoding = settings.get("encoding") or ("7bit" if plain else "quoted-printable")
    content = _transferred(_in_charset(part.content, charset), encoding)
    described = part.media if "charset=" in part.media else f"{part.media}; charset={charset}"
    if part.media == "text/plain" and "format" in settings:
        described += f"; format={settings['format']}"
    return f"Content-Type: {described}\nContent-Transfer-Encoding: {encoding}\n", content


def _in_charset(text: str, charset: str) -> bytes:
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        raise CorpusError(f"{text[error.start]!r} is no character of {charset}: leave @charset out") from error


def _transferred(content: bytes, encoding: str) -> bytes:
    """Content under a transfer encoding (RFC 2045 section 6)."""
    if encoding == "base64":
        return _crlf(base64.encodebytes(_crlf(content)))
    if encoding == "quoted-printable":
        return _crlf(quopri.encodestring(content))
    if encoding not in {"7bit", "8bit"}:
        raise CorpusError(f"there is no encoding {encoding!r}: use 7bit, 8bit, quoted-printable or base64")
    if encoding == "7bit" and not content.isascii():
        raise CorpusError("the text is not ASCII: leave @encoding out, or use 8bit")
    return _crlf(content)


def _crlf(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
