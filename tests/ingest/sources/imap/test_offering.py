from __future__ import annotations

import pytest

from extract.raw import INBOX, JUNK
from ingest.sources.imap import offering
from ingest.sources.imap.offering import FolderFound, offered
from ingest.sources.imap.source import Reading
from tests.ingest.sources.imap.hearing import hearing
from tests.ingest.sources.imap.mailbox import Mailbox


def test_shared_folders_are_offered_with_what_they_hold(colleagues: tuple[Mailbox, Mailbox]) -> None:
    mine, _ = colleagues
    found = {each.name: each for each in mine.source().offered()}
    assert found["INBOX"] == FolderFound("INBOX", 0, INBOX)
    assert found["Junk"] == FolderFound("Junk", 0, JUNK, read=False)
    assert found["Public/Team"] == FolderFound("Public/Team", 2, None, read=False, foreign=True)
    chosen = mine.source(reading=Reading(also=("Public/Team", "junk"))).offered()
    assert [each.name for each in chosen if each.read] == ["INBOX", "Sent", "Archive", "Junk", "Public/Team"]


def test_what_may_not_be_opened_is_not_offered() -> None:
    lines = [
        '* LIST () "/" INBOX', '* LIST (\\Noselect) "/" Nord', '* LIST () "/" Secret', "B1 OK",
        "* STATUS INBOX (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)", "B2 OK", "B3 NO",
    ]  # fmt: skip
    with hearing(*lines) as (session, _):
        assert list(offered(session)) == [FolderFound("INBOX", 3, INBOX)]


def test_no_more_are_offered_than_anybody_looks_at(monkeypatch: pytest.MonkeyPatch) -> None:
    assert offering.MOST >= 1_000
    monkeypatch.setattr(offering, "MOST", 2)
    told = "* STATUS x (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 7)"
    lines = [*(f'* LIST () "/" {number}' for number in range(9)), "B1 OK", told, "B2 OK", told, "B3 OK"]
    with hearing(*lines) as (session, _):
        assert len(list(offered(session))) == 2
