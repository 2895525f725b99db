"""The shape of a story: who writes when about what, with the words left to ``demo.phrases``.

Days count working days back from the story's end, so that a story that ends yesterday reaches as far back as it needs.
Words may hold ``[this|that]``, a choice for the seed, and ``{slots}`` that ``demo.stories`` fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from demo.quoting import Quote
from demo.world import Client, Language, Side

Sort = Literal["business", "private", "internal"]


@dataclass(frozen=True, slots=True)
class Beat:
    """One message of a story.

    Attributes:
        day: working days before the story's end.
        clock: office time as 940 for 09:40.
        sender: a part's key: one of ours (``rep``), one of the account's (``lead``), or a full key (``ridge.lead``).
        to, cc: parts' keys, separated by blanks.
        text: the paragraphs, parted by empty lines; line breaks within one mean nothing.
        promise: whose promise the text holds and in how many working days it is due (slots ``due``, ``ordinal``).
        attach: ``pdf`` or ``tnef``.
        client: another program than the sender's own.
        change: field and new value of the sender's details from here on.
        alias: written from the sender's second address.
        subject: a new subject, which starts a new thread.
        orphan: answers a message outside every mailbox.
    """

    day: int
    clock: int
    sender: str
    to: str
    text: str
    cc: str = ""
    quote: Quote = "top"
    promise: tuple[Side, int] | None = None
    attach: str = ""
    client: Client | None = None
    short: bool = False
    change: tuple[str, str] | None = None
    alias: bool = False
    subject: str = ""
    orphan: bool = False

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text's paragraphs, each on one line."""
        return tuple(" ".join(part.split()) for part in self.text.strip().split("\n\n"))


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting of a story.

    Attributes:
        day, clock: as in a beat; ``minutes`` 0 makes it an all-day event.
        people: parts' keys, separated by blanks, the organizer first; staff without a mailbox may be among them.
        weeks: how many weekly instances end on ``day``; 1 is a single meeting.
        moved: the invitation was sent for an hour earlier and then updated.
        cancelled: it was called off the day before.
        declined: keys of those who could not come.
        invited: its invitation, and the answer to it, also went by mail.
    """

    day: int
    clock: int
    minutes: int
    summary: str
    people: str
    place: str = ""
    weeks: int = 1
    moved: bool = False
    cancelled: bool = False
    private: bool = False
    declined: str = ""
    invited: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A story: an account's people (or private ones), their messages and meetings.

    Attributes:
        end: working days before the last day on which it ends; ``slack`` more may be added by the seed.
    """

    name: str
    account: str
    language: Language
    subject: str
    beats: tuple[Beat, ...] = ()
    meetings: tuple[Gathering, ...] = ()
    end: int = 0
    slack: int = 0
    sort: Sort = "business"
