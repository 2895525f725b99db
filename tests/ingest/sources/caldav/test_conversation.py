"""What a calendar server answers, told apart by what is done next; and whom the credential goes to."""

from __future__ import annotations

import base64
from collections.abc import Mapping

import pytest

from ingest.errors import Busy, CollectionUnavailable, CredentialsRejected, CursorExpired, Malformed, SourceError
from ingest.sources.caldav import questions
from ingest.sources.caldav.conversation import NotAllowed, NotCalDav, NotThere
from tests.ingest.sources.caldav.lying import HOME, LyingServer
from tests.peers.publishing import Reply, Request

ASKED = questions.properties(questions.STATE)


@pytest.mark.parametrize(
    ("status", "body", "headers", "error"),
    [
        (401, b"", {"WWW-Authenticate": 'Basic realm="x"'}, CredentialsRejected),
        (401, b"", {"WWW-Authenticate": "Digest realm=x"}, CredentialsRejected),
        (403, b"<html/>", {}, NotAllowed),
        (403, b'<error xmlns="DAV:"><valid-sync-token/></error>', {}, CursorExpired),
        (409, b'<error xmlns="DAV:"><valid-sync-token/></error>', {}, CursorExpired),
        (410, b'<error xmlns="DAV:"><valid-sync-token/></error>', {}, CursorExpired),
        (404, b"", {}, NotThere),
        (410, b"", {}, NotThere),
        (405, b"", {}, NotCalDav),
        (200, b"<html/>", {}, NotCalDav),
        (418, b"", {}, Malformed),
        (207, b"<html/>", {}, Malformed),
        (429, b"", {"Retry-After": "3"}, Busy),
        (302, b"", {"Location": HOME}, Malformed),
        (302, b"", {"Location": "https://127.0.0.1/dav/"}, SourceError),
        (307, b"", {"Location": "http://localhost/dav/"}, SourceError),
    ],
)
def test_refusals_are_told_apart(
    liar: LyingServer, status: int, body: bytes, headers: Mapping[str, str], error: type[SourceError]
) -> None:
    liar.lie = lambda _: Reply(status, body, headers)
    with pytest.raises(error):
        liar.conversation().properties(liar.account().url, ASKED, "0")


def test_one_calendar_that_may_not_be_read_is_not_the_whole_account() -> None:
    assert issubclass(NotAllowed, CollectionUnavailable)
    assert issubclass(NotThere, CollectionUnavailable)


def test_the_credential_goes_to_the_server_it_is_for_and_along_its_own_redirects(liar: LyingServer) -> None:
    def lie(request: Request) -> Reply | None:
        return Reply(301, headers={"Location": HOME}) if request.path == "/begin" else None

    liar.lie = lie
    where, found = liar.conversation().properties(liar.account("/begin").url, ASKED, "0")
    assert (where.path, len(found.answers)) == (HOME, 1)
    expected = "Basic " + base64.b64encode(b"jo:secret").decode()
    assert [request.headers["Authorization"] for request in liar.server.asked] == [expected, expected]
    assert "secret" not in repr(liar.account())


def test_an_event_alone_is_its_bytes_or_not_there(liar: LyingServer) -> None:
    liar.put("1", b"BEGIN:VCALENDAR")
    there = liar.conversation().content(liar.account("/dav/jo/work/1.ics").url, 1_000)
    assert there is not None
    assert there.body == b"BEGIN:VCALENDAR"
    assert liar.conversation().content(liar.account("/dav/jo/work/2.ics").url, 1_000) is None
