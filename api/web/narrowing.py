"""Which notes of a timeline somebody asked for, in an address: by kind, person, word, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from api.web.timelines import page_end
from i18n.texts import N_
from store.queries import search
from store.queries.notes import Narrowed

LONGEST = 100
KINDS = {"mail": N_("Mails"), "meeting": N_("Meetings"), "note": N_("Notes jotted down")}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which notes of a page's timeline somebody asked for, as the form says it.

    Attributes:
        more: the address of the next page, but for where this one ends.
    """

    kind: str
    person: str
    word: str
    since: str
    narrowed: Narrowed

    @property
    def more(self) -> str:
        """The address of the next page, but for where this one ends."""
        said = {"kind": self.kind, "person": self.person, "word": self.word, "since": self.since}
        return f"?{urlencode({name: value for name, value in said.items() if value} | {'before': ''})}"

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.kind or self.person or self.word or self.since)


def chosen(narrowed: Narrowed, asked: Mapping[str, str]) -> Chosen:
    """What an address asks for; a person stands for their company where a company's notes are narrowed."""
    kind = asked.get("kind", "") if asked.get("kind") in KINDS else ""
    person, word, since = _id(asked.get("person", "")), asked.get("word", "")[:LONGEST], _at(asked.get("since", ""))
    wanted = replace(
        narrowed, kind=kind, words=tuple(search.words_of(word)), since=since, before=page_end(asked),
        contact_id=person or narrowed.contact_id,
    )  # fmt: skip
    return Chosen(kind, str(person or ""), word, since.isoformat() if since else "", wanted)


def _id(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def _at(said: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else None
