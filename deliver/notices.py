"""Mail to an owner whose turn it is: once for each occasion, and once a day what waits for them.

The occasion and the row of the outbox were written in one transaction. What the owner has set right meanwhile is not
mailed any more; where no mail server is set, the pages alone say it. There is nothing from anybody's mail in a notice.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from deliver.digest import Reader, digest
from deliver.protocol import Carrier, Letter, Refused, TryLater, Unknown
from deliver.weekly import weekly
from i18n.language import speaking
from i18n.texts import N_, _
from store import outbox
from store.engine import Acting, Database
from store.errors import NotFound
from store.heads_up import told
from store.judgement import pacing
from store.models.people import Installation, User
from store.models.private.outbox import Outgoing
from store.models.shared.connection_state import ConnectionState
from store.outbox import Settled
from store.preferences import Preferences, preferences
from store.queries.today import found
from store.queries.waiting import waiting_in_short
from store.signed import STOP, STOP_WEEKLY, KeyedHash, sign

GIVE_UP = timedelta(days=1)
FIRST_AGAIN = 60.0  # seconds
SUBJECTS = {
    "sign-in needed": N_("Boswell cannot read your mailbox until you sign in again"),
    "waiting for its owner": N_("Boswell waits for your word about your mailbox"),
}
TEXTS = {
    "sign-in needed": N_(
        "the server of one of your mailboxes does not let me in any more. I do not try the old password again, since "
        "that could lock you out. Nothing is lost: I go on where I stopped as soon as you have signed in again."
    ),
    "waiting for its owner": N_(
        "most of a folder of one of your mailboxes went at once. I kept what I had, and wait until you say whether "
        "that was meant. What is new is read meanwhile."
    ),
}
LETTER = N_("""{first},

{text}

Open your mailboxes: {url}/connections

I write this once. To hear nothing about this mailbox again, pause or disconnect it on that page.
Boswell
""")


@dataclass(frozen=True, slots=True)
class Postman:
    """Carries notices out of the outbox.

    Attributes:
        carrier: None: notices stand on the pages alone.
        domain: of the Message-IDs.
        clock, chance: the time, and numbers from 0 to 1.
        keyed_hash: proves that an address with which something is stopped is ours.
    """

    database: Database
    carrier: Carrier | None
    domain: str
    clock: Callable[[], datetime]
    chance: Callable[[], float]
    keyed_hash: KeyedHash = field(repr=False)

    def deliver(self, owner_id: UUID, outgoing_id: UUID) -> Settled | None:
        """Send one notice, or settle why it is not; None: it was settled before, or is put off."""
        with self._transaction(owner_id) as session:
            row = outbox.open_one(session, owner_id, outgoing_id)
            if row is None:
                return None
            letter = self._letter(session, row)
            if letter is None:
                return self._settled(session, row, "not needed")
            if self.carrier is None:
                return self._settled(session, row, "on the pages")
        return self._carry(self.carrier, row, letter)

    def _letter(self, session: Session, row: Outgoing) -> Letter | None:
        """The letter as things are now; None when there is nothing to say any more."""
        reader, message_id = self._reader(session, row.owner_id), f"<{row.id}@{self.domain}>"
        if row.kind not in {"digest", "weekly"}:
            return _notice(row, reader, message_id) if _is_still_so(session, row) else None
        wanted = preferences(session, row.owner_id)
        if row.kind == "weekly":
            return self._weekly(session, row, wanted)
        if wanted.digest_at is None or wanted.workdays.today(reader.now) != row.day:
            return None
        waiting = waiting_in_short(session, row.owner_id)
        return digest(waiting, reader, message_id, told(session, row.owner_id, row.day)) if waiting else None

    def _weekly(self, session: Session, row: Outgoing, wanted: Preferences) -> Letter | None:
        """The weekly mail, on its day, while it is wanted and there is something to say."""
        reader = self._reader(session, row.owner_id, "/my/digest/weekly/", STOP_WEEKLY)
        today = wanted.workdays.today(reader.now)
        needs = found(session, today) if wanted.weekly and today == row.day else None
        return weekly(needs, reader, f"<{row.id}@{self.domain}>", today) if needs else None

    def _reader(self, session: Session, owner_id: UUID, path: str = "/my/digest/", purpose: str = STOP) -> Reader:
        company = session.scalars(select(Installation)).one()
        user = session.get(User, owner_id)
        if user is None:
            raise NotFound("no such user")
        url = company.public_url.rstrip("/")
        stop = f"{url}{path}{sign(self.keyed_hash, purpose, owner_id)}"
        return Reader(user.name, user.address, user.timezone, user.language, url, stop, self.clock())

    def _carry(self, carrier: Carrier, row: Outgoing, letter: Letter) -> Settled | None:
        outcome: Settled = "sent"
        try:
            carrier.send(letter, lambda: self._hand_over(row, letter.message_id))
        except TryLater:
            return self._later(row)
        except Refused:
            outcome = "refused"
        except Unknown:
            outcome = "unknown"
        with self._transaction(row.owner_id) as session:
            return self._settled(session, row, outcome)

    def _hand_over(self, row: Outgoing, message_id: str) -> None:
        with self._transaction(row.owner_id) as session:
            outbox.hand_over(session, row.id, message_id)

    def _later(self, row: Outgoing) -> Settled | None:
        now = self.clock()
        with self._transaction(row.owner_id) as session:
            if now - row.put_at > GIVE_UP:
                return self._settled(session, row, "refused")
            again = pacing.wait(row.attempts + 1, self.chance(), FIRST_AGAIN)
            outbox.put_off(session, row.owner_id, row.id, now + again)
        return None

    def _settled(self, session: Session, row: Outgoing, outcome: Settled) -> Settled:
        outbox.settle(session, row.owner_id, row.id, outcome, self.clock())
        return outcome

    def _transaction(self, owner_id: UUID) -> AbstractContextManager[Session]:
        return self.database.transaction(Acting(owner_id))


def _is_still_so(session: Session, row: Outgoing) -> bool:
    asked = select(ConnectionState.state).where(ConnectionState.connection_id == row.reference)
    return session.scalar(asked) == row.kind


def _notice(row: Outgoing, reader: Reader, message_id: str) -> Letter:
    first = reader.name.split(maxsplit=1)[0] if reader.name.split() else reader.name
    with speaking(reader.language):
        text = _(LETTER).format(first=first, text=_(TEXTS[row.kind]), url=reader.url)
        return Letter(reader.address, reader.name, _(SUBJECTS[row.kind]), text, message_id)
