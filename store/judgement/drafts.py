"""What judgement takes and gives: exchanges as recorded, what is known already, and the suggestions drafted from them.

Plain values. The fields of a suggestion are what its owner sees in review and what publishing writes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from extract.facts import Direction, InteractionKind, Matter, MeetingStatus, MessageKind
from store.judgement.deals import Dealing as Dealing
from store.judgement.deals import Said
from store.judgement.files import File
from store.judgement.parties import CompanyFields as CompanyFields
from store.judgement.parties import ContactFields as ContactFields
from store.judgement.parties import MergeFields as MergeFields
from store.judgement.promises import Promise as Promise
from store.judgement.quotes import Exchange as Exchange
from store.judgement.quotes import Quote as Quote

Pile = Literal["sure", "look"]
SuggestionKind = Literal["contact", "interaction", "change", "merge"]
DetailField = Literal["name", "title", "company", "phone", "mobile", "location", "email", "left", "renamed"]
NoteKind = InteractionKind | Literal["note"]
GistKind = Literal["decision", "next_step", "promise", "request", "appointment"]


class Doubt(StrEnum):
    """The fixed list of reasons for asking; at most one a suggestion."""

    NEW_PERSON = "new person"
    COMPANY_UNSURE = "company unsure"
    MIGHT_BE_PRIVATE = "might be private"
    DATE_UNCLEAR = "date unclear"
    DIFFERS = "differs from what you told me"
    YOU_ASKED = "you want to be asked"
    NEW_COMPANY = "new company"
    NOT_SURE = "not sure it is worth a note"
    TWO_PEOPLE = "two people with this name"
    SAME_PERSON = "same person?"
    SAME_COMPANY = "same company?"
    UNVERIFIED = "sender not verified"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person who took part, as written there.

    Attributes:
        ours: of the owner's own company.
        company: name of the company that the address's domain stands for; None at a public mail provider.
        desk_of: the registered domain of the company whose shared mailbox it is; None for a person.
    """

    address: str
    name: str | None
    ours: bool
    company: str | None = None
    desk_of: str | None = None


def outside(people: Iterable[Someone]) -> list[Someone]:
    """Those who are not of the owner's company."""
    return [person for person in people if not person.ours]


@dataclass(frozen=True, slots=True)
class Gist:
    """What came of a mail, in its own words; ``direction`` is the mail's, seen from the owner."""

    kind: GistKind
    text: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class InteractionFields:
    """A note: the mails of a thread and day, a meeting, or what its author jotted down.

    Attributes:
        mails: how many; of a meeting those that follow it up.
        matter: what of private life it is about, where there are signs of it.
        gist: what came of the newest mail that settles something. Its owner's alone: it is not published.
        promises: what is to be done by a day, by either side; shared with the note.
        dealing, files: what it says of a stage and deal, and the names of what came along; shared with the note.
    """

    kind: NoteKind
    title: str
    starts_at: datetime
    ends_at: datetime | None
    mails: int
    people: tuple[Someone, ...]
    marked_private: bool = False
    matter: Matter | None = None
    gist: Gist | None = None
    promises: tuple[Promise, ...] = ()
    dealing: Dealing | None = None
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeFields:
    """A field of a shared row for which somebody's mail says otherwise, or somebody typed another value.

    Attributes:
        address: of the person whose mail says so; empty where it is nobody's.
    """

    entity: Literal["contact", "company", "employment", "interaction", "deal"]
    row_id: UUID
    name: str
    field: str
    old: str
    new: str
    address: str = ""


