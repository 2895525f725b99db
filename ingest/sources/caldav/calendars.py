"""Which calendars an account has: from an address to the principal, its home, and what lies there (RFC 6764 section 6).

Only calendars that hold events are read, and of those only the account's own: what others share with it belongs to
them, until the owner asks for it by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from ingest.calendar_reading import usable
from ingest.errors import Malformed, SourceError
from ingest.https import Url
from ingest.protocol import CollectionRef
from ingest.sources.caldav import questions
from ingest.sources.caldav.conversation import Conversation, NotAllowed, NotCalDav, NotThere
from ingest.sources.caldav.multistatus import CALDAV, DAV, ODD, SERVER, Answered, Multistatus

MOST: Final = 500  # calendars of one account
WELL_KNOWN: Final = "/.well-known/caldav"
NO_HOME: Final = (
    "The server at {host} lets me in and names no calendars. Give the address of the calendars themselves, as the "
    "provider's help for calendar programs has it."
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar on a server.

    Attributes:
        url: where it lies; its path ends with a slash.
        foreign: whether somebody else shares it with the account.
        state: the server's token for what it holds now; empty where there is none.
        syncs: whether the server tells what changed since that token; if not, the token only says that something did.
    """

    url: Url
    name: str
    foreign: bool
    state: str
    syncs: bool

    @property
    def remote_id(self) -> str:
        """The same however the server writes it."""
        return unescaped(self.url.path)

    def ref(self) -> CollectionRef:
        """As a source lists it."""
        return CollectionRef(self.remote_id, self.name, "calendar")


def unescaped(path: str) -> str:
    """A path in one way of writing it (RFC 3986 section 6.2.2)."""
    return quote(unquote(path), safe="/@:+,=&()!$'*;~")


def calendars_of(conversation: Conversation, start: Url) -> list[Calendar]:
    """The calendars that hold events, in a stable order.

    Args:
        start: an address of the server, of a principal, of the home of calendars, or of a calendar.

    Raises:
        SourceError: there are none to be found.
    """
    principal = ""
    found: dict[str, Calendar] = {}
    for home, principal in _homes(conversation, start):
        where, listed = conversation.properties(home, questions.properties(questions.CALENDARS), "1")
        found |= {each.remote_id: each for each in _calendars(where, listed, principal)}
    return [found[key] for key in sorted(found)][:MOST]


def _homes(conversation: Conversation, start: Url) -> Iterator[tuple[Url, str]]:
    """Where calendars lie, and the path of whose they are."""
    where, asked = _first(conversation, start)
    principal = _named(where, asked, f"{DAV}current-user-principal")
    homes = _named(where, asked, f"{CALDAV}calendar-home-set")
    if f"{CALDAV}calendar" in _own(asked).holds(f"{DAV}resourcetype"):
        homes = [where]
    elif principal and not homes:
        where, asked = conversation.properties(principal[0], questions.properties(questions.PRINCIPAL), "0")
        homes = _named(where, asked, f"{CALDAV}calendar-home-set")
    if not homes:
        raise SourceError(NO_HOME.format(host=start.host))
    owner = unescaped(principal[0].path) if principal else ""
    yield from ((home, owner) for home in homes)


def _first(conversation: Conversation, start: Url) -> tuple[Url, Multistatus]:
    """The address itself, or, where only a server was named, the place that it keeps for this question."""
    asked = questions.properties(questions.PRINCIPAL)
    if start.target != "/":
        return conversation.properties(start, asked, "0")
    try:
        return conversation.properties(start.join(WELL_KNOWN), asked, "0")
    except (NotThere, NotAllowed, NotCalDav, Malformed):
        return conversation.properties(start, asked, "0")


def _own(listed: Multistatus) -> Answered:
    if not listed.answers:
        raise Malformed(ODD)
    return listed.answers[0]


def _named(where: Url, listed: Multistatus, name: str) -> list[Url]:
    return [where.join(href) for href in _own(listed).hrefs(name)]


def _calendars(where: Url, listed: Multistatus, principal: str) -> Iterator[Calendar]:
    for each in listed.answers:
        kinds = each.holds(f"{DAV}resourcetype")
        if f"{CALDAV}calendar" not in kinds or not _holds_events(each):
            continue
        url = where.join(each.href)
        if url.origin != where.origin:
            raise Malformed(ODD)
        url = Url(url.host, url.port, url.path if url.path.endswith("/") else f"{url.path}/")
        owner = "".join(unescaped(where.join(href).path) for href in each.hrefs(f"{DAV}owner")[:1])
        foreign = f"{SERVER}shared" in kinds or bool(owner and principal and owner.rstrip("/") != principal.rstrip("/"))
        token = usable(each.text(f"{DAV}sync-token"))
        state = token or usable(each.text(f"{SERVER}getctag"))
        name = each.text(f"{DAV}displayname") or unquote(url.path.rstrip("/").rpartition("/")[2])
        yield Calendar(url, name[:200], foreign, state, bool(token))


def _holds_events(each: Answered) -> bool:
    """Calendars of tasks alone are none to us; one that does not say what it holds may hold anything."""
    said = each.found.get(f"{CALDAV}supported-calendar-component-set")
    names = [] if said is None else [comp.get("name", "").upper() for comp in said.iterfind(f"{CALDAV}comp")]
    return not names or "VEVENT" in names
