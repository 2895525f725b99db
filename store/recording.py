"""What a batch of readings is recorded with: whose it is, and under which keys."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from extract.facts import Evidence, Extraction, Findings, Matter, MeetingFact, ParsedMessage, PrivacyFact
from extract.raw import THREAD
from store.judgement.privacy import doubt_of


@dataclass(frozen=True, slots=True)
class Owner:
    """The one whose items a transaction serves.

    Attributes:
        own_addresses: the owner's, in lower case.
        own_domains: mail domains of the company.
        colleagues: single addresses of the company's people, wherever they lie.
        company_key: the key of exchange keys, the same for everybody in the company.
    """

    user_id: UUID
    timezone: str
    own_addresses: frozenset[str]
    own_domains: frozenset[str]
    colleagues: frozenset[str]
    company_key: bytes = field(repr=False)

    def is_ours(self, address: str) -> bool:
        """Whether the address belongs to the owner's company."""
        if address in self.own_addresses or address in self.colleagues:
            return True
        return address.rpartition("@")[2] in self.own_domains

    def day_of(self, moment: datetime) -> date:
        """The day of a moment where the owner lives."""
        return moment.astimezone(ZoneInfo(self.timezone)).date()

    def start_of(self, day: date) -> datetime:
        """The first moment of a day where the owner lives."""
        return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(self.timezone)).astimezone(UTC)

    def exchange_key(self, *parts: str) -> bytes:
        """Equal for the same mail or meeting in every mailbox of the company, and telling nothing by itself."""
        return hmac.new(self.company_key, "\0".join(parts).encode(), hashlib.sha256).digest()


@dataclass(frozen=True, slots=True)
class Item:
    """One reading and where its bytes are kept.

    Attributes:
        history_before: what was received before that time had been there when its place was connected.
        read_bytes: where only the first part of it was read, how many bytes that is.
    """

    inbound_id: UUID
    labels: tuple[str, ...]
    received_at: datetime | None
    extraction: Extraction
    history_before: datetime | None = None
    read_bytes: int | None = None

    def is_history(self, moment: datetime | None) -> bool:
        """Whether the item is history, and something that it tells of took place before as well."""
        return all(each is not None and self._before(each) for each in (self.received_at or moment, moment))

    def _before(self, moment: datetime) -> bool:
        return self.history_before is not None and moment < self.history_before


@dataclass(frozen=True, slots=True)
class Touched:
    """What a batch may have changed: what has to be judged anew."""

    thread_days: frozenset[tuple[UUID, date]] = frozenset()
    meetings: frozenset[tuple[str, str]] = frozenset()
    addresses: frozenset[str] = frozenset()
    vanished_threads: frozenset[UUID] = frozenset()


def column(fact: Any) -> Any:  # noqa: ANN401 - a fact or a part of one
    """A fact as a JSON column holds it: as ``dataclasses.asdict``, without its deep copies of plain values."""
    if isinstance(fact, tuple):
        return [column(part) for part in fact]
    names = _names_of(cast("Hashable", type(fact)))
    if names is None:
        return fact
    parts = ((name, getattr(fact, name)) for name in names)
    return {name: part if type(part) in _PLAIN else column(part) for name, part in parts}


_PLAIN = frozenset({str, int, bool, type(None)})


@cache
def _names_of(kind: Any) -> tuple[str, ...] | None:  # noqa: ANN401 - a type
    """The fields of a dataclass; None for other values."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else None


def addresses_in(extraction: Extraction) -> set[str]:
    """Everybody's who had a part in an item: in its headers, or in its meetings."""
    people = list(extraction.message.participants) if extraction.message else []
    people += [person for meeting in extraction.meetings for person in meeting.people()]
    return {person.address for person in people}


def matter_of(signs: Sequence[PrivacyFact], hints: Sequence[PrivacyFact] = ()) -> Matter | None:
    """What of private life an item may be about: its weightiest matter."""
    doubt = doubt_of(signs, hints)
    return doubt.matter if doubt else None


def weights_of(findings: Findings) -> dict[str, dict[str, int]]:
    """How much speaks for each private matter, and how many signs there are of it: a word weighs 1, a sign one more."""
    facts = (*findings.privacy, *findings.hints)
    return {fact.matter: {"weight": fact.weight, "signs": fact.weight - len(fact.evidence)} for fact in facts}


def first_signs(signs: Sequence[PrivacyFact], hints: Sequence[PrivacyFact] = ()) -> tuple[Evidence, ...]:
    """The first words that say so; one is enough to show."""
    doubt = doubt_of(signs, hints)
    return doubt.evidence[:1] if doubt else ()


MOST_ANSWERED = 20
SPECIAL_USE = ("\\Junk", "\\Trash", "\\Drafts", "\\Sent", "\\Inbox", "\\Archive")


def folder_of(labels: tuple[str, ...]) -> str | None:
    """The special-use folder that says most about an item."""
    return next((name for name in SPECIAL_USE if name in labels), None)


def when(message: ParsedMessage, received_at: datetime | None) -> datetime:
    """When a mail was sent: its date, else when it was received, else the beginning of time."""
    return message.date or received_at or datetime(1990, 1, 1, tzinfo=UTC)


def key_of_mail(owner: Owner, message: ParsedMessage, sha256: str) -> bytes:
    """The exchange key of a mail: Message-ID, date and sender (ARCHITECTURE decision 13); the bytes if it lacks one."""
    sender = sender_of(message)
    if not message.message_id or not message.date or not sender:
        return owner.exchange_key("bytes", sha256)
    return owner.exchange_key("mail", message.message_id, message.date.astimezone(UTC).isoformat(), sender)


def key_of_meeting(owner: Owner, meeting: MeetingFact) -> bytes:
    """The exchange key of a meeting: UID and instance, which two calendars may write in two zones."""
    return owner.exchange_key("meeting", meeting.uid, meeting.instant or "")


def sender_of(message: ParsedMessage) -> str | None:
    """The address in From, or None."""
    return next((person.address for person in message.participants if person.role == "from"), None)


def answered_by(message: ParsedMessage) -> list[str]:
    """The Message-IDs that the mail answers, the nearest first; of a long thread the last ones."""
    return list(dict.fromkeys([*message.in_reply_to, *reversed(message.references)]))[:MOST_ANSWERED]


def hints_of(labels: Sequence[str]) -> list[str]:
    """By what else mails belong together: a provider's own word, which no Message-ID can be, since it holds a space."""
    return [f" {label}" for label in labels if label.startswith(THREAD)]


def thread_keys_of(message: ParsedMessage, sha256: str) -> list[str]:
    """Every Message-ID that the mail has or names; its bytes' hash if it has none."""
    own = message.message_id or f"sha256:{sha256}"
    return list(dict.fromkeys([own, *message.in_reply_to, *message.references]))
