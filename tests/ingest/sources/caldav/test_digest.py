from __future__ import annotations

import pytest

from ingest.errors import CredentialsRejected
from ingest.sources.caldav import questions
from ingest.sources.caldav.digest import Digest
from tests.ingest.sources.caldav.lying import LyingServer
from tests.peers.publishing import Reply, Request

# RFC 7616 section 3.9.1
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
OFFERED = (
    f'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={{}}, nonce="{NONCE}", '
    'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)
OURS = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"


def answer(found: Digest | None) -> str:
    assert found
    return found.authorization("Mufasa", "Circle of Life", ("GET", "/dir/index.html"), lambda: OURS)


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_answers_are_those_of_the_standard(algorithm: str, response: str) -> None:
    found = answer(Digest.of(OFFERED.format(algorithm)))
    assert f'response="{response}"' in found
    assert "qop=auth, nc=00000001" in found
    assert "Circle" not in found


def test_the_strongest_is_taken_and_answers_are_numbered() -> None:
    both = Digest.of(", ".join(["Negotiate", OFFERED.format("MD5"), OFFERED.format("SHA-256"), 'Bearer realm="b"']))
    assert both
    assert (both.algorithm, both.realm) == ("SHA-256", "http-auth@example.org")
    answer(both)
    assert "nc=00000002" in answer(both)


def test_the_old_form_knows_no_numbers() -> None:
    # RFC 2617 section 3.2.2.1, where nothing is said of qop
    old = Digest.of('Digest realm="a \\"b\\"", nonce=abc, stale=TRUE')
    assert old
    assert (old.realm, old.stale) == ('a "b"', True)
    assert 'realm="a \\"b\\""' in answer(old)
    assert "nc=" not in answer(old)


@pytest.mark.parametrize(
    "offered",
    ["", "Negotiate", 'Bearer realm="x"', 'Digest realm="x"', OFFERED.format("MD5-sess"),
     'Digest realm="x", nonce="n", qop="auth-int"'],
)  # fmt: skip
def test_what_is_not_known_is_not_answered(offered: str) -> None:
    assert Digest.of(offered) is None


class Digesting:
    """A server that takes digests alone, of one password; its nonces are good for three questions."""

    def __init__(self, password: str) -> None:
        self.password, self.asked, self.nonce = password, 0, 0

    def __call__(self, request: Request) -> Reply | None:
        said = request.headers["Authorization"]
        offered = f'Digest realm="calendars", nonce="n{self.nonce}", qop="auth", algorithm=SHA-256'
        if not said.startswith("Digest "):
            return Reply(401, headers={"WWW-Authenticate": offered})
        told = Digest.of(said.replace("qop=auth", 'qop="auth"'))
        assert told
        number, ours = said.partition("nc=")[2][:8], said.partition('cnonce="')[2].partition('"')[0]
        told.used = int(number, 16) - 1
        if told.authorization("jo", self.password, (request.method, request.path), lambda: ours) != said:
            return Reply(401, headers={"WWW-Authenticate": offered})
        self.asked += 1
        if self.asked % 3 == 0:
            self.nonce += 1
            return Reply(401, headers={"WWW-Authenticate": f"{offered.replace('n0', f'n{self.nonce}')}, stale=true"})
        return None


def test_calendars_are_read_from_a_server_that_takes_digests_alone(liar: LyingServer) -> None:
    liar.put("1", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260302T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    liar.lie = Digesting("secret")
    source = liar.source()
    (collection,) = source.collections()
    assert sum(len(batch.items) for batch in source.changes(collection, None)) == 1
    assert sum(request.headers["Authorization"].startswith("Basic") for request in liar.server.asked) == 1


def test_a_wrong_password_is_tried_once(liar: LyingServer) -> None:
    liar.lie = Digesting("another")
    with pytest.raises(CredentialsRejected, match="user and password"):
        liar.conversation().properties(liar.account().url, questions.properties(questions.STATE), "0")
    assert len(liar.server.asked) == 2
