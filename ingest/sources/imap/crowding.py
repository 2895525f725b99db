"""Whether a server says that there are too many of us, or that it cannot serve anybody now (RFC 5530, RFC 9208).

Codes decide where there are any; many servers have only words for it.
"""

from __future__ import annotations

import re

from ingest.errors import Busy
from ingest.sources.imap.answers import Status

_OF_THE_ACCOUNT = frozenset({"INUSE", "LIMIT", "THROTTLED", "OVERQUOTA"})
_OF_THE_SERVER = frozenset({"UNAVAILABLE", "SERVERBUG"})
_WORDS = ("too many", "maximum number", "try again", "temporar", "rate limit", "throttl")
_OF_THE_SERVER_IN_WORDS = ("temporar", "try again")
# "Request is throttled. Suggested Backoff Time: 299961 milliseconds"; "Too many logins, retry after 60 seconds".
_ASKED = re.compile(r"(?:retry|back.?off|again)[^0-9]{0,30}([0-9]{1,9}) ?(milliseconds|ms|seconds|sec|s|minutes|min)\b")
_SECONDS = {"milliseconds": 0.001, "ms": 0.001, "minutes": 60.0, "min": 60.0}


def crowded(status: Status, sentence: str) -> Busy | None:
    """The error, with a sentence for people, when a refusal or a farewell means that; else None."""
    said = status.text.casefold()
    if status.code in _OF_THE_ACCOUNT:
        return Busy(sentence, asked_wait(said), whole=False)
    if status.code in _OF_THE_SERVER:
        return Busy(sentence, asked_wait(said), whole=True)
    if status.code == "AUTHENTICATIONFAILED" or not any(word in said for word in _WORDS):
        return None
    return Busy(sentence, asked_wait(said), whole=any(word in said for word in _OF_THE_SERVER_IN_WORDS))


def asked_wait(said: str) -> float | None:
    """How many seconds a server asks to stay away, in words that are in lower case; None when it does not say."""
    found = _ASKED.search(said)
    return int(found.group(1)) * _SECONDS.get(found.group(2), 1.0) if found else None
