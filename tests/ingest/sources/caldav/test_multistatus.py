"""A server's XML, read with limits."""

from __future__ import annotations

import pytest

from ingest.errors import Malformed
from ingest.sources.caldav.multistatus import CALDAV, DAV, DEPTH, multistatus_of, refused_condition, tree_of

SPACES = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'


def told(inner: str) -> bytes:
    return f'<?xml version="1.0"?><multistatus {SPACES}>{inner}</multistatus>'.encode()


def test_properties_are_those_that_are_there() -> None:
    found = multistatus_of(
        told(
            "<response><href> /a/ </href><propstat><prop><displayname>Work</displayname><resourcetype><collection/>"
            "<C:calendar/></resourcetype><current-user-principal><href>/p/</href><href/></current-user-principal>"
            "</prop><status>HTTP/1.1 200 OK</status></propstat><propstat><prop><getetag>none</getetag></prop>"
            "<status>HTTP/1.1 404 Not Found</status></propstat></response><response><href>/a/1.ics</href>"
            "<href>/a/2.ics</href><status>HTTP/1.1 404 Not Found</status></response><sync-token>t1</sync-token>"
        )
    )
    first, *gone = found.answers
    assert (first.href, first.status, first.text(f"{DAV}displayname"), first.text(f"{DAV}getetag")) == (
        "/a/",
        None,
        "Work",
        "",
    )
    assert first.holds(f"{DAV}resourcetype") == {f"{DAV}collection", f"{CALDAV}calendar"}
    assert first.hrefs(f"{DAV}current-user-principal") == ("/p/",)
    assert (first.hrefs(f"{DAV}owner"), first.holds(f"{DAV}owner")) == ((), frozenset())
    assert [(each.href, each.status) for each in gone] == [("/a/1.ics", 404), ("/a/2.ics", 404)]
    assert found.sync_token == "t1"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"<html/>",
        told("<response>"),
        b'<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><multistatus xmlns="DAV:">&b;</multistatus>',
        b'<!DOCTYPE m SYSTEM "file:///etc/passwd"><multistatus xmlns="DAV:"/>',
        b'<!DOCTYPE m [<!ENTITY x SYSTEM "http://127.0.0.1/">]><multistatus xmlns="DAV:">&x;</multistatus>',
        told("<a>" * (DEPTH + 1) + "</a>" * (DEPTH + 1)),
        told("<a>" * 200_000 + "</a>" * 200_000),
    ],
)
def test_what_is_no_answer_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed):
        multistatus_of(body)


def test_no_more_elements_are_held_than_an_answer_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.sources.caldav.multistatus.ELEMENTS", 50)
    with pytest.raises(Malformed):
        tree_of(told("<a/>" * 60))
    assert tree_of(told("<a/>" * 40)) is not None


def test_the_condition_of_a_refusal_is_in_its_body() -> None:
    assert f"{DAV}valid-sync-token" in refused_condition(b'<error xmlns="DAV:"><valid-sync-token/></error>')
    assert refused_condition(b"<html>No") == frozenset()
