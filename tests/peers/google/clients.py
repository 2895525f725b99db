"""Clients of the fake: the real library, and on it a client that believes whatever is convenient."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from googleapiclient.errors import HttpError

from ingest.google.service import Interface, Roots, service
from tests.peers.google.server import Google


@dataclass
class Given:
    """A token, and no other."""

    token: str

    def access_token(self, refused: str | None = None) -> str:
        return self.token


def roots(google: Google) -> Roots:
    return Roots(google.root, google.certificate)


def client(google: Google, address: str, interface: Interface = "gmail.v1", *scopes: str) -> Any:
    return service(interface, roots(google), Given(google.token(address, *scopes)))


@dataclass
class Naive:
    """Reads a mailbox as a first draft does. It lists, takes the history id afterwards, and trusts every answer.

    Attributes:
        seen: ids in the order in which they were taken, with those that were taken twice.
    """

    gmail: Any
    seen: list[str] = field(default_factory=list)
    history_id: str = ""

    def list_all(self) -> None:
        """Without a look at what came while it listed."""
        token = None
        while True:
            page = self._users().messages().list(userId="me", maxResults=500, pageToken=token).execute()
            self.seen += [each["id"] for each in page.get("messages", [])]
            token = page.get("nextPageToken")
            if not token:
                break
        self.history_id = self._users().getProfile(userId="me").execute()["historyId"]

    def catch_up(self) -> None:
        """One page, and what it says the mailbox's history id is; where that has expired, the one of now."""
        asked = self._users().history().list(userId="me", startHistoryId=self.history_id)
        try:
            page = asked.execute()
        except HttpError:
            self.history_id = self._users().getProfile(userId="me").execute()["historyId"]
            return
        for record in page.get("history", []):
            self.seen += [each["message"]["id"] for each in record.get("messagesAdded", [])]
            gone = {each["message"]["id"] for each in record.get("messagesDeleted", [])}
            self.seen = [each for each in self.seen if each not in gone]
        self.history_id = page["historyId"]

    def read(self, *ids: str) -> dict[str, bytes]:
        """In one batch; a part that fails is not missed."""
        got: dict[str, bytes] = {}
        batch = self.gmail.new_batch_http_request(
            callback=lambda _, answer, error: None if error else got.update({answer["id"]: answer["raw"]})
        )
        for id_ in ids:
            batch.add(self._users().messages().get(userId="me", id=id_, format="raw"))
        batch.execute()
        return got

    def _users(self) -> Any:
        return self.gmail.users()
