"""Gmail's methods over a mailbox: shapes as in the discovery document, numbers of 64 bits as text, no empty arrays."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from secrets import token_hex

from ingest.google.service import scope
from tests.peers.google.levers import NO_SCOPE, NOT_FOUND, FaultError, Levers, bad
from tests.peers.google.mailbox import Mailbox, Stored

Query = dict[str, list[str]]
Answer = dict[str, object]
SCOPES = {scope("gmail.v1", "gmail.readonly"), "https://mail.google.com/"}
KINDS = {
    "messageAdded": "messagesAdded", "messageDeleted": "messagesDeleted", "labelAdded": "labelsAdded",
    "labelRemoved": "labelsRemoved",
}  # fmt: skip
SYSTEM = ("INBOX", "SENT", "DRAFT", "SPAM", "TRASH", "UNREAD", "STARRED", "IMPORTANT", "CATEGORY_PERSONAL")
UNITS = {"": 1, "k": 1024, "m": 1024 * 1024}


def one(query: Query, name: str, otherwise: str = "") -> str:
    return query.get(name, [otherwise])[0]


def profile(mailbox: Mailbox, query: Query, levers: Levers) -> Answer:
    threads = {each.thread_id for each in mailbox.messages.values()}
    return {
        "emailAddress": mailbox.address, "messagesTotal": len(mailbox.messages), "threadsTotal": len(threads),
        "historyId": str(mailbox.history_id),
    }  # fmt: skip


def list_messages(mailbox: Mailbox, query: Query, levers: Levers) -> Answer:
    """Tokens say after which message a page begins, so that what arrives meanwhile moves nothing."""
    found = [each for each in mailbox.listed(hidden=one(query, "includeSpamTrash") == "true") if _wanted(each, query)]
    estimate = len(found)
    if token := one(query, "pageToken"):
        found = [each for each in found if (each.internal_date, each.id) < _after(token)]
    size = min(int(one(query, "maxResults", "100")), 500, levers.most)
    page, told = found[:size], dict[str, object](resultSizeEstimate=min(estimate, 201))
    if page:
        told["messages"] = [each.stub() for each in page]
    if len(found) > size:
        told["nextPageToken"] = _token(f"{page[-1].internal_date}:{page[-1].id}")
    return told


def get_message(mailbox: Mailbox, query: Query, id_: str) -> Answer:
    stored = mailbox.messages.get(id_)
    if stored is None:
        raise FaultError(NOT_FOUND)
    mailbox.read[id_] += 1
    told = stored.stub(labels=True) | {
        "snippet": "Shall we", "historyId": str(stored.history_id), "internalDate": str(stored.internal_date),
        "sizeEstimate": len(stored.raw),
    }  # fmt: skip
    form = one(query, "format", "full")
    if form == "raw":
        return told | {"raw": base64.urlsafe_b64encode(stored.raw).decode()}
    return told if form == "minimal" else told | {"payload": _payload(stored)}


def history(mailbox: Mailbox, query: Query, levers: Levers) -> Answer:
    """What happened after an id: which is forgotten, or was never one, is not found."""
    start = one(query, "startHistoryId")
    if not start.isdigit():
        raise bad("Missing or invalid startHistoryId")
    if int(start) < mailbox.forgotten or int(start) > mailbox.history_id:
        raise FaultError(NOT_FOUND)
    begin = int(_text(token)) if (token := one(query, "pageToken")) else int(start)
    kinds = {KINDS[name] for name in query.get("historyTypes", list(KINDS))}
    found = [each for each in mailbox.records if each.id > begin and each.kind in kinds]
    size = min(int(one(query, "maxResults", "100")), 500, levers.most)
    told: Answer = {"historyId": str(mailbox.history_id)}
    if found:
        told["history"] = [each.told() for each in found[:size]]
    if len(found) > size:
        told["nextPageToken"] = _token(str(found[size - 1].id))
    return told


def labels(mailbox: Mailbox, query: Query, levers: Levers) -> Answer:
    system: list[Answer] = [{"id": name, "name": name, "type": "system"} for name in SYSTEM]
    return {"labels": system + [{"id": i, "name": n, "type": "user"} for i, n in mailbox.user_labels.items()]}


@dataclass(frozen=True)
class Method:
    """A method that reads: its name in the quota, and what it answers."""

    name: str
    answer: Callable[[Mailbox, Query, Levers], Answer]


METHODS = {
    "profile": Method("getProfile", profile),
    "messages": Method("messages.list", list_messages),
    "history": Method("history.list", history),
    "labels": Method("labels.list", labels),
}


def allowed(scopes: set[str], query: Query) -> None:
    if not scopes & SCOPES:
        raise FaultError(NO_SCOPE)


def _wanted(stored: Stored, query: Query) -> bool:
    if not set(query.get("labelIds", [])) <= set(stored.labels):
        return False
    return all(_matches(stored, term) for term in one(query, "q").split())


def _matches(stored: Stored, term: str) -> bool:
    """The few operators that are used here; any other is a mistake of ours."""
    if found := re.fullmatch(r"larger:(\d+)([km]?)", term.lower()):
        return len(stored.raw) > int(found[1]) * UNITS[found[2]]
    if found := re.fullmatch(r"after:(\d+)", term):
        return stored.internal_date >= int(found[1]) * 1000
    raise bad(f"unknown operator {term}")


def _payload(stored: Stored) -> Answer:
    return _part(message_from_bytes(stored.raw), "")


def _part(part: Message, id_: str) -> Answer:
    """Text stands in it; what is attached is named, and asked for by an id that is another one each time."""
    headers = [{"name": name, "value": str(value)} for name, value in part.items()]
    told: Answer = {
        "partId": id_, "mimeType": part.get_content_type(), "filename": part.get_filename() or "", "headers": headers,
    }  # fmt: skip
    if part.is_multipart():
        inner = [each for each in part.get_payload() if isinstance(each, Message)]
        return told | {"body": {"size": 0}, "parts": [_part(each, f"{id_}{n}") for n, each in enumerate(inner)]}
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    if told["filename"] or not part.get_content_type().startswith("text/"):
        return told | {"body": {"size": len(data), "attachmentId": token_hex(8)}}
    return told | {"body": {"size": len(data), "data": base64.urlsafe_b64encode(data).decode()}}


def _token(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _text(token: str) -> str:
    try:
        return base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
    except ValueError:
        raise bad("Invalid pageToken") from None


def _after(token: str) -> tuple[int, str]:
    date, _, id_ = _text(token).partition(":")
    return int(date), id_
