"""Google's batch requests: calls as parts of a multipart/mixed body, each answered by itself and charged by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from email import message_from_bytes
from http import HTTPStatus

from tests.peers.google.levers import Fault, Levers, bad

MOST_PARTS = 100
BOUNDARY = "batch_answer"
Call = Callable[[str, str], tuple[int, dict[str, object]]]


def answered(content_type: str, body: bytes, levers: Levers, call: Call) -> bytes:
    """The answer's body: ``call`` is asked with a method and a path for each part that no lever concerns."""
    parsed = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    parts = parsed.get_payload()
    if not isinstance(parts, list) or len(parts) > MOST_PARTS:
        raise bad("The batch has too many parts.")
    levers_now, levers.parts = levers.parts, {}
    told = b""
    for number, part in enumerate(parts):
        fault = levers_now.get(number, Fault(200, ""))
        if fault is None:
            continue
        verb, path = str(part.get_payload()).split(" ")[:2]
        status, answer = call(verb, path) if fault.status == HTTPStatus.OK else (fault.status, fault.body())
        told += _part(str(part["Content-ID"]), status, fault.retry_after, answer)
    return told + f"--{BOUNDARY}--\r\n".encode()


def _part(id_: str, status: int, retry_after: int | None, answer: dict[str, object]) -> bytes:
    body = json.dumps(answer)
    waits = f"Retry-After: {retry_after}\r\n" if retry_after else ""
    return (
        f"--{BOUNDARY}\r\nContent-Type: application/http\r\nContent-ID: {id_.replace('<', '<response-')}\r\n\r\n"
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: application/json; charset=UTF-8\r\n{waits}"
        f"Content-Length: {len(body)}\r\n\r\n{body}\r\n"
    ).encode()
