from __future__ import annotations

import pytest

from ingest.sources.imap import answers
from ingest.sources.imap.answers import Status
from ingest.sources.imap.crowding import asked_wait, crowded


def status(line: str) -> Status:
    said = answers.answer(line.encode())
    assert isinstance(said, Status)
    return said


@pytest.mark.parametrize(
    ("line", "whole", "seconds"),
    [
        ("B1 NO [UNAVAILABLE] Internal authentication failure", True, None),
        ("B1 NO [SERVERBUG] Internal error", True, None),
        ("B1 NO [INUSE] Mailbox is locked", False, None),
        ("B1 NO [LIMIT] Too many sessions", False, None),
        ("* BYE [OVERQUOTA] Bandwidth limits exceeded", False, None),
        ("B1 NO [THROTTLED] Slow down, retry after 60 seconds", False, 60),
        ("B1 NO Too many simultaneous connections. (Failure)", False, None),
        ("B1 NO Maximum number of connections from user+IP exceeded", False, None),
        ("* BYE Temporary problem, please try again later", True, None),
        ("B1 BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds", False, 299.961),
    ],
)
def test_there_are_too_many_of_us(line: str, whole: object, seconds: float | None) -> None:
    busy = crowded(status(line), "Busy.")
    assert busy is not None
    assert (str(busy), busy.whole, busy.retry_after) == ("Busy.", whole, pytest.approx(seconds) if seconds else None)


@pytest.mark.parametrize(
    "line",
    [
        "B1 NO [AUTHENTICATIONFAILED] Too many bad passwords, try again",
        "B1 NO [AUTHENTICATIONFAILED] Authentication failed.",
        "* BYE Autologout; idle for too long",
        "B1 NO Mailbox doesn't exist",
    ],
)
def test_something_else_is_the_matter(line: str) -> None:
    assert crowded(status(line), "Busy.") is None


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("retry in 5 min", 300), ("try again in 2 minutes", 120), ("backoff 90s", 90), ("back-off: 250 ms", 0.25),
        ("retry later", None), ("account 123456 seconds", None), ("retry after 5 parsecs", None),
    ],
)  # fmt: skip
def test_how_long_a_server_asks_to_stay_away(said: str, seconds: float | None) -> None:
    assert asked_wait(said) == (pytest.approx(seconds) if seconds else None)
