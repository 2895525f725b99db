from __future__ import annotations

import pytest

from ingest.sources.imap.mailboxes import listed
from ingest.sources.imap.namespaces import MOST, OTHERS, OWN, SHARED, Namespaces, namespaces
from ingest.sources.imap.source import Reading
from tests.ingest.sources.imap.hearing import hearing
from tests.ingest.sources.imap.mailbox import Mailbox


def test_shared_folders_are_read_only_when_they_are_chosen(colleagues: tuple[Mailbox, Mailbox]) -> None:
    mine, other = colleagues
    before = _shared(other)
    assert [ref.name for ref in mine.source().collections()] == ["INBOX", "Sent", "Archive"]
    source = mine.source(reading=Reading(also=("public/team",)))
    refs = {ref.name: ref for ref in source.collections()}
    assert list(refs) == ["INBOX", "Sent", "Archive", "Public/Team"]
    assert sum(len(batch.items) for batch in source.changes(refs["Public/Team"], None)) == 2
    assert _shared(other) == before


def _shared(mailbox: Mailbox) -> str:
    """All that a colleague could see change in the shared folder."""
    numbers = "(MESSAGES RECENT UIDNEXT UIDVALIDITY UNSEEN HIGHESTMODSEQ)"
    files = sorted(str(path) for path in (mailbox.dovecot.home / "mail/public").rglob("*:2,*"))
    return repr((mailbox.client.status("Public/Team", numbers), files))


@pytest.mark.parametrize(
    ("answer", "spaces"),
    [
        (
            '(("" "/")) (("Other Users/" "/")) (("Public/" "/" "X-PARAM" ("a")))',
            Namespaces(((b"", OWN), (b"Other Users/", OTHERS), (b"Public/", SHARED))),
        ),
        (
            '(("INBOX." ".")) (("user." ".")) (("" "."))',
            Namespaces(((b"INBOX.", OWN), (b"user.", OTHERS), (b"", SHARED))),
        ),
        ('(("" "/")) NIL NIL', Namespaces(((b"", OWN),))),
        ("NIL NIL NIL", Namespaces()),
        ('"odd" (NIL ("" "/") x) (())', Namespaces(((b"", OTHERS),))),
        ("", Namespaces()),
    ],
)  # fmt: skip
def test_whose_folders_are_whose(answer: str, spaces: Namespaces) -> None:
    with hearing(f"* NAMESPACE {answer}", "B1 OK", capabilities="IMAP4REV1 NAMESPACE") as (session, _):
        assert namespaces(session) == spaces


def test_a_server_that_does_not_tell_has_own_folders_alone() -> None:
    with hearing(capabilities="IMAP4REV1") as (session, server):
        assert namespaces(session) == Namespaces()
        assert server.heard() == b""
    for outcome in ("B1 NO", "B1 OK"):
        with hearing(outcome, capabilities="NAMESPACE") as (session, _):
            assert namespaces(session) == Namespaces()


def test_the_longest_beginning_decides() -> None:
    cyrus = Namespaces(((b"INBOX.", OWN), (b"user.", OTHERS), (b"", SHARED)))
    assert [cyrus.is_own(name) for name in (b"inbox", b"INBOX.Sent", b"user.jo", b"user", b"Team")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert cyrus.elsewhere() == (b"user.",)
    assert Namespaces().is_own(b"Public/Team")


def test_no_more_namespaces_than_a_server_has() -> None:
    many = "".join(f'("{number}/" "/")' for number in range(1_000))
    with hearing(f'* NAMESPACE (("" "/")) ({many}) NIL', "B1 OK", capabilities="NAMESPACE") as (session, _):
        assert len(namespaces(session).prefixes) == MOST


def test_folders_that_are_not_listed_with_the_others_are_looked_for() -> None:
    lines = [
        '* NAMESPACE (("" "/")) (("user/" "/") ("\x07/" "/")) (("Public/" "/"))', "B1 OK",
        '* LIST () "/" INBOX', '* LIST () "/" Public/Team', "B2 OK",
        '* LIST () "/" user/jo', "B3 OK",
    ]  # fmt: skip
    with hearing(*lines, capabilities="IMAP4REV1 NAMESPACE") as (session, server):
        found = {each.name: each.foreign for each in listed(session)}
        assert b'LIST "" "user/*"' in server.heard()
    assert found == {b"INBOX": False, b"Public/Team": True, b"user/jo": True}
