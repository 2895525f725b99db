from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingest.sources.files.opening import CLOSED, LINK, SPECIAL
from ingest.sources.files.walk import Lying, lying_below
from tests.ingest.source_contract import payload
from tests.ingest.sources.files.places import framed


def write(path: Path, data: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def shown(root: Path, lying: Lying) -> tuple[list[str], list[str], dict[str, str | None]]:
    def of(path: Path) -> str:
        return os.path.relpath(path, root)

    loose = {of(found.path): found.refused for found in lying.loose}
    return [of(path) for path in lying.mboxes], [of(path) for path in lying.maildirs], loose


def test_everything_below_is_sorted_by_what_it_is(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", payload(1))
    write(tmp_path / "a/box", framed(1, payload(1)))
    write(tmp_path / "Maildir/cur/1.M1.mail")
    write(tmp_path / "Maildir/new/2.M1.mail")
    write(tmp_path / "Maildir/.Sent/cur/3.M1.mail")
    write(tmp_path / "Maildir/.Sent/tmp/4.M1.mail")
    write(tmp_path / "Maildir/dovecot-uidlist")
    write(tmp_path / "Maildir/maildirfolder")
    write(tmp_path / "Maildir/talks.ics")
    write(tmp_path / "a/cur/no maildir without its like.eml")
    assert shown(tmp_path, lying_below(tmp_path)) == (
        ["a/box"],
        ["Maildir", "Maildir/.Sent"],
        {"b.txt": None, "Maildir/talks.ics": None, "a/cur/no maildir without its like.eml": None},
    )


def test_what_servers_keep_is_left_out_beside_mail_only(tmp_path: Path) -> None:
    write(tmp_path / "subscriptions")
    assert shown(tmp_path, lying_below(tmp_path))[2] == {"subscriptions": None}


def test_the_order_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("c/1", "a/2", "b", "a/b/3", "Z"):
        write(tmp_path / name)
    names = list(shown(tmp_path, lying_below(tmp_path))[2])
    assert names == ["Z", "b", "a/2", "a/b/3", "c/1"]


def test_one_file_is_what_lies_at_its_path(tmp_path: Path) -> None:
    write(tmp_path / "box", framed(1, payload(1)))
    write(tmp_path / "1.eml", payload(1))
    assert lying_below(tmp_path / "box").mboxes == [tmp_path / "box"]
    assert [found.path for found in lying_below(tmp_path / "1.eml").loose] == [tmp_path / "1.eml"]
    with pytest.raises(FileNotFoundError):
        lying_below(tmp_path / "missing")


def test_links_and_pipes_are_noted_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "broken").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    assert shown(tmp_path, lying_below(tmp_path)) == ([], [], {"broken": LINK, "loop": LINK, "pipe": SPECIAL})


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_a_folder_that_is_shut_is_noted_and_a_shut_root_is_an_error(open_folder: Path) -> None:
    root = open_folder / "walked"
    write(root / "cellar/dark")
    write(root / "open")
    (root / "cellar").chmod(0)
    os.seteuid(65534)
    try:
        assert shown(root, lying_below(root))[2] == {"open": None, "cellar": CLOSED}
        with pytest.raises(PermissionError):
            lying_below(root / "cellar")
    finally:
        os.seteuid(0)
