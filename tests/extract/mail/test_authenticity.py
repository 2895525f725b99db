"""What the receiving server found out about a sender: its word against one is taken, its word for one is not."""

from __future__ import annotations

import pytest

from extract.mail.authenticity import is_refuted
from extract.mail.headers import Field, Headers


def headers(*results: str) -> Headers:
    return Headers(tuple(Field("authentication-results", each.encode()) for each in results))


@pytest.mark.parametrize(
    ("result", "refuted"),
    [
        ("mx.alder.example; dkim=none; spf=fail smtp.mailfrom=halden.example; dmarc=fail (p=NONE) header.from=x", True),
        ("mx.alder.example;\r\n\tspf=softfail smtp.mailfrom=halden.example;\r\n\tdkim=none", True),
        ("mx.alder.example; SPF=Fail", True),
        ("mx.alder.example; spf=fail; dkim=pass header.d=halden.example", False),  # passed on by another server
        ("mx.alder.example; spf=fail; dkim=fail; dkim=pass header.d=halden.example; dmarc=pass", False),
        ("mx.alder.example; spf=fail; dmarc=none", True),
        ("mx.alder.example; dkim=fail", False),  # a list that changes a line breaks a signature
        ("mx.alder.example; none", False),
    ],
)
def test_what_it_says(result: str, *, refuted: bool) -> None:
    assert is_refuted(headers(result)) is refuted


def test_only_the_last_server_is_heard() -> None:
    good, bad = "mx.alder.example; dmarc=pass", "mx.halden.example; dmarc=fail"
    assert not is_refuted(headers())
    assert not is_refuted(headers(good, bad))
    assert is_refuted(headers(bad, good))
