from __future__ import annotations

import pytest

from extract import limits
from extract.mail.headers import read_block
from extract.mail.references import ThreadKeys, thread_keys

ONCE = limits.REFERENCES


def keys(head: str) -> ThreadKeys:
    payload = head.encode()
    return thread_keys(read_block(payload, 0, len(payload), []).headers)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("", ThreadKeys(None, (), ())),
        ("Message-ID: <1@x.example>\n", ThreadKeys("1@x.example", (), ())),
        ("Message-ID: 1@x.example\n", ThreadKeys("1@x.example", (), ())),
        ("Message-ID: <1@x.example\n", ThreadKeys("1@x.example", (), ())),
        ("Message-ID: one\n", ThreadKeys(None, (), ())),
        ("Message-ID: one 1@x.example\n", ThreadKeys(None, (), ())),
        (f"Message-ID: {'1' * 200}@x.example\n", ThreadKeys(None, (), ())),
        (f"Message-ID: <{'1' * 998}@x.example>\n", ThreadKeys(None, (), ())),
        ("In-Reply-To: Your mail <2@x.example> of Monday\n", ThreadKeys(None, ("2@x.example",), ())),
        ("In-Reply-To: 2@x.example\n", ThreadKeys(None, ("2@x.example",), ())),
        ("References: <1@x.example>\n <2@x.example> <1@x.example>\nReferences: <3@x.example>\n",
         ThreadKeys(None, (), ("1@x.example", "2@x.example", "3@x.example"))),
        ("References: 1@x.example\n", ThreadKeys(None, (), ())),
    ],
)  # fmt: skip
def test_keys(head: str, found: ThreadKeys) -> None:
    assert keys(head) == found


def test_of_many_references_the_first_and_the_last_are_kept() -> None:
    found = keys("References:" + "".join(f"\n <{number}@x>" for number in range(ONCE + 5)) + "\n").references
    assert (len(found), found[0], found[1], found[-1]) == (ONCE, "0@x", "6@x", f"{ONCE + 4}@x")
