"""What the rules about kinds of messages look at, gathered once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.expressions import expression
from extract.facts import Participant, Segment, SegmentKind
from extract.mail.headers import Headers
from extract.mail.mime import Part
from extract.patterns.subjects import REPLY_PREFIXES

_AUTHORS: Final[frozenset[SegmentKind]] = frozenset({"new", "signoff", "signature"})
_NOTICES: Final[frozenset[SegmentKind]] = frozenset({"disclaimer", "footer"})
_RECIPIENTS: Final = frozenset({"to", "cc", "bcc"})
_LONGEST: Final = 12_000  # characters of text that are looked at; a newsletter's last lines say as much as its first
_LINES: Final = 1_024
_TAG: Final = expression(r"^\s*(?:\[[^\]\n]{1,40}\]\s*)+")


@dataclass(frozen=True, slots=True)
class Signs:
    """A message as the rules see it.

    Attributes:
        sender: the address of From in lower case, or From as written where it is no address.
        name: the name beside it, or empty.
        recipients: addresses of To, Cc and Bcc.
        method: the iTIP method of the invitation it carries, or None.
        subject: decoded, one line.
        written: the author's text, or the program's.
        printed: what stands around it: disclaimers, footers of lists.
        quotes: whether somebody else's words stand below or between.
    """

    root: Part
    sender: str
    name: str
    recipients: tuple[str, ...]
    method: str | None
    subject: str
    written: str
    printed: str
    quotes: bool

    @property
    def headers(self) -> Headers:
        """The message's own header fields."""
        return self.root.headers

    @property
    def local(self) -> str:
        """The sender's address before the @."""
        return self.sender.rpartition("@")[0] or self.sender

    @property
    def title(self) -> str:
        """The subject in lower case, without what lists put before it."""
        return str(_TAG.sub("", self.subject)).strip().casefold()

    def value(self, name: str) -> str:
        """A header's value in lower case."""
        return self.headers.text(name).lower()

    def report_type(self) -> str:
        """What a multipart/report reports (RFC 6522 section 3)."""
        if self.root.media_type != "multipart/report":
            return ""
        return (self.root.content_type.get("report-type") or "").lower()

    def is_answer(self) -> bool:
        """Whether the subject begins as those of answers and forwarded messages do."""
        prefix, colon, _ = self.title.partition(":")
        return bool(colon) and prefix.partition("[")[0].strip() in REPLY_PREFIXES


@dataclass(frozen=True, slots=True)
class Divided:
    """A message's text and whose its stretches are."""

    text: str
    segments: tuple[Segment, ...]

    def of(self, kinds: frozenset[SegmentKind]) -> str:
        """The stretches of some kinds, joined; of a long text its beginning and end."""
        pieces = (self.text[each.span.start : each.span.end] for each in self.segments if each.kind in kinds)
        joined = "".join(pieces)
        return joined if len(joined) <= _LONGEST else f"{joined[: _LONGEST // 2]}\n{joined[-_LONGEST // 2 :]}"


def signs_of(root: Part, people: Iterable[Participant], method: str | None, text: Divided) -> Signs:
    """What there is to see."""
    people = tuple(people)
    sender = next((person for person in people if person.role == "from"), None)
    return Signs(
        root=root,
        sender=sender.address if sender else root.headers.text("from").lower().strip("\" <>'"),
        name=(sender.name if sender else None) or "",
        recipients=tuple(person.address for person in people if person.role in _RECIPIENTS),
        method=method,
        subject=root.headers.text("subject"),
        written=text.of(_AUTHORS),
        printed=text.of(_NOTICES),
        quotes=any(each.kind in {"quoted", "forwarded", "attribution"} for each in text.segments),
    )


@lru_cache(_LINES)
def words_of(line: str) -> tuple[str, ...]:
    """The words of a line, folded; several rules ask about the same few lines."""
    return tuple("".join(mark if mark.isalpha() else " " for mark in line.casefold()).split())
