from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httplib2
import pytest
from googleapiclient.errors import HttpError

from ingest.errors import Busy, CollectionUnavailable, CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.google.service import Forgotten, NotThere, Roots, SignedIn, asked, scope, service, translated
from tests.peers.google.clients import Given, client, roots
from tests.peers.google.levers import BROKEN, CROWDED, FORBIDDEN, GONE, NO_SCOPE, NOT_FOUND, SIGNED_OUT, Fault
from tests.peers.google.quota import OVER_DAY, OVER_USER
from tests.peers.google.server import SOMEBODY, Google


def raised_for(fault: Fault, **headers: str) -> SourceError:
    answer = httplib2.Response({"status": str(fault.status), **headers})
    return translated(HttpError(answer, json.dumps(fault.body()).encode()))


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (SIGNED_OUT, CredentialsRejected),
        (NO_SCOPE, CredentialsRejected),
        (NOT_FOUND, NotThere),
        (GONE, Forgotten),
        (FORBIDDEN, CollectionUnavailable),
        (CROWDED, Busy),
        (OVER_USER, Busy),
        (OVER_DAY, Unavailable),
        (BROKEN, Unavailable),
        (Fault(400, "invalidArgument"), Malformed),
    ],
)
def test_errors_are_told_apart_by_what_is_to_be_done(fault: Fault, kind: type[SourceError]) -> None:
    assert type(raised_for(fault)) is kind


def test_what_a_server_asks_to_wait_is_heeded_and_a_used_up_day_is_no_matter_of_seconds() -> None:
    later = datetime.now(UTC) + timedelta(minutes=10)
    waits = (
        raised_for(CROWDED, **{"retry-after": "7"}),
        raised_for(BROKEN, **{"retry-after": "soon"}),
        raised_for(CROWDED, **{"retry-after": format_datetime(later, usegmt=True)}),
        raised_for(
            replace(OVER_USER, message=f"User-rate limit exceeded.  Retry after {later:%Y-%m-%dT%H:%M:%S}.000Z")
        ),
    )
    told = [getattr(each, "retry_after", 0) for each in waits]
    assert told[:2] == [7.0, None]
    assert all(590 < each <= 600 for each in told[2:])
    assert getattr(raised_for(OVER_DAY), "retry_after", 0) >= 3600


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"error": "text"}', b'{"error": {"errors": [1]}}', b'{"error": {"errors": 1}}']
)
def test_an_error_in_no_known_shape_is_told_by_its_status(body: bytes) -> None:
    error = HttpError(httplib2.Response({"status": "503"}), body or b"{}")
    error.content = body
    assert type(translated(error)) is Unavailable


def test_calls_and_batches_go_to_the_root_and_nowhere_else(google: Google) -> None:
    id_ = google.mailboxes[SOMEBODY].put(b"Subject: Offer\n\nHello")
    gmail = client(google, SOMEBODY)
    told = asked(gmail.users().getProfile(userId="me").execute)
    assert told["emailAddress"] == SOMEBODY
    got: list[str] = []
    batch = gmail.new_batch_http_request(callback=lambda _, answer, __: got.append(answer["id"]))
    batch.add(gmail.users().messages().get(userId="me", id=id_))
    batch.execute()
    assert got == [id_]
    gmail.close()
    with pytest.raises(SourceError):
        SignedIn(google.root, Given("t"), google.certificate).request("https://elsewhere.example/")


def test_a_refused_token_is_renewed_once(google: Google) -> None:
    class Renewing:
        def __init__(self, *tokens: str) -> None:
            self.tokens, self.refused = list(tokens), list[str]()

        def access_token(self, refused: str | None = None) -> str:
            if refused:
                self.refused.append(refused)
                self.tokens.pop(0)
            return self.tokens[0]

    tokens = Renewing("old", google.token(SOMEBODY))
    gmail = service("gmail.v1", roots(google), tokens)
    asked(gmail.users().getProfile(userId="me").execute)
    gmail.close()
    tokens_in_vain = Renewing("old", "older")
    gmail = service("gmail.v1", roots(google), tokens_in_vain)
    with pytest.raises(CredentialsRejected):
        asked(gmail.users().getProfile(userId="me").execute)
    gmail.close()
    assert tokens.refused == tokens_in_vain.refused == ["old"]


def failing(error: Exception) -> Callable[[], None]:
    def call() -> None:
        raise error

    return call


def test_a_server_that_is_not_there_or_is_odd() -> None:
    for away in (ConnectionRefusedError(), TimeoutError(), httplib2.ServerNotFoundError()):
        with pytest.raises(Unavailable):
            asked(failing(away))
    for odd in (failing(ValueError()), lambda: "text"):
        with pytest.raises(Malformed):
            asked(odd)


def test_where_the_interfaces_are_and_what_their_rights_are_called_is_in_their_documents() -> None:
    assert Roots().of("gmail.v1").startswith("https://gmail.")
    assert scope("gmail.v1", "gmail.readonly").startswith("https://www.")
    with pytest.raises(KeyError):
        scope("gmail.v1", "gmail.everything")
