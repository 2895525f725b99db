from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.raw import ARCHIVE, DRAFTS, INBOX, JUNK, SENT, TRASH
from ingest.sources.files.names import folder_parts, gmail_labels, special_use


@pytest.mark.parametrize(
    ("parts", "use"),
    [
        (["Inbox"], INBOX),
        (["POSTEINGANG"], INBOX),
        (["INBOX", "Sent"], SENT),
        (["INBOX", "Projects"], None),
        (["Trash", "Old"], TRASH),
        (["Archive", "2025", "March"], ARCHIVE),
        (["mail", "Gesendete Elemente"], SENT),
        (["Sent.mbox"], SENT),
        (["Inbox.sbd", "Entwürfe"], DRAFTS),
        (["Spamverdacht"], JUNK),
        (["Éléments supprimés"], TRASH),
        (["Junk", "Sent"], SENT),
        ([" Drafts "], DRAFTS),
        (["Customers"], None),
        ([], None),
    ],
)
def test_a_folders_name_says_its_use_in_several_languages(parts: list[str], use: str | None) -> None:
    assert special_use(parts) == use


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (".Archive.2025", ["Archive", "2025"]),
        (".Entw&APw-rfe", ["Entwürfe"]),
        (".R&-D", ["R&D"]),
        (".&ZeVnLIqe-", ["日本語"]),
        (".&2D3eAA-", ["😀"]),
        (".&!!-x", ["&!!-x"]),
        (".open&APw", ["open&APw"]),
        (".", []),
    ],
)
def test_maildir_names_are_modified_utf7(name: str, parts: list[str]) -> None:
    assert folder_parts(name) == parts


@given(st.text())
def test_any_name_has_parts(name: str) -> None:
    assert all(isinstance(part, str) for part in folder_parts(name))


@pytest.mark.parametrize(
    ("header", "labels"),
    [
        ("X-Gmail-Labels: Sent,Important", (SENT, "Important")),
        ("x-gmail-labels: Posteingang, Geöffnet", (INBOX, "Geöffnet")),
        ('X-Gmail-Labels: "Spam",Spam,', (JUNK,)),
        ("X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=", (DRAFTS,)),
        ("X-Gmail-Labels: Pilot,\n Archived", ("Pilot", ARCHIVE)),
        ("Subject: X-Gmail-Labels: no", ()),
        ("Subject: none", ()),
    ],
)
def test_takeouts_labels(header: str, labels: tuple[str, ...]) -> None:
    assert gmail_labels(f"{header}\nFrom: a@x.example\n\nX-Gmail-Labels: Body\n".encode()) == labels
