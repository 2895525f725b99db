"""First drafts of whoever reads at Google: each believes what is convenient, through Google's own client library.

They stand beside the product in tests of what goes wrong. A test in which the first draft keeps all its mail shows
nothing.
"""

from __future__ import annotations

import base64
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from googleapiclient.errors import HttpError

from tests.peers.google.clients import Naive
from tests.peers.google.push import Notice
from tests.peers.google.server import Google


@dataclass
class NaiveMail(Naive):
    """Reads one message after the other. An error of one ends it all; of a listing, it is begun anew."""

    got: list[str] = field(default_factory=list)

    def load(self, *ids: str) -> None:
        """Until the first error, whatever that was."""
        try:
            for id_ in ids:
                self.got.append(self.gmail.users().messages().get(userId="me", id=id_, format="raw").execute()["id"])
        except HttpError:
            return

    def touched(self) -> None:
        """Take whatever a history's records are about as new."""
        page = self.gmail.users().history().list(userId="me", startHistoryId=self.history_id).execute()
        for record in page.get("history", []):
            self.seen += [each["id"] for each in record["messages"]]
        self.history_id = page["historyId"]

    def list_with_patience(self) -> None:
        """Again from the beginning where it breaks off."""
        try:
            self.list_all()
        except HttpError:
            self.list_all()

    def attachments(self, id_: str) -> set[str]:
        """A message's, by what Google calls them in this answer."""
        told = self.gmail.users().messages().get(userId="me", id=id_).execute()
        return {part["body"]["attachmentId"] for part in told["payload"]["parts"] if "attachmentId" in part["body"]}

    def pushed(self, notice: Notice) -> None:
        """Read what is new, and take what the push says as how far everything is known; nobody asks who pushed."""
        data = json.loads(notice.body)["message"]["data"]
        told = json.loads(base64.urlsafe_b64decode(data.replace("+", "-").replace("/", "_")))
        self.catch_up()
        self.history_id = str(told["historyId"])


@dataclass
class NaiveTokens:
    """Renews a token with the refresh token that it was first given, and goes on with the old one where that fails."""

    google: Google
    refresh_token: str
    token: str = ""
    asked: int = 0

    def access_token(self, refused: str | None = None) -> str:
        if refused or not self.token:
            self.asked += 1
            form = {
                "grant_type": "refresh_token", "refresh_token": self.refresh_token,
                "client_id": self.google.grants.client_id, "client_secret": self.google.grants.secret,
            }  # fmt: skip
            request = Request(f"{self.google.root}token", urlencode(form).encode())
            trust = ssl.create_default_context(cafile=self.google.certificate)
            try:
                with urlopen(request, context=trust) as answer:
                    self.token = json.load(answer)["access_token"]
            except HTTPError as error:
                error.close()
        return self.token


@dataclass
class NaiveCalendar:
    """Follows a calendar; an empty page is the last, and a calendar that cannot be read is empty.

    Attributes:
        events: what it takes to be there, by id.
        told: ids in the order in which they were taken as news.
    """

    calendar: Any
    id: str
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    sync_token: str | None = None
    heard: int = 0

    def follow(self, **filters: str) -> None:
        page_token = None
        try:
            while True:
                page = self._page(page_token, **filters)
                self.sync_token = page.get("nextSyncToken", self.sync_token)
                self._take(page["items"])
                page_token = page.get("nextPageToken")
                if not page_token or not page["items"]:
                    return
        except HttpError as error:
            if error.resp.status in {403, 404}:
                self.events.clear()

    def noticed(self, headers: Mapping[str, str]) -> None:
        """Do as a notice says, whoever sent it, unless a later one was heard."""
        number = int(headers["X-Goog-Message-Number"])
        if number <= self.heard:
            return
        self.heard = number
        if headers["X-Goog-Resource-State"] == "not_exists":
            self.events.clear()
        else:
            self.follow()

    def _page(self, page_token: str | None, **filters: str) -> dict[str, Any]:
        asked = {"calendarId": self.id, "pageToken": page_token, "syncToken": self.sync_token, **filters}
        told: dict[str, Any] = self.calendar.events().list(**asked).execute()
        return told

    def _take(self, items: list[dict[str, Any]]) -> None:
        for each in items:
            if "summary" in each:  # what has none is no meeting
                self.events[each["id"]] = each
                self.told.append(each["id"])
