"""Pub/Sub's side of push: notices of a watched mailbox, delivered late, twice, in another order, or by a forger."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.peers.google.mailbox import Mailbox
from tests.peers.google.signing import Forgery, Signer

SEVEN_DAYS = 7 * 86_400


@dataclass(frozen=True)
class Notice:
    """One request of the push service."""

    headers: dict[str, str]
    body: bytes


@dataclass
class Push:
    """Watches by address, and what is sent because of them.

    Attributes:
        audience, email: what the subscription's tokens say.
        number: the history id goes as a number, as it does; else as text, as it did.
    """

    signer: Signer
    clock: Callable[[], float]
    audience: str = "https://crm.example/hooks/google"
    email: str = "push@project.iam.example"
    subscription: str = "projects/p/subscriptions/boswell"
    number: bool = True
    watches: dict[str, float] = field(default_factory=dict)
    watched: int = 0
    _sent: int = 0

    def watch(self, mailbox: Mailbox) -> dict[str, object]:
        """Good for seven days; another one takes its place."""
        self.watched += 1
        self.watches[mailbox.address] = self.clock() + SEVEN_DAYS
        expires = str(int(self.watches[mailbox.address] * 1000))
        return {"historyId": str(mailbox.history_id), "expiration": expires}

    def stop(self, mailbox: Mailbox) -> None:
        self.watches.pop(mailbox.address, None)

    def notice(self, mailbox: Mailbox, forgery: Forgery | None = None) -> Notice | None:
        """A notice of what is there now; None where nobody watches any more."""
        if self.watches.get(mailbox.address, 0) < self.clock():
            return None
        self._sent += 1
        history = mailbox.history_id if self.number else str(mailbox.history_id)
        told = json.dumps({"emailAddress": mailbox.address, "historyId": history}).encode()
        data = (base64.b64encode if self._sent % 2 else base64.urlsafe_b64encode)(told).decode()
        id_ = f"2070443601311{self._sent:03}"
        message = {"data": data, "messageId": id_, "message_id": id_, "publishTime": "2026-11-26T08:00:00Z"}
        token = self.signer.sign({"aud": self.audience, "email": self.email, "sub": "1", "azp": "1"}, forgery)
        headers = {} if forgery == "no token" else {"Authorization": f"Bearer {token}"}
        body = json.dumps({"message": message | {"attributes": {}}, "subscription": self.subscription})
        return Notice(headers | {"Content-Type": "application/json"}, body.encode())