Fields = ContactFields | CompanyFields | InteractionFields | ChangeFields | MergeFields


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which pile, and why in a sentence. ``look`` names its doubt."""

    pile: Pile
    why: str
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class SuggestionDraft:
    """A proposed change. ``key`` is stable: the same facts give the same key on every reading."""

    kind: SuggestionKind
    key: str
    fields: Fields
    happened_at: datetime
    day: date
    quotes: tuple[Quote, ...]
    exchanges: tuple[Exchange, ...]
    verdict: Verdict


def version_of(seen: Mapping[str, object]) -> str:
    """A short digest of what a suggestion shows; equal content, equal version."""
    return hashlib.sha256(json.dumps(seen, default=str, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Mail:
    """A recorded mail, as judgement needs it.

    Attributes:
        matter: what of private life its thread is about: an answer to such a mail is as private.
        is_private: whether its thread is clearly so (store.judgement.privacy).
        is_refuted: whether it was found to be by somebody else, in the name of whoever else's mail is their own.
    """

    message_id: UUID
    exchange_key: bytes
    thread_id: UUID
    at: datetime
    direction: Direction
    kind: MessageKind
    title: str
    folder: str | None
    people: tuple[Someone, ...]
    quotes: tuple[Quote, ...]
    gist: Gist | None = None
    matter: Matter | None = None
    promises: tuple[Promise, ...] = ()
    deals: tuple[Said, ...] = ()
    is_private: bool = False
    files: tuple[str, ...] = ()
    is_refuted: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """What mails from an address say of whoever writes there, field by field.

    Attributes:
        value: a number in E.164 form where possible, else as written.
        first_on, last_on: days of the first and the newest mail that say so.
        times: how many mails say so.
        verified: whether the sender of one of them was proven to be whom it claims.
        quote: where the newest says so.
    """

    field: DetailField
    value: str
    first_on: date
    last_on: date
    times: int
    verified: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody of the same company in the threads or meetings of another one; the newest of these names them."""

    address: str
    name: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class AddressHistory:
    """All that one owner's mail and calendar show of one outside address.

    Attributes:
        names: display names as written, each with how often.
        they_wrote, we_wrote: mails by a person from this address, and of the owner to it.
        met: confirmed meetings with it.
        last_at: the newest of these (aware).
        quotes: where the newest item names it.
        first_day: of the oldest item.
        details: what its mails say of the person, the newest first.
        threads: outside addresses in the same exchanges, each with what one of them was about.
        reads: addresses whose mailbox whoever writes here is shown to read: they answered what was sent there alone.
        meant: addresses to which the owner sent the answer to a mail from here, of their own accord.
        is_desk: whether it is a company's shared mailbox and no person's.
        beside: of somebody new, those of their company in the same threads and meetings who are new as well.
    """

    address: str
    names: tuple[tuple[str, int], ...]
    they_wrote: int
    we_wrote: int
    met: int
    last_at: datetime
    day: date
    company_domain: str | None
    company_name: str | None
    quotes: tuple[Quote, ...]
    first_day: date | None = None
    details: tuple[Detail, ...] = ()
    threads: tuple[tuple[str, str], ...] = ()
    reads: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()
    is_desk: bool = False
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of addresses, in lower case.

    Attributes:
        contacts: those of contacts that somebody here approved, or that the owner approved or keeps private.
        private: those whose contact the owner keeps private.
        refused: those whose contact the owner refused, and desks of companies that were new when they left out a note.
        companies, stages: registered domains of shared companies, and the stage of each that is in one.
        ours_by_name: full names of us, as ``identity.names.spelled``: an outside address under one is our own.
    """

    contacts: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    stages: Mapping[str, str] = field(default_factory=dict)
    ours_by_name: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Appointment:
    """A recorded meeting, as judgement needs it.

    Attributes:
        is_private: whether everybody outside is known from the owner's private life alone.
        agreed: false for somebody else's invitation that none of ours has accepted (RFC 5545 section 3.2.12).
        declined: the owner said no, whoever of ours may have gone.
        all_day: whole days, such as a fair or a holiday, which say nothing of who met whom.
    """

    meeting_id: UUID
    exchange_key: bytes
    uid: str
    recurrence_id: str
    status: MeetingStatus
    starts_at: datetime | None
    ends_at: datetime | None
    title: str
    private: bool
    people: tuple[Someone, ...]
    quotes: tuple[Quote, ...]
    matter: Matter | None = None
    agreed: bool = True
    is_private: bool = False
    declined: bool = False
    all_day: bool = False
