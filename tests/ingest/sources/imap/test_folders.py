from __future__ import annotations

from dataclasses import replace

import pytest

from extract.raw import ARCHIVE, DRAFTS, INBOX, JUNK, SENT, TRASH
from ingest.protocol import Cursor
from ingest.sources.imap.folders import (
    Choice,
    chosen,
    labels,
    name_in,
    pointers,
    reference,
    use_of,
)
from ingest.sources.imap.mailboxes import Listed, Lying
from ingest.sources.imap.position import Position


def folder(name: str, *attributes: str) -> Listed:
    return Listed(name.encode(), frozenset(each.upper() for each in attributes))


def at(validity: int, known_below: int = 5) -> Cursor:
    return Position(validity, known_below, known_below - 1, 0, 0).cursor()


def names(*mailboxes: Listed, gmail: bool = False, without: tuple[str, ...] = ()) -> list[str]:
    return [each.name.decode() for each in chosen(mailboxes, gmail=gmail, without=without)]


MARKED = (
    folder("Zeitung"), folder("Gesendet", "\\Sent"), folder("inbox"), folder("Müll", "\\Trash"),
    folder("Spam", "\\Junk"), folder("Entwürfe", "\\Drafts"), folder("Alt", "\\Archive"),
    folder("Kunden", "\\Noselect"), folder("Kunden/Nord"),
    folder("Alles", "\\All"), folder("Sterne", "\\Flagged"), folder("Trash"),
)  # fmt: skip


def test_what_is_read_and_in_which_order() -> None:
    assert names(*MARKED) == ["inbox", "Gesendet", "Alt", "Kunden/Nord", "Trash", "Zeitung"]


def test_owners_leave_folders_out() -> None:
    assert names(*MARKED, without=("zeitung", "Kunden/Nord", "Trash")) == ["inbox", "Gesendet", "Alt"]


def test_other_people_s_folders_are_read_when_their_reader_names_them() -> None:
    team, boss = (replace(folder(name), foreign=True) for name in ("Public/Team", "Other/Chefin"))
    assert names(*MARKED[:3], team, boss) == ["inbox", "Gesendet", "Zeitung"]
    with_team = chosen([*MARKED[:3], team, boss], gmail=False, also=("public/team",))
    assert [each.name for each in with_team] == [b"inbox", b"Gesendet", b"Public/Team", b"Zeitung"]
    assert chosen([team], gmail=False, also=("Public/Team",), without=("Public/Team",)) == []


def test_gmail_is_one_folder() -> None:
    assert names(*MARKED, gmail=True) == ["Alles"]
    assert names(folder("INBOX"), gmail=True) == ["INBOX"]


def test_where_nothing_is_marked_names_decide() -> None:
    unmarked = [
        folder(name) for name in ("INBOX", "INBOX.Sent Items", "INBOX.Papierkorb", "INBOX.Junk E-mail", "INBOX.X")
    ]
    assert names(*unmarked) == ["INBOX", "INBOX.Sent Items", "INBOX.X"]


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("INBOX", INBOX), ("Inbox", INBOX), ("Sent Items", SENT), ("Entw&APw-rfe", DRAFTS), ("INBOX/Spam", JUNK),
        ("Corbeille", TRASH), ("Archive", ARCHIVE), ("Kunden", None),
    ],
)  # fmt: skip
def test_a_use_by_name(name: str, use: str | None) -> None:
    assert use_of(folder(name), marked=False) == use
    assert use_of(folder("x", "\\Sent"), marked=True) == SENT


def test_a_pointer_is_the_name_and_number_under_which_a_folder_was_first_seen() -> None:
    choices = [Choice(b"INBOX", INBOX, 7, 3), Choice(b"Entw&APw-rfe;x", None, 8, 3)]
    found = pointers(choices, {})
    assert list(found) == ["INBOX;UIDVALIDITY=7", "Entw%26APw-rfe%3Bx;UIDVALIDITY=8"]
    assert pointers(choices, dict.fromkeys(found, at(7))) != {}
    assert name_in("INBOX;UIDVALIDITY=7") == "INBOX"
    assert reference("p", choices[1]).name == "Entwürfe;x"


def test_a_renamed_folder_keeps_its_pointer_for_ever() -> None:
    known = {"Old;UIDVALIDITY=8": at(8), "INBOX;UIDVALIDITY=7": at(7)}
    now = [Choice(b"INBOX", INBOX, 7, 9), Choice(b"New", None, 8, 6)]
    assert pointers(now, known)["Old;UIDVALIDITY=8"].name == b"New"
    now.append(Choice(b"Old", None, 9, 1))  # somebody makes a folder of the old name
    found = pointers(now, known)
    assert found["Old;UIDVALIDITY=8"].name == b"New"
    assert found["Old;UIDVALIDITY=9"].name == b"Old"


def test_a_folder_of_the_same_numbers_that_holds_something_else_is_another() -> None:
    known = {"Old;UIDVALIDITY=8": at(8)}
    asked: list[tuple[str, bytes]] = []

    def proven(pointer: str, choice: Choice) -> bool:
        asked.append((pointer, choice.name))
        return False

    assert list(pointers([Choice(b"New", None, 8, 6)], known, proven)) == ["New;UIDVALIDITY=8"]
    assert asked == [("Old;UIDVALIDITY=8", b"New")]
    assert list(pointers([Choice(b"Old", None, 8, 6)], known, proven)) == ["Old;UIDVALIDITY=8"]


def test_a_renumbered_folder_keeps_its_pointer() -> None:
    found = pointers([Choice(b"A", None, 9, 1)], {"A;UIDVALIDITY=8": at(8)})
    assert list(found) == ["A;UIDVALIDITY=8"]


def test_a_folder_that_was_not_read_yet_is_known_by_its_name() -> None:
    assert list(pointers([Choice(b"A", None, 9, 1)], {"A;UIDVALIDITY=8": None})) == ["A;UIDVALIDITY=8"]
    assert list(pointers([Choice(b"A", None, 9, 1)], {"A;UIDVALIDITY=8": Cursor("odd")})) == ["A;UIDVALIDITY=8"]


def test_where_every_folder_has_the_same_number_nothing_is_guessed() -> None:
    known = {"A;UIDVALIDITY=1": at(1), "B;UIDVALIDITY=1": at(1)}
    now = [Choice(b"C", None, 1, 9), Choice(b"D", None, 1, 9)]
    assert list(pointers(now, known)) == ["C;UIDVALIDITY=1", "D;UIDVALIDITY=1"]


def test_a_folder_with_lower_uids_is_another_one() -> None:
    assert list(pointers([Choice(b"C", None, 1, 3)], {"A;UIDVALIDITY=1": at(1)})) == ["C;UIDVALIDITY=1"]


def test_labels_are_the_use_and_gmails() -> None:
    message = Lying(1, 1, None, (b"\\Inbox", b"\\Draft", b"Entw&APw-rfe", b"\\Important"))
    assert labels(None, message) == (INBOX, DRAFTS, "Entwürfe", "\\Important")
    assert labels(SENT, Lying(1, 1, None)) == (SENT,)
    assert labels(INBOX, message)[0] == INBOX
