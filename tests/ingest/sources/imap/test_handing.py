from __future__ import annotations

from ingest.protocol import BatchLimits
from ingest.sources.imap.handing import NOWHERE, Handing
from ingest.sources.imap.mailboxes import examine
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox, opener

LIMITS = BatchLimits(items=3, size=3_000_000, item=2_000_000, part=1_200_000)


def test_batches_keep_their_limits_and_large_messages_come_in_part(mailbox: Mailbox) -> None:
    sizes = [0, 0, 0, 0, 1_200_000, 1_200_000, 1_200_000, 2_500_000]
    uids = mailbox.append(payload(number, size=size).replace(b"\n", b"\r\n") for number, size in enumerate(sizes))
    session = opener(mailbox.dovecot).open(mailbox.account)
    opened = examine(session, b"INBOX")
    batches = list(Handing(session, opened.validity, LIMITS, lambda _: ("x",)).batches([*uids, 99]))
    session.close()
    assert [len(run) for run, _ in batches] == [3, 3, 3]
    assert [len(batch.items) for _, batch in batches] == [3, 3, 2]
    assert all(batch.cursor == NOWHERE and batch.left is None for _, batch in batches)
    items = [item for _, batch in batches for item in batch.items]
    assert [item.full_size is None for item in items] == [True] * 7 + [False]
    assert len(items[-1].payload) == LIMITS.part
    assert {item.labels for item in items} == {("x",)}
