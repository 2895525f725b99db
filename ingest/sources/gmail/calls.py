"""Gmail's methods as typed answers, each paid for before it is asked."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Literal

from ingest.errors import Malformed
from ingest.google.allowance import Allowance
from ingest.google.service import ODD, asked

ME = "me"
PAGE = 500
RECORDS = 100
HIDDEN = frozenset({"SPAM", "TRASH", "DRAFT", "CHAT"})
Change = Literal["there", "gone"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a listing, newest first. ``token``: of the next one; empty: there is none."""

    ids: tuple[str, ...]
    token: str


@dataclass(frozen=True, slots=True)
class Happened:
    """A page of a history.

    Attributes:
        changes: what became of each message, by its id.
        last: the id of the last record; empty: there is none.
        reached: up to where the history went when it was asked for.
    """

    changes: Mapping[str, Change]
    last: str
    reached: str
    token: str


@dataclass(frozen=True, slots=True)
class Profile:
    """How much there is, and up to where the history goes."""

    history: str
    messages: int
    address: str


@dataclass(slots=True)
class Calls:
    """Of one account. The client makes its parts anew whenever they are asked for, which takes longer than a call."""

    gmail: Any
    allowance: Allowance
    _users: Any = field(init=False)
    _messages: Any = field(init=False)

    def __post_init__(self) -> None:
        """Make the client's parts once."""
        self._users = self.gmail.users()
        self._messages = self._users.messages()

    def profile(self) -> Profile:
        """What is there now."""
        self.allowance.spend("getProfile")
        told = asked(self._users.getProfile(userId=ME).execute)
        return Profile(_text(told, "historyId"), int(told.get("messagesTotal", 0)), _text(told, "emailAddress"))

    def page(self, query: str, token: str, label: str = "") -> Page:
        """One page of messages that are neither in the bin nor spam: under a label alone, where one is named."""
        self.allowance.spend("messages.list", history=True)
        wanted = {"q": query or None, "pageToken": token or None, "labelIds": [label] if label else None}
        told = asked(self._messages.list(userId=ME, maxResults=PAGE, **wanted).execute)
        return Page(tuple(_text(each, "id") for each in told.get("messages", ())), str(told.get("nextPageToken", "")))

    def listed(self, query: str = "", label: str = "") -> tuple[str, ...]:
        """All ids of a listing, newest first."""
        ids: list[str] = []
        token = ""
        while True:
            page = self.page(query, token, label)
            ids += page.ids
            token = page.token
            if not token:
                return tuple(dict.fromkeys(ids))

    def history(self, start: str, token: str, hidden: frozenset[str] = HIDDEN) -> Happened:
        """One page of what happened after ``start``.

        Args:
            hidden: labels under which nothing is read.

        Raises:
            NotThere: it was forgotten.
        """
        self.allowance.spend("history.list")
        history = self._users.history()
        told = asked(history.list(userId=ME, startHistoryId=start, maxResults=RECORDS, pageToken=token or None).execute)
        records = told.get("history", ())
        changes: dict[str, Change] = {}
        for record in records:
            changes |= _changes(record, hidden)
        last = _text(records[-1], "id") if records else ""
        return Happened(changes, last, _text(told, "historyId"), str(told.get("nextPageToken", "")))

    def labels(self) -> dict[str, str]:
        """The names of the owner's own labels, by their ids."""
        self.allowance.spend("labels.list")
        told = asked(self._users.labels().list(userId=ME).execute)
        return {_text(each, "id"): _text(each, "name") for each in told.get("labels", ()) if each.get("type") == "user"}

    def watch(self, topic: str) -> None:
        """Have Google publish on a topic that something is new, for seven days."""
        self.allowance.spend("watch")
        asked(self._users.watch(userId=ME, body={"topicName": topic}).execute)

    def stop(self) -> None:
        """Have Google publish nothing of this mailbox any more."""
        self.allowance.spend("stop")
        asked(lambda: {"": self._users.stop(userId=ME).execute()})  # the answer is empty

    def received(self, id_: str) -> date | None:
        """The day on which a message came."""
        self.allowance.spend("messages.get")
        told = asked(self.get(id_, "minimal").execute).get("internalDate")
        return datetime.fromtimestamp(int(told) / 1000, UTC).date() if told else None

    def get(self, id_: str, form: Literal["raw", "minimal", "full"] = "raw") -> Any:  # noqa: ANN401 - the client's
        """The call for a message; it is not made yet, nor paid for."""
        return self._messages.get(userId=ME, id=id_, format=form)


def raw_of(told: Mapping[str, Any]) -> bytes:
    """A message's bytes.

    Raises:
        Malformed: they are none.
    """
    text = _text(told, "raw")
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as error:
        raise Malformed(ODD) from error


def _changes(record: Mapping[str, Any], hidden: frozenset[str]) -> dict[str, Change]:
    """One record's: what is put into the bin is gone, what is taken out of it, or from what is not read, is there."""
    changes: dict[str, Change] = {}
    for event in record.get("messagesAdded", ()):
        if not hidden & set(event["message"].get("labelIds", ())):
            changes[_text(event["message"], "id")] = "there"
    for event in record.get("labelsRemoved", ()):
        if hidden & set(event.get("labelIds", ())) and not hidden & set(event["message"].get("labelIds", ())):
            changes[_text(event["message"], "id")] = "there"
    for event in record.get("labelsAdded", ()):
        if HIDDEN & set(event.get("labelIds", ())):
            changes[_text(event["message"], "id")] = "gone"
    for event in record.get("messagesDeleted", ()):
        changes[_text(event["message"], "id")] = "gone"
    return changes


def _text(told: Mapping[str, Any], name: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not found:
        raise Malformed(ODD)
    return found
