"""Bytes of MIME parts, assembled by hand so that every client's habits and every byte are ours to choose."""

from __future__ import annotations

import base64
import quopri
from dataclasses import dataclass
from email.header import Header
from email.utils import formataddr
from typing import Literal

from demo.world import Person

Encoding = Literal["7bit", "8bit", "quoted-printable", "base64"]
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A MIME part: its headers in order and its encoded body (RFC 2045)."""

    headers: Headers
    body: bytes


def text_block(text: str, kind: str, charset: str, encoding: Encoding) -> Block:
    """A text part. A charset that cannot hold the text gives way to UTF-8, 7bit to quoted-printable."""
    name, params = charset.partition(";")[::2]
    try:
        raw = text.encode(name)
    except UnicodeEncodeError:
        name, raw = "utf-8", text.encode("utf-8")
    if encoding == "7bit" and not raw.isascii():
        encoding = "quoted-printable"
    content = f"text/{kind}; charset={name}" + (f";{params}" if params else "")
    headers = (("Content-Type", content), ("Content-Transfer-Encoding", encoding))
    return Block(headers, _encoded(raw, encoding))


def file_block(data: bytes, media_type: str, name: str) -> Block:
    """An attachment (RFC 2183)."""
    headers = (
        ("Content-Type", f'{media_type}; name="{name}"'),
        ("Content-Disposition", f'attachment; filename="{name}"'),
        ("Content-Transfer-Encoding", "base64"),
    )
    return Block(headers, _encoded(data, "base64"))


def multipart(subtype: str, boundary: str, blocks: tuple[Block, ...], params: str = "") -> Block:
    """Parts joined by a boundary (RFC 2046 section 5.1)."""
    body = b"".join(f"--{boundary}\n".encode() + whole(block) + b"\n" for block in blocks)
    content = f'multipart/{subtype}; boundary="{boundary}"{params}'
    return Block((("Content-Type", content),), body + f"--{boundary}--\n".encode())


def whole(block: Block) -> bytes:
    """Headers, an empty line, the body; LF line ends, as a Maildir holds them."""
    head = "".join(f"{name}: {value}\n" for name, value in block.headers)
    return head.encode("ascii") + b"\n" + block.body


def message(headers: Headers, block: Block) -> bytes:
    """A whole message (RFC 5322)."""
    return whole(Block((*headers, ("MIME-Version", "1.0"), *block.headers), block.body))


def subject(text: str, charset: str = "utf-8") -> str:
    """A subject as it stands in a header: an encoded word where it is not ASCII (RFC 2047)."""
    if text.isascii():
        return text
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        charset = "utf-8"
    return Header(text, charset, maxlinelen=70, header_name="Subject").encode(linesep="\n")


def mailbox(name: str, address: str) -> str:
    """One address with its name, encoded where needed (RFC 5322 section 3.4)."""
    return formataddr((name, address))


def people(persons: tuple[Person, ...]) -> str:
    """An address list, folded after each entry."""
    return ",\n ".join(mailbox(one.name, one.address) for one in persons)


def _encoded(raw: bytes, encoding: Encoding) -> bytes:
    if encoding == "base64":
        return base64.encodebytes(raw)
    if encoding == "quoted-printable":
        body = quopri.encodestring(raw)
        return body if body.endswith(b"\n") else body + b"\n"
    return raw if raw.endswith(b"\n") else raw + b"\n"
