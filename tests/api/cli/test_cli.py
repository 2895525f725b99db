"""How every command ends that could not do its work: one sentence, no traceback, an exit code."""

from __future__ import annotations

import errno
import subprocess
import sys

import pytest
from sqlalchemy.exc import OperationalError
from typer.main import get_command
from typer.testing import CliRunner

from api import cli
from api.cli import CANNOT, DISK_FULL, INTERRUPTED, MODULES, UNREACHABLE, app_for, main
from ingest.errors import SourceError
from store.errors import NO_ROOM, NotReady
from tests.surface import commands


class Refused(Exception):  # noqa: N818 - a driver's error with PostgreSQL's code
    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


def database_error(sqlstate: str) -> OperationalError:
    return OperationalError("select secret", {}, Refused(sqlstate))


def running(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def run() -> None:
        raise error

    monkeypatch.setattr(cli, "app_for", lambda _words: run)
    monkeypatch.setattr(cli, "quiet_logs", lambda: None)


@pytest.mark.parametrize(
    ("error", "sentence", "code"),
    [
        (NotReady("Do this."), "Do this.", CANNOT),
        (SourceError("There is nothing."), "There is nothing.", CANNOT),
        (database_error("08006"), UNREACHABLE, CANNOT),
        (database_error(NO_ROOM), DISK_FULL, CANNOT),
        (OSError(errno.ENOSPC, "secret"), DISK_FULL, CANNOT),
        (OSError(errno.EDQUOT, "secret"), DISK_FULL, CANNOT),
        (KeyboardInterrupt(), "Stopped. What was done so far stays.", INTERRUPTED),
    ],
)
def test_a_sentence_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, sentence: str, code: int
) -> None:
    running(monkeypatch, error)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    assert capsys.readouterr() == ("", f"{sentence}\n")


@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), ZeroDivisionError("broken")])
def test_what_nobody_foresaw_is_not_hidden(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    running(monkeypatch, error)
    with pytest.raises(type(error), match="broken"):
        main()


def test_every_group_of_commands_is_there() -> None:
    assert {
        "up", "serve", "work", "demo", "import", "read", "user add", "user link", "user team", "user list",
        "migrate", "init",
        "key show", "key restore", "doctor",
    } <= set(commands())  # fmt: skip


def test_a_command_is_found_in_the_module_that_has_it() -> None:
    assert {name.split()[0] for name in commands()} == set(MODULES)
    for word in MODULES:
        assert word in vars(get_command(app_for([word])))["commands"]


def test_a_command_loads_what_it_needs_and_not_the_reader_of_mail() -> None:
    listing = "import sys; from api.cli import app_for; app_for(['user']); print('extract.reader' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_word_that_is_no_command_is_answered_with_one_that_is() -> None:
    done = CliRunner().invoke(app_for(["usr"]), ["usr"])
    assert done.exit_code == 2
    assert "'user'" in done.output
