"""What is asked of a calendar server, as XML: properties (RFC 4918), events (RFC 4791), what changed (RFC 6578)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

_SPACES: Final = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"'
_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
LYING: Final = ("D:getetag", "D:getlastmodified", "D:getcontentlength")
PRINCIPAL: Final = ("D:current-user-principal", "C:calendar-home-set", "D:resourcetype")
CALENDARS: Final = (
    "D:resourcetype", "D:displayname", "D:owner", "C:supported-calendar-component-set", "D:sync-token", "S:getctag",
)  # fmt: skip
STATE: Final = ("D:sync-token", "S:getctag")


def properties(names: Iterable[str]) -> bytes:
    """A PROPFIND for these properties."""
    return _document(f"<D:propfind {_SPACES}>{_wanted(names)}</D:propfind>")


def events(since: date) -> bytes:
    """A calendar-query for every event that takes place on a day or later (section 7.8)."""
    only = f'<C:comp-filter name="VEVENT"><C:time-range start="{since:%Y%m%d}T000000Z"/></C:comp-filter>'
    filtered = f'<C:filter><C:comp-filter name="VCALENDAR">{only}</C:comp-filter></C:filter>'
    return _document(f"<C:calendar-query {_SPACES}>{_wanted(('D:getetag',))}{filtered}</C:calendar-query>")


def contents(hrefs: Sequence[str]) -> bytes:
    """A calendar-multiget for these events (section 7.9)."""
    listed = "".join(f"<D:href>{escape(href)}</D:href>" for href in hrefs)
    wanted = _wanted((*LYING, "C:calendar-data"))
    return _document(f"<C:calendar-multiget {_SPACES}>{wanted}{listed}</C:calendar-multiget>")


def changes(token: str) -> bytes:
    """A sync-collection for what changed since a token (RFC 6578 section 3.2)."""
    since = f"<D:sync-token>{escape(token)}</D:sync-token><D:sync-level>1</D:sync-level>"
    return _document(f"<D:sync-collection {_SPACES}>{since}{_wanted(LYING)}</D:sync-collection>")


def _wanted(names: Iterable[str]) -> str:
    return f"<D:prop>{''.join(f'<{name}/>' for name in names)}</D:prop>"


def _document(root: str) -> bytes:
    return f"{_HEAD}{root}".encode()
