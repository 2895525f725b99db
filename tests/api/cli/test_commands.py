"""The commands as a person runs them: in processes of their own, on an embedded database of their own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

ROOT = Path(__file__).parents[3]
MAIL = """From: Greta Becker <greta@halden.example>
To: Ines <ines@alder.example>
Subject: Prices {number}
Date: Mon, 2 Nov 2026 10:0{number}:00 +0100
Message-ID: <{number}@halden.example>

Hello Ines, about the prices.
"""


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOSWELL_", "DATABASE_"))}
    return kept | {"BOSWELL_HOME": str(home), "PYTHONPATH": str(ROOT), "COLUMNS": "200", **more}


def boswell(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "api", *words]
    return subprocess.run(
        command, env=environment(home, **more), capture_output=True, text=True, timeout=90, check=False
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence that a command that could not do its work ends with."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def home(open_folder: Path) -> Path:
    return open_folder / f"home-{uuid4().hex[:8]}"


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mail")
    for number in (1, 2):
        (folder / f"{number}.eml").write_text(MAIL.format(number=number))
    (folder / "broken.eml").write_bytes(b"Subject: x\n" + b"a" * 70000 + b": b\n" * 3)
    (folder / "notes.txt").write_text("Nothing but notes.\n")
    return folder


@pytest.fixture(scope="module")
def ines(home: Path) -> str:
    """The link of a user that the first command makes; that command also shows the recovery phrase."""
    done = boswell(home, "user", "add", "ines@alder.example", "--name", "Ines Duarte")
    assert done.returncode == 0, done.stderr
    assert len(re.findall(r"^    (?:[a-z]+ ?){6}$", done.stderr, re.MULTILINE)) == 4
    return done.stdout.strip()


def test_a_user_gets_a_link(home: Path, ines: str) -> None:
    assert re.fullmatch(r"http://localhost:8080/sign-in/[\w-]{43}", ines)
    assert re.fullmatch(r"http://localhost:8080/sign-in/[\w-]{43}\n", boswell(home, "user", "link", "ines").stdout)
    assert "Ines Duarte  ines@alder.example  rep" in boswell(home, "user", "list").stdout


def test_odd_users_are_refused(home: Path, ines: str) -> None:
    assert "already" in said(boswell(home, "user", "add", "ines@alder.example", "--name", "Again"))
    assert "mail address" in said(boswell(home, "user", "add", "nonsense", "--name", "No"))
    assert "time zone" in said(boswell(home, "user", "add", "a@b.example", "--name", "No", "--timezone", "Moon"))
    assert "no such user" in said(boswell(home, "user", "link", "nobody"))


def test_an_import_accounts_for_everything_and_again_changes_nothing(home: Path, ines: str, mailbox: Path) -> None:
    first = json.loads(boswell(home, "import", str(mailbox), "--as", "ines", "--json").stdout)
    assert first["fresh"] == 3
    accounts = first["accounts"]
    assert accounts["read"] + sum(accounts["quarantined"].values()) == 3
    assert sum(accounts["left_out"].values()) == 1
    again = boswell(home, "import", str(mailbox), "--as", "ines")
    assert "4 items for Ines Duarte: nothing new" in again.stdout
    assert "Traceback" not in again.stderr


def test_what_cannot_be_imported_gets_a_sentence(home: Path, ines: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "There are no files in" in said(boswell(home, "import", str(tmp_path / "empty"), "--as", "ines"))
    assert "There is nothing at" in said(boswell(home, "import", str(tmp_path / "missing"), "--as", "ines"))
    (tmp_path / "bad.mbox").write_bytes(b"\x00\x01 this is no mailbox")
    assert "neither a mailbox nor" in said(boswell(home, "import", str(tmp_path / "bad.mbox"), "--as", "ines"))
    assert "no such user" in said(boswell(home, "import", str(tmp_path / "bad.mbox"), "--as", "nobody"))


def test_read_prints_an_object_a_file_and_keeps_nothing(tmp_path: Path, mailbox: Path) -> None:
    done = boswell(tmp_path / "unused", "read", str(mailbox), "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(one["path"]).name for one in found] == ["1.eml", "2.eml", "broken.eml", "notes.txt"]
    assert [one["status"] for one in found][:2] == ["read", "read"]
    assert found[0]["class"]["kind"] == "person"
    assert found[0]["segments"] == [{"kind": "new", "start_line": 1, "end_line": 1, "start": 0, "end": 30}]
    assert found[3]["reason"] == "It is neither a mail nor a calendar."
    assert not (tmp_path / "unused").exists()
    assert "1.eml: person" in boswell(tmp_path / "unused", "read", str(mailbox)).stdout


def test_doctor_says_what_is_well(home: Path, ines: str) -> None:
    done = boswell(home, "doctor", "--json", BOSWELL_PORT=str(free_port()))
    findings = {one["name"]: one for one in json.loads(done.stdout)}
    assert set(findings) == {"key", "database", "reader", "port", "sandbox", "mail"}
    assert all(one["good"] for name, one in findings.items() if name not in {"sandbox", "mail"})


def test_a_wrong_key_is_named(home: Path, ines: str, tmp_path: Path) -> None:
    other = tmp_path / "key"
    other.write_text(bytes(range(32)).hex())
    other.chmod(0o600)
    assert "does not fit this database" in said(boswell(home, "user", "list", BOSWELL_KEY_FILE=str(other)))


def test_a_lost_key_is_missed_and_comes_back_from_its_words(home: Path, ines: str, tmp_path: Path) -> None:
    words, other = boswell(home, "key", "show").stdout, tmp_path / "key"
    assert "no longer in" in said(boswell(home, "user", "list", BOSWELL_KEY_FILE=str(other)))
    assert not other.exists()
    command = [sys.executable, "-m", "api", "key", "restore"]
    subprocess.run(
        command, env=environment(home, BOSWELL_KEY_FILE=str(other)), input=words, text=True, check=True,
        capture_output=True,
    )  # fmt: skip
    assert "Ines Duarte" in boswell(home, "user", "list", BOSWELL_KEY_FILE=str(other)).stdout


def test_an_unreachable_database_gets_a_sentence(home: Path) -> None:
    nowhere = f"postgresql://boswell_app@127.0.0.1:{free_port()}/boswell"
    done = boswell(home, "serve", DATABASE_URL=nowhere, WORKER_DATABASE_URL=nowhere)
    assert "I cannot reach the database" in said(done)
    assert "WORKER_DATABASE_URL is not" in said(boswell(home, "serve", DATABASE_URL=nowhere))


def test_a_setting_that_is_none_is_named_without_its_value(home: Path, ines: str) -> None:
    sentence = said(boswell(home, "serve", BOSWELL_PORT="nonsense"))
    assert sentence.startswith("BOSWELL_PORT is not as it must be")
    assert "nonsense" not in sentence
    assert said(boswell(home, "work", BOSWELL_CHILDREN="0")).startswith("BOSWELL_CHILDREN is not")


def test_a_home_that_cannot_be_written_gets_a_sentence() -> None:
    assert "I cannot write to /dev/null/home" in said(boswell(Path("/dev/null/home"), "up"))


def test_when_most_of_a_folder_is_gone_it_says_so(home: Path, ines: str, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.eml").write_text(MAIL.format(number=number % 10) + str(number))
    boswell(home, "import", str(tmp_path), "--as", "ines")
    for number in range(8):
        (tmp_path / f"{number}.eml").unlink()
    told = boswell(home, "import", str(tmp_path), "--as", "ines").stdout
    assert "12 items for Ines Duarte" in told
    assert "8 items of earlier imports can no longer be found there" in told
    assert boswell(home, "import", str(tmp_path), "--as", "ines", "--accept-gone").stdout.startswith("4 items for")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def up(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "api", "up", "--port", str(port)]
    process = subprocess.Popen(
        command, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def test_up_serves_and_a_second_one_or_a_taken_port_gets_a_sentence(home: Path, ines: str) -> None:
    port = free_port()
    with up(home, port) as process:
        line = process.stdout.readline() if process.stdout else ""
        assert re.fullmatch(rf"Set up your company here: http://localhost:{port}/set-up/[\w-]+\n", line)
        wait_for(f"http://localhost:{port}/health/ready")
        assert "already runs" in said(boswell(home, "up", "--port", str(free_port())))
        assert "is taken" in said(boswell(home, "serve", "--port", str(port)))
    assert process.returncode in {0, -signal.SIGTERM}


def wait_for(address: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(address)


def test_other_addresses_need_https(home: Path, ines: str) -> None:
    assert "need https" in said(boswell(home, "serve", BOSWELL_HOST="0.0.0.0"))
